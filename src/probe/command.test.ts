import { expect, test } from 'vitest';
import { environmentOf } from '../../test/support/environment.ts';
import { service, system } from '../../test/support/system.ts';
import { commandProbe } from './command.ts';

test('a command that cannot fail, or in no service, is refused', () => {
  const problems = commandProbe.validate?.(
    { command: 'pg_isready || true', in: 'db' },
    system(service('web')),
  );
  expect(problems).toEqual(['there is no service "db"', 'it cannot fail: || true']);
});

const run = (exitCode: number, stderr: string): Promise<string> =>
  commandProbe
    .open(
      { command: 'pg_isready', in: 'db' },
      environmentOf({}, system(service('db')), async () => ({ exitCode, stdout: 'no\nresponse', stderr })),
      1000,
    )
    .sample(new AbortController().signal);

test('a command holds when it ends with 0, and else says why', async () => {
  expect(await run(0, '')).toBe('exit 0');
  await expect(run(2, '')).rejects.toThrow('exit 2: no response');
  await expect(run(127, 'sh: pg_isready: not found\n')).rejects.toThrow(
    'exit 127: sh: pg_isready: not found',
  );
});
