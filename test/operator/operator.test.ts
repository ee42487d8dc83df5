import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDuration } from '../../src/core/duration.ts';
import { type OperatorsPlace, operatorsPlace } from '../support/operators-place.ts';
import { type CommandResult, Operator, type RunOptions } from '../../src/operator/operator.ts';

let place: OperatorsPlace;
let operator: Operator;

beforeEach(() => {
  place = operatorsPlace();
  operator = new Operator(place.environment);
});

afterEach(async () => {
  await operator[Symbol.asyncDispose]();
  place[Symbol.dispose]();
});

const run = (command: string, options: Partial<RunOptions> = {}): Promise<CommandResult> =>
  operator.run(command, { timeout: 30_000, ...options });

/** In ms: within it, what a command says first is said, also on a busy machine. */
const WINDOW = 1000;

const output = async (command: string): Promise<string> => (await run(command)).output;

/** A zombie is dead: what ended may wait for a parent that never asks. */
const isAlive = (pid: string): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid.trim()}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const typed = (line: number): Pick<RunOptions, 'typed'> => ({
  typed: { step: 1, lines: [line, line], command: 'x' },
});

const pidFile = (): string => readFileSync(`${place.folder}/pid`, 'utf8');

describe('one shell', () => {
  it('carries folder, variables, functions and $? over', async () => {
    await run(
      'mkdir sub && cd sub && COLOUR=red && paint() { echo "$COLOUR in $(basename "$PWD")"; }; false',
    );
    expect(await output('echo $?; paint')).toBe('1\nred in sub\n');
  });

  it('gives exit code and both outputs as they came', async () => {
    const result = await run('echo one; echo two >&2; echo three; exit_with() { return 3; }; exit_with');
    expect(result).toMatchObject({
      status: 'failed',
      exitCode: 3,
      output: 'one\ntwo\nthree\n',
      truncated: false,
    });
  });

  it.each(['echo "unbalanced', 'if true; then', 'echo $(', "cat <<'END'\nnever ended", ')'])(
    'goes on after %j',
    async (broken) => {
      await run('HERE=still');
      expect((await run(broken)).status).toBe(broken.startsWith('cat') ? 'ok' : 'failed');
      expect(await output('echo $HERE')).toBe('still\n');
    },
  );

  it('gives a command nothing to read but what it brings itself', async () => {
    expect(await output('cat; read answer; echo "[$answer]"')).toBe('[]\n');
    expect(await output('cat <<END\nmine\nEND')).toBe('mine\n');
  });

  it('does not take what it prints for its own protocol, and shows it to no command', async () => {
    expect(await output('printf \'\\0%s 1 0 ended\\0after\\n\' "$__drillbook_nonce"x')).toMatch(
      /x 1 0 endedafter\n$/,
    );
    expect(await output('cat /proc/$$/environ /proc/$$/cmdline | grep -c "$__drillbook_nonce"')).toBe('0\n');
    expect(await output('ls /proc/self/fd | grep -x -e 198 -e 199')).toBe('');
  });

  it('traces the commands alone with set -x, until set +x', async () => {
    expect(await output('set -x')).toBe('');
    expect(await output('echo one; false')).toBe('++ echo one\none\n++ false\n');
    expect(await output('echo $?; set +x')).toBe('++ echo 1\n1\n++ set +x\n');
    expect(await output('echo two')).toBe('two\n');
  });

  it('keeps the beginning and the end of a long output', async () => {
    const result = await run('seq 1 200000');
    expect(result.truncated).toBe(true);
    expect(result.output.length).toBeLessThan(66_000);
    expect(result.output).toMatch(/^1\n2\n[^]*\n… \d+ bytes left out …\n[^]*\n200000\n$/);
  });
});

describe('a command that ends the shell', () => {
  it.each(['exit 4', 'set -e; (exit 4); true'])(
    '%s: the next finds a new one, as it left it',
    async (ending) => {
      await run('cd /usr; KEPT=yes; LIST=(a "b c")');
      const result = await run(ending);
      expect(result).toMatchObject({
        status: 'failed',
        exitCode: 4,
        reason: expect.stringContaining('ended the shell'),
      });
      expect(await output('pwd; echo $KEPT ${#LIST[@]}')).toBe('/usr\nyes 2\n');
    },
  );

  it('keeps the folder where the shell has become another program', async () => {
    await run('mkdir "a b"; cd "a b"');
    expect(await run('exec bash -c "exit 4"')).toMatchObject({ status: 'failed', exitCode: 4 });
    expect(await output('basename "$PWD"')).toBe('a b\n');
  });

  it('keeps what that same command did before', async () => {
    await run('cd /usr; LATE=yes; exit 0');
    expect(await output('pwd; echo $LATE')).toBe('/usr\nyes\n');
  });
});

describe('a command that hangs', () => {
  it('is ended at its limit with all that it started, and the next finds its shell as it was', async () => {
    const stubborn = '(echo $BASHPID > pid; trap "" INT; while :; do sleep 5; done) &';
    const result = await run(`${stubborn} cd /usr; X=1; for i in 1 2; do echo $i; sleep 100; done`, {
      timeout: WINDOW,
    });
    expect(result).toMatchObject({
      status: 'timed-out',
      output: expect.stringMatching(/^1\n(?!2)/) as string,
      reason: expect.stringContaining(formatDuration(WINDOW)),
    });
    expect(result.exitCode).toBeUndefined();
    expect(isAlive(pidFile())).toBe(false);
    expect(await output('pwd; echo $X')).toBe('/usr\n1\n');
  });

  it('is ended also where only the shell itself is busy', async () => {
    expect((await run('while :; do :; done', { timeout: 200 })).status).toBe('timed-out');
    expect(await output('echo on')).toBe('on\n');
  });

  it('tells which commands’ background jobs still run', async () => {
    await run('mkfifo stay gone; cat <stay & exec 7>stay', typed(1));
    await run('(cat <gone; echo over) | cat & exec 8>gone', typed(2));
    await run('true', typed(3));
    expect((await operator.stillRunning()).map(({ lines: [line] }) => line)).toEqual([1, 2]);
    await run('exec 8>&-; wait %2', typed(4));
    expect((await operator.stillRunning()).map(({ lines: [line] }) => line)).toEqual([1]);
    await run('kill %1; wait', typed(5));
    expect(await operator.stillRunning()).toEqual([]);
  });

  it('tells of one that was disowned, too', async () => {
    await run('set -u; mkfifo stay; cat <stay & disown; exec 7>stay', typed(1));
    expect((await operator.stillRunning()).map(({ lines: [line] }) => line)).toEqual([1]);
    await run('kill $!; while kill -0 $!; do :; done', typed(2));
    expect(await operator.stillRunning()).toEqual([]);
  });

  it('leaves the background jobs of earlier commands alone', async () => {
    await run('sleep 1000 & echo $! > pid');
    await run('sleep 1000', { timeout: 100 });
    const pid = pidFile();
    expect(isAlive(pid)).toBe(true);
    await operator[Symbol.asyncDispose]();
    expect(isAlive(pid)).toBe(false);
  });

  it('is ended when the run is interrupted', async () => {
    const interruption = new AbortController();
    const running = run('echo $$ > pid; sleep 1000', { signal: interruption.signal });
    interruption.abort();
    expect(await running).toMatchObject({ status: 'failed', reason: 'ended: interrupted' });
  });
});

it('a command that cannot be ended from inside is ended from outside', async () => {
  const { operator: start } = place.environment;
  const refusing = new Operator({
    operator: (argv, options) =>
      start(argv.includes('-c') && argv[0] === 'bash' && argv[1] === '-c' ? ['false'] : argv, options),
  });
  const result = await refusing.run('echo here; sleep 1000', { timeout: WINDOW });
  expect(result).toMatchObject({ status: 'timed-out', output: 'here\n' });
  expect((await refusing.run('echo on', { timeout: 30_000 })).output).toBe('on\n');
});

describe('an endless command', () => {
  it('has its window, and being ended is its success', async () => {
    const result = await run('echo line > log; tail -f log', { timeout: WINDOW, endless: true });
    expect(result).toMatchObject({ status: 'window-ended', output: 'line\n' });
    expect(result.ms).toBeGreaterThan(WINDOW);
  });

  it('that ends before has the exit code that it has', async () => {
    expect(await run('tail -f /does/not/exist', { timeout: 30_000, endless: true })).toMatchObject({
      status: 'failed',
      exitCode: 1,
    });
  });
});

it('ends what was started in sessions of its own', async () => {
  await run(
    'setsid bash -c "echo \\$\\$ > pid; exec sleep 1000" < /dev/null > /dev/null 2>&1 & until [ -s pid ]; do sleep 0.01; done',
  );
  const pid = pidFile();
  expect(isAlive(pid)).toBe(true);
  await operator[Symbol.asyncDispose]();
  expect(isAlive(pid)).toBe(false);
});
