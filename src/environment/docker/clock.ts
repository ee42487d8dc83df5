import type { Container } from 'dockerode';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { HarnessError } from '../../core/errors.ts';
import { FAKETIME_FOLDER, FAKETIME_LIBRARY, FAKETIME_ROOTS, clockOffset, faketimeEnv } from '../faketime.ts';
import { type Engine, isHarmless } from './engine.ts';
import { makeHolder } from './holder.ts';
import { OPERATOR_IMAGE } from './images.ts';
import type { Run } from './run.ts';

/** In a service's container: the library, and the file that moves its clock. */
const FOLDER = `/${FAKETIME_FOLDER}`;
const OFFSET = `${FOLDER}/offset`;

/** What a service whose clock can be moved is started with. */
export const CLOCK_ENV = faketimeEnv(`${FOLDER}/${FAKETIME_LIBRARY}`, OFFSET);

/**
 * The folder with libfaketime, as a tar archive for the root folder of a service's container: of the operator's image, since the
 * services' images do not have it.
 * @throws HarnessError where that has none
 */
export const faketimeArchive = async (engine: Engine, run: Run): Promise<Buffer> => {
  const container = await makeHolder(engine, run, 'faketime', OPERATOR_IMAGE);
  for (const root of FAKETIME_ROOTS) {
    const archive = await readArchive(container, `${root}${FOLDER}`);
    if (archive !== undefined) return archive;
  }
  throw new HarnessError('missing-program', `the image ${OPERATOR_IMAGE} has no libfaketime`, {
    hint: `docker image rm ${OPERATOR_IMAGE}: the next drill builds it anew`,
  });
};

const readArchive = async (container: Container, path: string): Promise<Buffer | undefined> => {
  try {
    return await buffer((await container.getArchive({ path })) as Readable);
  } catch (error) {
    if (isHarmless(error)) return undefined;
    throw error;
  }
};

/** The command that moves the clock of the container that it is run in. */
export const moveClockCommand = (offsetMs: number): readonly string[] => [
  'sh',
  '-c',
  `echo "$1" >${OFFSET}.new && mv ${OFFSET}.new ${OFFSET}`,
  'sh',
  clockOffset(offsetMs),
];
