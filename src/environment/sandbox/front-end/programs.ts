import type { FrontEnd } from '../supervisor-model.ts';
import { composeProgram } from './compose/compose.ts';
import { docker } from './docker/docker.ts';
import { journalctl } from './host/journalctl.ts';
import { pm2 } from './host/pm2.ts';
import { service } from './host/service.ts';
import { doas, sudo } from './host/sudo.ts';
import { systemctl } from './host/systemctl.ts';
import type { FrontEndName } from './names.ts';
import { frontEnd } from './program.ts';

export const frontEnds: Readonly<Record<FrontEndName, FrontEnd>> = {
  doas,
  docker,
  'docker-compose': frontEnd(composeProgram('docker-compose')),
  journalctl,
  pm2,
  service,
  sudo,
  systemctl,
};
