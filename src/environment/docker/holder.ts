import type { Container } from 'dockerode';
import { type Engine, asked } from './engine.ts';
import type { Run } from './run.ts';

/** A container of the drill's that is never started: files are taken out of its image, or put into its volumes. */
export const makeHolder = (
  { docker }: Engine,
  run: Run,
  name: string,
  image: string,
  binds: readonly string[] = [],
): Promise<Container> =>
  asked(
    `cannot make a container of ${image}`,
    docker.createContainer({
      name: run.name(name),
      Image: image,
      Labels: { ...run.labels },
      HostConfig: { Binds: [...binds], NetworkMode: 'none' },
    }),
  );
