import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { systemClock } from '../core/clock.ts';
import { formatDuration } from '../core/duration.ts';
import type { CommandStatus, EventOf } from '../core/event.ts';
import { onAbort } from '../core/on-abort.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { END_PROCESSES } from './scripts.ts';
import { type Answer, Shell } from './shell.ts';

/** Which command of the runbook it is. */
export type TypedCommand = Pick<EventOf<'command-started'>, 'step' | 'lines' | 'command'>;

export interface RunOptions {
  /** In ms. For an endless command this is its window. */
  readonly timeout: number;
  /** Never ends by itself (`watch`, `tail -f`): being ended at the end of its window is its success. */
  readonly endless?: boolean;
  /** Told again by `stillRunning`. */
  readonly typed?: TypedCommand;
  readonly signal?: AbortSignal;
}

export interface CommandResult {
  readonly status: Exclude<CommandStatus, 'skipped'>;
  /** Absent when the command was ended. */
  readonly exitCode?: number;
  /** stdout and stderr as they came, bounded, without terminal control sequences. */
  readonly output: string;
  readonly truncated: boolean;
  readonly ms: number;
  /** Why it failed beyond its exit code, or what happened to the shell. */
  readonly reason?: string;
}

/** A shell that is gone has told of it within this many ms. */
const FAREWELL_MS = 1000;

/** A shell that has nothing to do says in no time what runs beside it. */
const LOOK_MS = 1000;

type Ended = 'timeout' | 'signal';

/**
 * A person at one terminal: commands run one after the other in one bash, so that `cd`, variables, functions and `$?`
 * carry over. A command that ends its shell, or that has to be ended, does not end the operator: the next command finds a
 * new shell with the same folder, variables and functions.
 */
export class Operator implements AsyncDisposable {
  readonly #environment: Pick<StartedEnvironment, 'operator'>;
  /** In the environment of all that was started here. */
  readonly #mark = randomBytes(8).toString('hex');
  readonly #shells: Shell[] = [];
  /** Background jobs by their pids: which command started them. */
  readonly #jobs = new Map<string, TypedCommand>();

  constructor(environment: Pick<StartedEnvironment, 'operator'>) {
    this.#environment = environment;
  }

  /** @throws HarnessError when no shell can be started in the operator's place. */
  async run(command: string, options: RunOptions): Promise<CommandResult> {
    const shell = await this.#shell();
    const started = performance.now();
    const before = shell.jobs;
    const { answer, ended } = await this.#limited(shell, command, options);
    const { typed } = options;
    const begun = typed === undefined ? [] : shell.jobs.filter((pid) => !before.includes(pid));
    for (const pid of begun) this.#jobs.set(pid, typed as TypedCommand);
    return {
      ...outcome(answer, options, ended),
      output: answer.output.text(),
      truncated: answer.output.truncated,
      ms: performance.now() - started,
    };
  }

  /** The commands whose background jobs run to this moment, in the shell that is left. */
  async stillRunning(): Promise<readonly TypedCommand[]> {
    const shell = this.#shells.at(-1);
    if (!shell?.alive || this.#jobs.size === 0) return [];
    await this.#limited(shell, ':', { timeout: LOOK_MS });
    return [...new Set(shell.jobs.flatMap((pid) => this.#jobs.get(pid) ?? []))];
  }

  /** Ends all that the commands started, background jobs too. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#shells.length === 0) return;
    await this.#end('');
    for (const shell of this.#shells.splice(0)) {
      shell.kill();
      shell.close();
    }
  }

  async #shell(): Promise<Shell> {
    const current = this.#shells.at(-1);
    if (current?.alive) return current;
    const shell = await Shell.start(this.#environment, this.#mark, current);
    this.#shells.push(shell);
    return shell;
  }

  async #limited(
    shell: Shell,
    command: string,
    options: RunOptions,
  ): Promise<{ answer: Answer; ended: Ended | undefined }> {
    let ended: Ended | undefined;
    let ending: Promise<unknown> | undefined;
    const jobs = shell.jobs;
    const end = (why: Ended): void => {
      if (ended !== undefined) return;
      ended = why;
      ending = this.#end(String(shell.pid), ...jobs).then(async (done) => {
        if (done) await systemClock.sleep(FAREWELL_MS, over.signal);
        // A stopped shell has stopped what it runs in, which does not see that it is gone.
        if (!over.signal.aborted) shell.kill();
      });
    };
    const abort = (): void => end('signal');
    const over = new AbortController();
    void systemClock.sleep(options.timeout, over.signal).then(() => over.signal.aborted || end('timeout'));
    const running = shell.run(command);
    const settled = onAbort(options.signal, abort);
    const answer = await running;
    over.abort();
    settled();
    await ending;
    return { answer, ended };
  }

  /** @returns whether they are gone; they may not be where a command has damaged the operator's place */
  async #end(shell: string, ...spared: readonly string[]): Promise<boolean> {
    const mark = `DRILLBOOK_OPERATOR=${this.#mark}`;
    try {
      const child = this.#environment.operator(['bash', '-c', END_PROCESSES, 'bash', mark, shell, ...spared]);
      child.stdout.resume();
      child.stderr.resume();
      child.stdin.on('error', () => {}).end();
      const [exitCode] = await once(child, 'exit');
      return exitCode === 0;
    } catch {
      return false;
    }
  }
}

const outcome = (
  answer: Answer,
  options: RunOptions,
  ended: Ended | undefined,
): Pick<CommandResult, 'status' | 'exitCode' | 'reason'> => {
  if (ended === 'signal') {
    const why: unknown = options.signal?.reason;
    return { status: 'failed', reason: `ended: ${typeof why === 'string' ? why : 'interrupted'}` };
  }
  if (ended === 'timeout') {
    if (options.endless) return { status: 'window-ended' };
    return {
      status: 'timed-out',
      reason: `ended after ${formatDuration(options.timeout)}, its time limit; a new shell goes on in the same folder`,
    };
  }
  const { exitCode } = answer;
  const status = exitCode === 0 ? 'ok' : 'failed';
  if (!answer.ended) return { status, exitCode };
  return { status, exitCode, reason: 'it ended the shell; a new one goes on in the same folder' };
};
