import { randomBytes } from 'node:crypto';
import type { Duplex, Readable, Writable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Container, Exec } from 'dockerode';
import { systemClock } from '../../core/clock.ts';
import { onAbort } from '../../core/on-abort.ts';
import type { ExecOptions, ExecResult } from '../model.ts';
import { asked } from './engine.ts';

/** A program that runs in a container. */
export interface RunningExec {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its exit code, once it has ended and all that it wrote was read. */
  readonly exited: Promise<number>;
  /** Ends it at once, with all that it started. */
  kill(): Promise<void>;
  /** Leaves it to itself: what it does from now on does not show, and it counts as killed. */
  letGo(): void;
}

export interface StartExecOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDir?: string;
  readonly user?: string;
}

/** In the environment of what is executed, so that it can be found: the engine has no way to end it. */
const MARK = 'DRILLBOOK_EXEC';

/**
 * One program for all of them: where many are ended at once, each look at each process would outlast the next. Children before their
 * parents, so that each parent reaps its own: one that is left to the container's first process and then killed looks to that like a
 * child of its own that has crashed, and PostgreSQL ends all sessions then. A shell in a loop starts another child each time: at last
 * all are ended at once.
 */
const END_MARKED = `round=0
while files=$(grep -ls "$1" /proc/[0-9]*/environ); [ -n "$files" ] && [ $round -lt 20 ]; do
  round=$((round + 1))
  parents=" $(echo $(grep -hs ^PPid: /proc/[0-9]*/status)) "
  for file in $files; do
    pid=\${file#/proc/}
    pid=\${pid%/environ}
    case $round-$parents in
      [0-9]-*" $pid "*) ;;
      *) kill -KILL "$pid" ;;
    esac
  done
done`;

/**
 * What cannot be ended is let go of after this time in ms: its image has no shell, or its container was removed just when it began
 * (the engine then keeps the connection open for minutes).
 */
const END_PATIENCE = 2000;

/** As if by SIGKILL. */
const KILLED = 137;

/** @throws HarnessError when the container does not run */
export const startExec = async (
  container: Container,
  argv: readonly string[],
  { env = {}, workingDir, user }: StartExecOptions = {},
): Promise<RunningExec> => {
  const mark = randomBytes(8).toString('hex');
  const exec = await asked(
    `cannot run ${argv[0]}`,
    container.exec({
      Cmd: [...argv],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Env: Object.entries({ ...env, [MARK]: mark }).map(([name, value]) => `${name}=${value}`),
      ...(workingDir !== undefined && { WorkingDir: workingDir }),
      ...(user !== undefined && { User: user }),
    }),
  );
  const stream: Duplex = await asked(`cannot run ${argv[0]}`, startHijacked(exec));
  // What happens to the connection shows in its end.
  stream.on('error', () => {});
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  container.modem.demuxStream(stream, stdout, stderr);
  const closed = new Promise<void>((resolve) => stream.on('close', () => resolve()));
  let isLetGo = false;
  const letGo = (): void => {
    isLetGo = true;
    stream.destroy();
  };
  const exited = closed.then(() => {
    stdout.end();
    stderr.end();
    return isLetGo ? KILLED : exitCodeOf(exec);
  });
  exited.catch(() => {});
  const kill = async (): Promise<void> => {
    const patience = setTimeout(letGo, END_PATIENCE);
    await begun(exec, () => isLetGo)
      .then(() => endMarked(container, mark))
      // When the container has ended, the program has, too.
      .catch(letGo);
    await exited.catch(() => {});
    clearTimeout(patience);
  };
  return { stdin: stream, stdout, stderr, exited, kill, letGo };
};

/**
 * Where the engine refuses, since the container has just ended, its answer leaves the connection open for what would have been typed:
 * for minutes, and the process with it.
 */
const startHijacked = async (exec: Exec): Promise<Duplex> => {
  const connection = new AbortController();
  try {
    return await exec.start({ hijack: true, stdin: true, abortSignal: connection.signal });
  } catch (error) {
    connection.abort();
    throw error;
  }
};

const endMarked = async (container: Container, mark: string): Promise<void> => {
  const ending = await startExec(container, ['sh', '-c', END_MARKED, 'sh', `${MARK}=${mark}`], { user: '0' });
  ending.stdout.resume();
  ending.stderr.resume();
  ending.stdin.end();
  const patience = setTimeout(ending.letGo, END_PATIENCE);
  await ending.exited;
  clearTimeout(patience);
};

/** The engine answers that it is started before it is, and what has not begun is not found. */
const begun = async (exec: Exec, isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    const { Pid: pid, ExitCode: exitCode } = await exec.inspect();
    if (pid > 0 || exitCode !== null) return;
    await systemClock.sleep(5);
  }
};

/** The engine notes it a moment after the program's output has ended. */
const exitCodeOf = async (exec: Exec): Promise<number> => {
  while (true) {
    const { Running: running, ExitCode: exitCode } = await asked('cannot look at a command', exec.inspect());
    if (!running) return exitCode ?? KILLED;
    await systemClock.sleep(5);
  }
};

const TIMED_OUT = 124;

/** The engine's words, in the place of the program's own, with an exit code that depends on the engine's version. */
const NOT_FOUND = /^OCI runtime exec failed: .*(?:executable file not found|no such file or directory)/s;

/** Runs a program in a container to its end, or to its time limit. */
export const execIn = async (
  container: Container,
  argv: readonly string[],
  { timeoutMs, env = {}, stdin = '', signal }: ExecOptions = {},
  user?: string,
): Promise<ExecResult> => {
  signal?.throwIfAborted();
  const running = await startExec(container, argv, { env, ...(user !== undefined && { user }) });
  let timedOut = false;
  const end = (): void => void running.kill();
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          end();
        }, timeoutMs);
  const settled = onAbort(signal, end);
  running.stdin.end(stdin);
  try {
    const [stdout, stderr, exitCode] = await Promise.all([
      text(running.stdout),
      text(running.stderr),
      running.exited,
    ]);
    if (timedOut) return { exitCode: TIMED_OUT, stdout, stderr };
    if (NOT_FOUND.test(stdout)) return { exitCode: 127, stdout: '', stderr: stdout };
    return { exitCode, stdout, stderr };
  } finally {
    clearTimeout(timer);
    settled();
  }
};
