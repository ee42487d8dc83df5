import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { OperatorProcess } from '../model.ts';
import type { RunningExec } from './exec.ts';

/** A program in the operator's container, as a child process would look. */
export class ExecProcess extends EventEmitter implements OperatorProcess {
  readonly stdin = new PassThrough();
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly #starting: Promise<RunningExec>;

  constructor(starting: Promise<RunningExec>) {
    super();
    this.#starting = starting;
    void this.#follow();
  }

  kill(): void {
    void this.#starting.then((running) => running.kill()).catch(() => {});
  }

  async #follow(): Promise<void> {
    try {
      const running = await this.#starting;
      this.stdin.pipe(running.stdin);
      running.stdout.pipe(this.stdout);
      running.stderr.pipe(this.stderr);
      const exitCode = await running.exited;
      this.emit('exit', exitCode, null);
      await Promise.all(
        [this.stdout, this.stderr].map((stream) => stream.readableEnded || once(stream, 'end')),
      );
      this.emit('close', exitCode, null);
    } catch (error) {
      this.stdout.end();
      this.stderr.end();
      this.emit('error', error);
    }
  }
}
