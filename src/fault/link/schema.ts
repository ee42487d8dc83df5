import { z } from 'zod';
import { durationField } from '../../core/duration-field.ts';

const parameters = {
  latency: durationField({ least: 0 })
    .optional()
    .describe('latency: so much later does all data come. Default: none; latency needs it.'),
  jitter: durationField({ least: 0 })
    .optional()
    .describe('latency: so much more or less, by chance. Default: none.'),
  rate: z
    .int()
    .min(0)
    .optional()
    .describe('bandwidth: KB in a second; 0 lets nothing through. Default: none; bandwidth needs it.'),
  delay: durationField({ least: 0 })
    .optional()
    .describe(
      'slow-close: how long the end is held back. slicer: the pause after each packet. Default: none; both need it.',
    ),
  timeout: durationField({ least: 0 })
    .optional()
    .describe(
      'timeout: the connection is ended after it. reset-peer: it is reset after it. Default: timeout never ends it, reset-peer resets it at once.',
    ),
  'average-size': z
    .int()
    .min(1)
    .optional()
    .describe('slicer: bytes of a packet. Default: none; slicer needs it.'),
  'size-variation': z.int().min(0).optional().describe('slicer: bytes more or less. Default: none.'),
  bytes: z
    .int()
    .min(0)
    .max(16 << 20)
    .optional()
    .describe('limit-data: the connection is ended after so many bytes. Default: none; limit-data needs it.'),
} as const;

export type Parameter = keyof typeof parameters;
export const PARAMETERS = Object.keys(parameters) as readonly Parameter[];

/** Form alone: which toxic takes what is checked by its own row of the table. */
export const shape = z.strictObject({
  network: z.string().describe('The store whose link to the other services is disturbed.'),
  toxic: z
    .enum(['down', 'latency', 'reset-peer', 'timeout', 'bandwidth', 'limit-data', 'slicer', 'slow-close'])
    .describe('As in Toxiproxy; down refuses and cuts all connections.'),
  stream: z
    .enum(['upstream', 'downstream'])
    .default('downstream')
    .describe('upstream: what the services send to the store. downstream: what it sends to them.'),
  ...parameters,
});

export type NetworkFault = z.infer<typeof shape>;
