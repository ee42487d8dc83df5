import { builtPrograms } from './cache.ts';
import { FRONT_END_NAMES } from './front-end/names.ts';
import { readMachine } from './machine.ts';
import { findProgram, searchPath } from './programs.ts';

/** Those of the programs that the operator will have: the machine's, and the front ends. */
export const operatorTools = async (names: readonly string[]): Promise<ReadonlySet<string>> => {
  const { postgres } = readMachine();
  const folders = [...searchPath(), builtPrograms(), ...(postgres === undefined ? [] : [postgres.bin])];
  const frontEnds: readonly string[] = FRONT_END_NAMES;
  return new Set(
    names.filter((name) => frontEnds.includes(name) || findProgram(name, folders) !== undefined),
  );
};
