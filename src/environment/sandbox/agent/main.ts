// The agent: the first program on the drill's host. It builds the host's network and mounts, starts the services, and does what
// Drillbook asks over the channel that it was started with. When the channel closes, everything here ends.
import type { Request } from '../rpc.ts';
import { agentApi } from './api.ts';
import { serveRpc } from './rpc-server.ts';

const early: Request[] = [];
let handle = (request: Request): void => {
  if (request.type !== 'setup') {
    early.push(request);
    return;
  }
  handle = serveRpc(agentApi(request.setup));
  for (const one of early) handle(one);
};

process.on('message', (message) => handle(message as Request));
process.on('disconnect', () => process.exit());
