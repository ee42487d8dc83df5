import type { Container } from 'dockerode';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { HarnessError } from '../../core/errors.ts';
import { clockOffset } from '../clock-offset.ts';
import { FAKETIME_ROOTS } from '../sandbox/machine.ts';
import { type Engine, asked, isHarmless } from './engine.ts';
import { OPERATOR_IMAGE } from './images.ts';
import type { Run } from './run.ts';

/** In a service's container: the library, and the file that moves its clock. */
const FOLDER = '/faketime';
const OFFSET = `${FOLDER}/offset`;

/** What a service whose clock can be moved is started with. */
export const CLOCK_ENV: Readonly<Record<string, string>> = {
  LD_PRELOAD: `${FOLDER}/libfaketime.so.1`,
  FAKETIME_TIMESTAMP_FILE: OFFSET,
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  // What processes share belongs to the first one's user; those of another user would wait for it for ever.
  FAKETIME_DISABLE_SHM: '1',
};

/**
 * The folder with libfaketime, as a tar archive for the root folder of a service's container: of the operator's image, since the
 * services' images do not have it.
 * @throws HarnessError where that has none
 */
export const faketimeArchive = async ({ docker }: Engine, run: Run): Promise<Buffer> => {
  const container = await asked(
    'cannot make a container',
    docker.createContainer({
      name: run.name('faketime'),
      Image: OPERATOR_IMAGE,
      Labels: { ...run.labels },
      HostConfig: { NetworkMode: 'none' },
    }),
  );
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
export const moveClockCommand = (offsetMs: number): readonly string[] => {
  // The file is read at each look at the clock: it must never be half there.
  return ['sh', '-c', `echo "$1" >${OFFSET}.new && mv ${OFFSET}.new ${OFFSET}`, 'sh', clockOffset(offsetMs)];
};
