import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { systemClock } from '../../../core/clock.ts';
import { HarnessError } from '../../../core/errors.ts';
import { ARGS_FD, type Command, INFO_FD } from './bubblewrap.ts';
import type { Log } from './log.ts';
import { childOf, readProc } from './processes.ts';

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
export const launch = async ({ argv, options, init }: Command, log: Log): Promise<Launched> => {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] });
  const told = child.stdio[ARGS_FD] as Writable;
  // It may end before it has read them, and says why.
  told.on('error', () => {});
  told.end(options.map((option) => `${option}\0`).join(''));
  const read = Promise.all([
    log.read(child.stdout as Readable, 'stdout'),
    log.read(child.stderr as Readable, 'stderr'),
  ]);
  const exited = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 137)));
  const pid = await firstPid(child);
  if (pid === undefined) {
    await read;
    const said = log.tail(1).map(({ text }) => text);
    throw new HarnessError(
      'container-not-started',
      `bubblewrap could not start the container: ${said.join()}`,
    );
  }
  let program = pid;
  while (isStillBubblewrap(program)) {
    await systemClock.sleep(LOOK_MS);
    if (init) program = childOf(pid) ?? pid;
  }
  return { pid, program, exited: read.then(() => exited) };
};

/** Not so when it is gone: its exit code tells more than an error here. */
const isStillBubblewrap = (pid: number): boolean => readProc(pid, 'comm').trim() === 'bwrap';

const firstPid = async (child: ChildProcess): Promise<number | undefined> => {
  let info = '';
  // To its end: bubblewrap would not survive a pipe that nobody reads.
  for await (const chunk of child.stdio[INFO_FD] as Readable) info += String(chunk);
  const pid = /"child-pid":\s*(\d+)/.exec(info)?.[1];
  return pid === undefined ? undefined : Number(pid);
};
