import { readFileSync } from 'node:fs';
import type { CommandFlag } from '../../src/runbook/model.ts';

/** The commands of a flag's fixture, one a line: those that have it, and below the dividing line those that must not. */
export const flagExamples = (flag: CommandFlag): Record<'having' | 'lacking', readonly string[]> => {
  const file = new URL(`../fixtures/flags/${flag}.txt`, import.meta.url);
  const [having = '', lacking = ''] = readFileSync(file, 'utf8').trim().split('\n-- but not:\n');
  return { having: having.split('\n'), lacking: lacking.split('\n') };
};
