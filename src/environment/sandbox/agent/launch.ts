import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { systemClock } from '../../../core/clock.ts';
import { HarnessError } from '../../../core/errors.ts';
import { ARGS_FD, type Command, STATUS_FD } from './bubblewrap.ts';
import { Collected } from './collected.ts';
import { childOf, readProc } from './processes.ts';

/** Who reads what a container writes. */
export interface Reader {
  /** Resolves when the stream has ended. */
  read(from: Readable, stream: 'stdout' | 'stderr'): Promise<void>;
  readonly lastLine: string;
}

/** A container that was started. */
export interface Launched {
  /** Its first process, on the drill's host. */
  readonly pid: number;
  /** Its program: the first process, or the one that signals are passed on to where the service has `init`. */
  readonly program: number;
  /** Its exit code, 128 + signal where it was killed; known when all that it wrote is in the log. */
  readonly exited: Promise<number>;
}

/** How often it is looked whether the program has taken bubblewrap's place, in ms. */
const LOOK_MS = 2;

/**
 * Starts a container, and resolves when its program has taken bubblewrap's place: entered before, its mounts would be half done.
 * @throws HarnessError with what bubblewrap said
 */
export const launch = async (
  { argv, options, init, keepsInput }: Command,
  reader: Reader,
): Promise<Launched> => {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, {
    stdio: [keepsInput ? 'pipe' : 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => {});
  const told = child.stdio[ARGS_FD] as Writable;
  // It may end before it has read them, and says why.
  told.on('error', () => {});
  told.end(options.map((option) => `${option}\0`).join(''));
  const exited = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 137)));
  const status = new Collected();
  const ended = Promise.all([
    reader.read(child.stdout as Readable, 'stdout'),
    reader.read(child.stderr as Readable, 'stderr'),
    status.read(child.stdio[STATUS_FD] as Readable),
  ]);
  const pid = await firstPid(child, status);
  let program = pid;
  while (program !== undefined && isStillBubblewrap(program)) {
    await systemClock.sleep(LOOK_MS);
    if (init) program = childOf(pid) ?? pid;
  }
  if (pid === undefined || program === undefined || readProc(program, 'comm') === '') {
    await ended;
    if (pid === undefined || program === undefined || !hasExitCode(status)) throw notStarted(reader);
  }
  return { pid, program, exited: ended.then(() => exited) };
};

const notStarted = ({ lastLine }: Reader): HarnessError =>
  new HarnessError('container-not-started', `bubblewrap could not start the container: ${lastLine}`);

const isStillBubblewrap = (pid: number): boolean => readProc(pid, 'comm').trim() === 'bwrap';

/** Bubblewrap tells the exit code of a program only: when the program was never started it has none. */
const hasExitCode = ({ text }: Collected): boolean => text.includes('"exit-code"');

/** `undefined` when bubblewrap ended before it had one. */
const firstPid = (child: ChildProcess, status: Collected): Promise<number | undefined> =>
  new Promise((resolve) => {
    const look = (): void => {
      const pid = /"child-pid":\s*(\d+)/.exec(status.text)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    };
    child.stdio[STATUS_FD]?.on('data', look).on('close', () => resolve(undefined));
    child.on('error', () => resolve(undefined));
  });
