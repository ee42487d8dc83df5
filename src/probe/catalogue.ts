import { commandProbe } from './command.ts';
import { httpProbe } from './http.ts';
import type { ProbeDefinition } from './model.ts';
import { postgresProbe } from './postgres.ts';
import { redisProbe } from './redis.ts';
import { tcpProbe } from './tcp.ts';

/** All probes that a drill may name. */
export const probes = [
  httpProbe,
  tcpProbe,
  postgresProbe,
  redisProbe,
  commandProbe,
] as unknown as readonly ProbeDefinition[];
