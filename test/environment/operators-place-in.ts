import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { Operator } from '../../src/operator/operator.ts';

/** What a person has who types commands, in a system of `app` with a published port. */
export const operatorsPlaceIn = (environment: () => StartedEnvironment): void => {
  test('the operator has the published ports and the project’s files', async () => {
    const script = 'curl -s localhost:8000/health; ls; echo "$GREETING"; cat';
    const shell = environment().operator(['sh', '-c', script], { env: { GREETING: 'hello' } });
    shell.stdin?.end('input\n');
    const [output, [code]] = await Promise.all([
      text(shell.stdout as NodeJS.ReadableStream),
      once(shell, 'exit'),
    ]);
    expect(output).toBe('okapp\ncompose.yaml\nhello\ninput\n');
    expect(code).toBe(0);
  });

  test('a shell that a command has stopped is ended, and the next one goes on', async () => {
    await using operator = new Operator(environment());
    expect((await operator.run('kill -STOP $$', { timeout: 300 })).status).toBe('timed-out');
    expect((await operator.run('echo on', { timeout: 30_000 })).output).toBe('on\n');
  });

  test('what is named is made anew, and not what it depends on', async () => {
    await using operator = new Operator(environment());
    const typed = async (command: string): Promise<string> =>
      (await operator.run(command, { timeout: 60_000 })).output;
    const [store, worker] = [
      await typed('docker compose ps -q redis'),
      await typed('docker compose ps -q worker'),
    ];
    await typed('docker compose up -d --force-recreate worker');
    expect(await typed('docker compose ps -q redis')).toBe(store);
    expect(await typed('docker compose ps -q worker')).not.toBe(worker);
  });
};
