import { expect, it } from 'vitest';
import { runCommandLine } from './program.ts';

it.each([
  [['run', ''], 'an argument is empty, after "run": is a variable not set?'],
  [['lint', '--fix', 'a.md', ''], 'an argument is empty, after "a.md"'],
  [['plan', 'a.yaml', '--runbook='], 'an argument is empty, --runbook='],
  [[''], 'an argument is empty: is'],
])('%j is no call for all that is in the working folder', async (args, message) => {
  await expect(runCommandLine(args)).rejects.toThrow(message);
});
