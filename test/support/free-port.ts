import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Below it the system gives no port to anybody who does not ask for one: each port above may be another's by the time it is used. */
const GIVEN_FROM = Number(/\d+/.exec(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'))?.[0]);

/** Above those of well-known services, and above 10080, the last that `fetch` refuses ("bad port"). */
const FROM = 10_081;

/** A TCP port of the loopback interface that nobody listens on, and that nobody is given by chance. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * (GIVEN_FROM - FROM));
    if (await isFree(port)) return port;
  }
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
};
