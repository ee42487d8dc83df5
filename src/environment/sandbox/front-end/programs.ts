import type { FrontEnd } from '../supervisor-model.ts';
import { composeProgram } from './compose/compose.ts';
import { docker } from './docker/docker.ts';
import { journalctl } from './host/journalctl.ts';
import { pm2 } from './host/pm2.ts';
import { serviceCommand, systemctl } from './host/systemctl.ts';
import { frontEnd } from './program.ts';

/** The names on the operator's PATH. */
export const frontEnds: Readonly<Record<string, FrontEnd>> = {
  docker,
  'docker-compose': frontEnd(composeProgram('docker-compose')),
  journalctl,
  pm2,
  service: serviceCommand,
  systemctl,
};
