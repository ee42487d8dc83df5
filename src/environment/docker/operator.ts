import { dirname } from 'node:path';
import { GenericContainer, Wait } from 'testcontainers';
import type { System } from '../../compose/model.ts';
import { loginEnv } from '../login-env.ts';
import { asked } from './engine.ts';
import type { Front } from './front.ts';
import type { Run } from './run.ts';
import { type SharedFolder, atOperator } from './shared-files.ts';

/** A first process that no signal from inside ends, and that takes orphans' leave. */
const FIRST_PROCESS = 'trap "" TERM INT HUP QUIT; while :; do sleep 3600 & wait $!; done';

/**
 * Of a person who has just logged in, with what the Compose file was read with: typed there, `docker compose` reads it as it was read, and no other
 * that it would find by itself. What the place itself has, stays its own.
 */
export const operatorEnv = ({ file, surroundings }: System): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(surroundings).filter(([name]) => !/^(?:PATH|DOCKER_.*)$/.test(name))),
  ...loginEnv('/root'),
  PWD: dirname(file),
  COMPOSE_FILE: file,
});

export interface OperatorPlace {
  readonly run: Run;
  readonly system: System;
  readonly image: string;
  readonly front: Front;
  readonly shared: readonly SharedFolder[];
  /** What its `docker` talks to: a Unix socket of this machine. */
  readonly socket: string;
}

/** Starts the container in which the runbook's commands run. @returns its id */
export const startOperator = async ({
  run,
  system,
  image,
  front,
  shared,
  socket,
}: OperatorPlace): Promise<string> => {
  const container = new GenericContainer(image)
    .withName(run.name('operator'))
    .withLabels({ ...run.labels })
    .withEntrypoint(['/bin/sh', '-c', FIRST_PROCESS])
    .withCommand([])
    .withWorkingDir(dirname(system.file))
    // Its `localhost` is the front's, where the Compose file's ports are published.
    .withNetworkMode(`container:${front.id}`)
    .withBindMounts([
      ...atOperator(shared).map(({ folder, volume }) => ({ source: volume, target: folder })),
      { source: socket, target: '/var/run/docker.sock' },
    ])
    .withWaitStrategy(Wait.forAll([]))
    .withAutoCleanup(false);
  return (await asked('cannot start the operator’s place', container.start())).getId();
};
