// The agent: the first program on the drill's host. It builds the host's network and mounts, starts the services, and does what
// Drillbook asks over the channel that it was started with. When the channel closes, everything here ends.
import type { Request } from '../rpc.ts';
import { agentApi } from './api.ts';
import { HostProgress } from './host-progress.ts';
import { serveRpc } from './rpc-server.ts';

const host = new HostProgress(process.stdin);

const early: Request[] = [];
let handle = (request: Request): void => {
  if (request.type !== 'setup') {
    early.push(request);
    return;
  }
  handle = serveRpc(agentApi(request.setup, host));
  for (const one of early) handle(one);
};

// On the drill's host, `pkill -f node` is meant for the services.
process.title = 'drillbook-agent';

process.on('message', (message) => handle(message as Request));
process.on('disconnect', () => process.exit());
