import type { FrontEnd } from '../supervisor-model.ts';
import { composeProgram } from './compose/compose.ts';
import { docker } from './docker/docker.ts';
import { frontEnd } from './program.ts';

/** The names on the operator's PATH. */
export const frontEnds: Readonly<Record<string, FrontEnd>> = {
  docker,
  'docker-compose': frontEnd(composeProgram('docker-compose')),
};
