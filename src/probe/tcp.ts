import type { Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { defineProbe } from './model.ts';
import { parsePlace, placeProblems } from './place.ts';
import { inWords, ProbeError } from './reason.ts';

const schema = z
  .strictObject({
    tcp: z
      .string()
      .refine((text) => parsePlace(text) !== undefined, 'not a host and a port such as localhost:5432')
      .describe('A published port of localhost, or a service and its own port.'),
  })
  .describe('A TCP port takes connections.');

/** A forwarder takes connections also while nobody listens behind it, and ends them at once: so long it is given to, in ms. */
const FORWARDER = 10;

/** A TCP port takes connections. */
export const tcpProbe = defineProbe<z.infer<typeof schema>>({
  kind: 'tcp',
  schema,
  validate: ({ tcp }, system) => placeProblems(parsePlace(tcp) ?? { host: '', port: 0 }, system),
  open: ({ tcp }, environment) => {
    const { host, port } = parsePlace(tcp) ?? { host: '', port: 0 };
    return {
      sample: (signal) =>
        inWords(async () => {
          const socket = await environment.dial(host, port, signal);
          try {
            if (await endsWithin(socket, FORWARDER)) throw new ProbeError('connection closed at once');
          } finally {
            socket.destroy();
          }
          return 'connected';
        }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});

const endsWithin = (socket: Socket, ms: number): Promise<boolean> =>
  new Promise((resolve) => {
    for (const event of ['end', 'error', 'close']) socket.once(event, () => resolve(true));
    socket.resume();
    void setTimeout(ms, undefined, { ref: false })
      // On a busy machine the time may be up before that is read which came in it.
      .then(() => setImmediate())
      .then(() => resolve(false));
  });
