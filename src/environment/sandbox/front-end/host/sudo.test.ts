import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { callFrontEnd } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor } from '../../../../../test/support/memory-supervisor.ts';

const PATH = process.env['PATH'] ?? '';
const ENV = { PATH, HOME: '/', LANG: 'C.UTF-8', PGPASSWORD: 'secret', COMPOSE_FILE: 'a.yaml' };

const call = (...argv: readonly string[]) => callFrontEnd(new MemorySupervisor(), argv, { env: ENV });

/** What the program that it becomes prints. */
const typed = async (...argv: readonly string[]): Promise<string> => {
  const { exec: [program = '', ...args] = [], stderr } = await call(...argv);
  if (program === '') return stderr;
  return execFileSync(program, args, { encoding: 'utf8', cwd: '/usr', env: ENV, stdio: 'pipe' }).trim();
};

test.each([
  [['sudo', 'echo', 'a b'], 'a b'],
  [['sudo', '-nH', '-u', 'root', '--', 'echo', '-n', 'A=b'], 'A=b'],
  [['sudo', '--user=root', '-p', 'word', 'printenv', 'SUDO_USER'], 'root'],
  [['sudo', 'A=b c', '-E', 'D=e', 'sh', '-c', 'echo "$A $D $PGPASSWORD"'], 'b c e secret'],
  [['sudo', '--preserve-env=PGPASSWORD,NONE', 'sh', '-c', 'echo "$PGPASSWORD, $COMPOSE_FILE"'], 'secret,'],
  [['sudo', 'sh', '-c', 'echo "$LANG, $PGPASSWORD"'], 'C.UTF-8,'],
  [['sudo', 'pwd'], '/usr'],
  [['sudo', '-i', 'pwd'], '/'],
  [['sudo', '-D', '/etc', 'pwd'], '/etc'],
  [['sudo', '-s', 'echo', '$HOME', 'a  b;', '"c"'], '/ a  b; "c"'],
  [['doas', '-n', 'sh', '-c', 'echo "$LANG, $PGPASSWORD"'], 'C.UTF-8,'],
  [['doas', '-s', 'echo', '$HOME'], '/'],
])('%j prints %j', async (argv, printed) => {
  expect(await typed(...argv)).toBe(printed);
});

test('there is no user but root', async () => {
  for (const argv of ['sudo -u postgres psql', 'sudo -iu postgres', 'doas -u postgres psql'])
    expect(await call(...argv.split(' '))).toMatchObject({
      exit: 125,
      stderr: expect.stringMatching(
        /^(?:sudo|doas): '-u postgres' is not available in this sandbox: .*no user but root/,
      ) as string,
    });
});

test('only a program is found, and not what only a shell has', async () => {
  for (const [program, argv] of [
    ['nope', ['sudo', 'nope']],
    ['cd', ['sudo', 'cd', '/']],
    ['./nope', ['doas', './nope']],
  ] as const)
    await expect(typed(...argv)).rejects.toMatchObject({
      status: 1,
      stderr: `${argv[0]}: ${program}: command not found\n`,
    });
});

test('nothing to do is told, but where that is all', async () => {
  expect(await call('sudo')).toMatchObject({
    exit: 1,
    stderr: expect.stringMatching(/^usage: sudo /) as string,
  });
  expect(await call('doas', '-n')).toMatchObject({ exit: 1 });
  for (const argv of ['sudo -v', 'sudo -k', 'doas -L'])
    expect(await call(...argv.split(' '))).toMatchObject({ exit: 0, stderr: '' });
});
