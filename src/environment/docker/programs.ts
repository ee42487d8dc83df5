import type { OperatorProgram } from '../model.ts';
import { type Engine, asked } from './engine.ts';
import { makeHolder } from './holder.ts';
import { ensureImage } from './images.ts';
import type { Run } from './run.ts';

/** Official images of one static program each, and where they have it. */
const PROGRAMS: Readonly<Record<OperatorProgram, { readonly image: string; readonly path: string }>> = {
  k6: { image: 'grafana/k6:1.8.1', path: '/usr/bin/k6' },
  prometheus: { image: 'prom/prometheus:latest', path: '/bin/prometheus' },
};

/** Where the operator's image has what no package brought. */
const BIN = '/usr/local/bin';

/** Puts a program into the operator's container: so it is there whatever image a drill names, and no image has what few drills need. */
export const bringProgram = async (
  engine: Engine,
  run: Run,
  operator: string,
  program: OperatorProgram,
): Promise<void> => {
  const { image, path } = PROGRAMS[program];
  await ensureImage(engine, image);
  const holder = await makeHolder(engine, run, program, image);
  const archive = await asked(`cannot take ${program} from the image ${image}`, holder.getArchive({ path }));
  await asked(
    `cannot put ${program} into the operator’s place`,
    engine.docker.getContainer(operator).putArchive(archive, { path: BIN }),
  );
};
