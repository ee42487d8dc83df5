import { randomBytes } from 'node:crypto';
import { HarnessError } from '../core/errors.ts';
import type { OperatorProcess, StartedEnvironment } from '../environment/model.ts';
import { BoundedOutput } from './bounded-output.ts';
import { DRIVER } from './scripts.ts';

/** What the shell says after each command. */
export interface Answer {
  readonly exitCode: number;
  /** The shell is gone: the command said `exit`, or was ended. */
  readonly ended: boolean;
  readonly output: BoundedOutput;
}

/** Bytes that may still be in the pipe when the shell is gone arrive within this many ms. */
const DRAIN_MS = 100;

/** One bash process that evaluates commands in itself. See `DRIVER` for what passes between it and us. */
export class Shell {
  /** Its pid in the operator's place. */
  pid = 0;
  /** Where it is. */
  folder: string;
  /** Variables, functions and aliases, as a script: what it began with, and once it has ended what it ended with. */
  state: string;
  /** Pids of its background jobs. */
  jobs: readonly string[] = [];

  readonly #child: OperatorProcess;
  readonly #frame: Buffer;
  #pending: Buffer = Buffer.alloc(0);
  #control = '';
  #output = new BoundedOutput();
  #frameSeen: { exitCode: number; ended: boolean } | undefined;
  #gone = false;
  #settle: ((answer: Answer) => void) | undefined;

  private constructor(child: OperatorProcess, nonce: string, before: Pick<Shell, 'state' | 'folder'>) {
    this.#child = child;
    this.#frame = Buffer.from(`\0${nonce} `);
    this.state = before.state;
    this.folder = before.folder;
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => this.#readOutput(chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#readControl(chunk));
    child.on('error', () => this.#end(127));
    child.on('exit', (code: number | null) => setTimeout(() => this.#end(code ?? 137), DRAIN_MS));
  }

  /** @param before the shell whose place it takes */
  static async start(
    environment: Pick<StartedEnvironment, 'operator'>,
    mark: string,
    before: Pick<Shell, 'state' | 'folder'> = { state: '', folder: '' },
  ): Promise<Shell> {
    const nonce = randomBytes(16).toString('hex');
    const child = environment.operator(['bash', '--noprofile', '--norc', '-c', DRIVER, 'bash'], {
      env: { DRILLBOOK_OPERATOR: mark, PAGER: 'cat', TERM: 'dumb' },
    });
    const shell = new Shell(child, nonce, before);
    const answer = await shell.#ask(`${before.state}\0${before.folder}\0${nonce}\0`);
    if (!answer.ended) return shell;
    shell.close();
    throw new HarnessError(
      'operator-not-started',
      `the operator's shell did not start (exit ${answer.exitCode}): ${(shell.#control || answer.output.text()).trim()}`,
      { hint: 'bash must be in the operator’s place' },
    );
  }

  run(command: string): Promise<Answer> {
    return this.#ask(`${command.replaceAll('\0', '')}\0`);
  }

  get alive(): boolean {
    return !this.#gone;
  }

  /** From outside, where nothing in the operator's place can end it any more. */
  kill(): void {
    this.#child.kill();
  }

  /** Lets go of the pipes; processes are ended in the operator's place. */
  close(): void {
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
  }

  #ask(records: string): Promise<Answer> {
    this.#output = new BoundedOutput();
    return new Promise((resolve) => {
      this.#settle = resolve;
      if (this.#gone) this.#end(137);
      else this.#child.stdin.write(records);
    });
  }

  #readOutput(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const start = this.#pending.indexOf(this.#frame);
    if (start === -1) {
      // The last bytes may be the beginning of a frame.
      const cut = Math.max(0, this.#pending.length - this.#frame.length + 1);
      this.#output.push(this.#pending.subarray(0, cut));
      this.#pending = this.#pending.subarray(cut);
      return;
    }
    const end = this.#pending.indexOf(0, start + this.#frame.length);
    if (end === -1) return;
    this.#output.push(this.#pending.subarray(0, start));
    const frame = this.#pending.subarray(start + this.#frame.length, end).toString();
    const [pid, code, state, ...folder] = frame.split(' ');
    this.#pending = this.#pending.subarray(end + 1);
    this.pid = Number(pid);
    this.folder = folder.join(' ');
    this.#frameSeen = { exitCode: Number(code), ended: state === 'ended' };
    this.#answer();
  }

  #readControl(chunk: Buffer): void {
    this.#control += chunk.toString();
    this.#answer();
  }

  /** Frame and state come through two pipes, in either order. */
  #answer(): void {
    const [state, jobs, rest] = this.#control.split('\0');
    if (this.#frameSeen === undefined || rest === undefined) return;
    this.state = state || this.state;
    this.jobs = (jobs as string).split('\n').filter(Boolean);
    this.#control = rest;
    const { exitCode, ended } = this.#frameSeen;
    this.#frameSeen = undefined;
    if (ended) this.#gone = true;
    this.#resolve({ exitCode, ended, output: this.#output });
  }

  /** The process is gone without a word: killed, or replaced by `exec`. */
  #end(exitCode: number): void {
    this.#gone = true;
    this.#output.push(this.#pending);
    this.#pending = Buffer.alloc(0);
    this.#resolve({ exitCode, ended: true, output: this.#output });
  }

  #resolve(answer: Answer): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(answer);
  }
}
