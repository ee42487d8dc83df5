import { execa } from 'execa';
import { test } from 'vitest';
import { repository } from '../support/cli.ts';
import { PRESKOOL } from '../support/preskool.ts';
import { VERDICTS } from '../support/verdicts.ts';

const sabotage = (...args: readonly string[]) =>
  execa(repository('scripts/node'), ['node', 'scripts/sabotage.ts', ...args], {
    cwd: repository('.'),
    reject: false,
    timeout: 230_000,
    killSignal: 'SIGKILL',
  });

/** Another one each day: all of them, in all parts, take most of an hour. */
const today = Math.floor(Date.now() / 86_400_000);
const drills = [
  ...new Set([
    ...Object.keys(VERDICTS).filter((each) => VERDICTS[each] === 'pass'),
    ...Object.keys(PRESKOOL).map((name) => `drills/preskool/${name}.yaml`),
  ]),
];
const drill = drills[today % drills.length] as string;

test.concurrent(`no sabotage of ${drill} passes`, async ({ expect }) => {
  const { stdout, exitCode } = await sabotage('--part', `${(today % 3) + 1}/3`, drill);
  expect(stdout).toMatch(/\| ✓ \| \S+ \| as it is \| pass \(recovered\) \|/);
  expect(stdout).toMatch(/\| ✓ \| \S+ \| all cures → removed \| fail/);
  expect(stdout).toMatch(/\| ✓ \| \S+ \| evidence → not seen \| inconclusive/);
  expect(exitCode).toBe(0);
}, 240_000);

test.concurrent('a drill that passes without its cure is found out', async ({ expect }) => {
  const { stdout, exitCode } = await sabotage(
    '--part',
    '2/2',
    'test/fixtures/drills/controls/heals-itself.yaml',
  );
  expect(stdout).toMatch(/\| ✗ \| \S+ \| all cures → removed \| pass/);
  expect(exitCode).toBe(1);
});
