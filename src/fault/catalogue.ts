import { certificateFault } from './certificate.ts';
import { clockFault } from './clock.ts';
import { commandFault } from './command.ts';
import { configFault } from './config.ts';
import { connectionLeak } from './connection-leak.ts';
import { cpuFault } from './cpu.ts';
import { dataFault } from './data.ts';
import { diskFull } from './disk-full.ts';
import { dnsFault } from './dns.ts';
import { loadFault } from './load.ts';
import { lockFault } from './lock.ts';
import { memoryLeak } from './memory-leak.ts';
import { migrationFault } from './migration.ts';
import type { FaultDefinition } from './model.ts';
import { networkFault } from './network.ts';
import { noop } from './noop.ts';
import { poolExhaustion } from './pool-exhaustion.ts';
import { portConflict } from './port-conflict.ts';
import { processFault } from './process.ts';
import { queueFault } from './queue.ts';
import { redisFlush } from './redis-flush.ts';
import { redisMemory } from './redis-memory.ts';
import { releaseFault } from './release.ts';
import { runawayQuery } from './runaway-query.ts';
import { slowQuery } from './slow-query.ts';

/** All faults that a drill may name. */
export const faults = [
  processFault,
  networkFault,
  poolExhaustion,
  connectionLeak,
  slowQuery,
  lockFault,
  runawayQuery,
  diskFull,
  redisMemory,
  redisFlush,
  queueFault,
  cpuFault,
  memoryLeak,
  loadFault,
  releaseFault,
  configFault,
  migrationFault,
  dataFault,
  dnsFault,
  portConflict,
  clockFault,
  certificateFault,
  commandFault,
  noop,
] as unknown as readonly FaultDefinition[];
