/**
 * What a step costs beyond the shell: 200 trivial commands through the operator, one at a time with exit code and output for
 * each, against the same commands in plain bash.
 *
 *     scripts/node node bench/steps.ts
 */
import { spawnSync } from 'node:child_process';
import { Operator } from '../src/operator/operator.ts';
import { operatorsPlace } from '../test/support/operators-place.ts';
import { median } from '../src/core/statistics.ts';

const COMMANDS = 200;
const ROUNDS = 9;

const throughOperator = async (command: string): Promise<number> => {
  using place = operatorsPlace();
  await using operator = new Operator(place.environment);
  const start = performance.now();
  for (let count = 0; count < COMMANDS; count += 1) await operator.run(command, { timeout: 5000 });
  return performance.now() - start;
};

/** One shell for all, without exit codes: the least that there can be. */
const inOneBash = (command: string): number => {
  const start = performance.now();
  spawnSync('bash', ['--norc'], { input: `${command}\n`.repeat(COMMANDS) });
  return performance.now() - start;
};

/** A shell for each, as a program without a persistent shell would do it. */
const inBashEach = (command: string): number => {
  const start = performance.now();
  for (let count = 0; count < COMMANDS; count += 1) spawnSync('bash', ['--norc', '-c', command]);
  return performance.now() - start;
};

for (const command of ['echo hello', '/bin/echo hello']) {
  const times = { operator: [] as number[], one: [] as number[], each: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.operator.push(await throughOperator(command));
    times.one.push(inOneBash(command));
    times.each.push(inBashEach(command));
  }
  const [operator, one, each] = [median(times.operator), median(times.one), median(times.each)];
  console.log(
    `${COMMANDS} × ${command}: operator ${operator.toFixed(0)} ms (${(operator / COMMANDS).toFixed(2)} ms each); ` +
      `one bash ${one.toFixed(0)} ms (ratio ${(operator / one).toFixed(2)}); a bash each ${each.toFixed(0)} ms (ratio ${(operator / each).toFixed(2)})`,
  );
}
