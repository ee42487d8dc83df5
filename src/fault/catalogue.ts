import type { FaultDefinition } from './model.ts';
import { loadFault } from './load.ts';
import { networkFault } from './network.ts';
import { noop } from './noop.ts';
import { poolExhaustion } from './pool-exhaustion.ts';
import { processFault } from './process.ts';

/** All faults that a drill may name. */
export const faults = [
  processFault,
  networkFault,
  poolExhaustion,
  loadFault,
  noop,
] as unknown as readonly FaultDefinition[];
