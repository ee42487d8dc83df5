/** Does one thing after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins when all that was taken before has ended, however it ended. @throws what `work` throws */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Resolves when all that was taken before has ended. */
  async end(): Promise<void> {
    await this.#last;
  }
}
