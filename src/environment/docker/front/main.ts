// The front of a drill: a container in whose network name space the operator sits. It publishes the Compose file's ports there,
// is the proxy before the stores, and opens connections for Drillbook, which is outside. It imports nothing that is not copied
// into the container with it: this folder and the proxy's.
import { startProxyServer } from '../../proxy/server.ts';
import { type FrontSettings, PROXY_API } from './protocol.ts';
import { serveRelay } from './relay.ts';

const { token, relayPort } = JSON.parse(process.env['FRONT'] ?? '') as FrontSettings;
// Its own network only: nobody else has the token.
await startProxyServer(PROXY_API);
await serveRelay(relayPort, token);
