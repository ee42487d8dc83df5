import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { type Place, join } from '../../proxy/forwarder.ts';
import { readLine } from './line.ts';
import type { RelayAnswer, RelayRequest } from './protocol.ts';
import { PublishedPorts } from './published-ports.ts';

/** Does what Drillbook asks from outside; who does not know the token gets no answer. */
export const serveRelay = async (port: number, token: string): Promise<void> => {
  const ports = new PublishedPorts();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    near.on('error', () => {});
    void serve(near, token, ports).catch(() => near.destroy());
  });
  server.listen(port, '0.0.0.0');
  await once(server, 'listening');
};

const serve = async (near: Socket, token: string, ports: PublishedPorts): Promise<void> => {
  const request = JSON.parse(await readLine(near)) as RelayRequest;
  if (request.token !== token) return void near.destroy();
  if ('publish' in request) {
    await ports.set(request.publish);
    return void near.end(line({}));
  }
  try {
    const far = await open(request.connect);
    near.write(line({}));
    join(near, far);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    near.end(line({ message, ...(code !== undefined && { code }) }));
  }
};

const open = async (place: Place): Promise<Socket> => {
  const far = connect({ ...place, allowHalfOpen: true, noDelay: true });
  await once(far, 'connect');
  return far;
};

const line = (answer: RelayAnswer): string => `${JSON.stringify(answer)}\n`;
