import { expect, test } from 'vitest';
import type { StartedEnvironment } from '../../src/environment/model.ts';

/** What `exec` does, in a system of `postgres`, `redis` and `app`. */
export const programsInServices = (environment: () => StartedEnvironment): void => {
  const variable = async (service: string, name: string): Promise<string> =>
    (await environment().exec(service, ['printenv', name])).stdout.trim();

  test('exec hands over input, variables and exit code', async () => {
    const result = await environment().exec('app', ['sh', '-c', 'cat; echo $GREETING >&2; pwd; exit 3'], {
      stdin: 'input\n',
      env: { GREETING: 'hello' },
    });
    expect(result).toEqual({ exitCode: 3, stdout: 'input\n/app\n', stderr: 'hello\n' });
  });

  test('a variable named without a value, which the surroundings lack, is not the image’s either', async () => {
    expect(await variable('worker', 'MODE')).toBe('quiet');
    expect(await variable('app', 'MODE')).toBe('');
    expect(await variable('postgres', 'PG_MAJOR')).toBe('');
    expect(await variable('postgres', 'LANG')).not.toBe('');
  });

  test('exec ends a command at its time limit, with all that it started', async () => {
    const result = await environment().exec('app', ['sh', '-c', 'sleep 4711 & sleep 4711'], {
      timeoutMs: 100,
    });
    expect(result.exitCode).toBe(124);
    const left = await environment().exec('app', ['pgrep', '-f', 'sleep 4711']);
    expect(left.stdout).toBe('');
  });

  test('programs end whose caller gives them up, also while they begin', async () => {
    const abort = new AbortController();
    const begun = Array.from({ length: 10 }, () =>
      environment().exec('app', ['sleep', '4712'], { signal: abort.signal }),
    );
    abort.abort(new Error('enough'));
    await Promise.allSettled(begun);
    await expect
      .poll(async () => (await environment().exec('app', ['pgrep', '-f', 'sleep 4712'])).exitCode)
      .toBe(1);
  });

  test('a program that is ended leaves PostgreSQL, whose container it was in, as it is', async () => {
    const look = `SELECT backend_start FROM pg_stat_activity WHERE backend_type = 'checkpointer'`;
    const checkpointer = () => environment().exec('postgres', ['psql', '-U', 'shop', '-Atc', look]);
    const before = await checkpointer();
    expect(before).toMatchObject({ exitCode: 0, stderr: '' });
    await environment().exec('postgres', ['sh', '-c', 'sleep 4713; exit 0'], { timeoutMs: 300 });
    expect(await checkpointer()).toEqual(before);
  });

  test('a service has the programs of its image only', async () => {
    expect((await environment().exec('app', ['redis-cli', 'ping'])).exitCode).toBe(127);
    expect((await environment().exec('app', ['psql', '--version'])).exitCode).toBe(127);
    expect((await environment().exec('redis', ['redis-cli', 'ping'])).stdout).toBe('PONG\n');
    expect((await environment().exec('redis', ['node', '--version'])).exitCode).toBe(127);
  });
};
