import { expect, test } from 'vitest';
import { runCommand } from './exec.ts';

test('a program that prints without an end is ended at its time limit, and the last of its words are kept', async () => {
  const { exitCode, stdout } = await runCommand(['yes'], { timeoutMs: 300 });
  expect(exitCode).toBe(124);
  expect(stdout.length).toBeLessThan(2 ** 21);
  expect(stdout).toMatch(/^\[drillbook: \d+ characters left out\]\n(?:y?\ny)+/);
});

test('a program is over when it has ended, whatever it leaves running', async () => {
  const argv = ['sh', '-c', 'sleep 600 & echo $!'];
  const { exitCode, stdout } = await runCommand(argv, { timeoutMs: 10_000 });
  process.kill(Number(stdout), 'SIGKILL');
  expect(exitCode).toBe(0);
});

test('what a program prints to both streams is told as it is', async () => {
  const argv = ['sh', '-c', 'printf abc; echo no >&2; exit 3'];
  expect(await runCommand(argv, {})).toEqual({ exitCode: 3, stdout: 'abc', stderr: 'no\n' });
});
