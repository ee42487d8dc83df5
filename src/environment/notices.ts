import { onAbort } from '../core/on-abort.ts';

/** Tells whoever waits of what has happened. */
export class Notices<Notice = void> {
  readonly #observers = new Set<(notice: Notice) => void>();

  tell(notice: Notice): void {
    for (const observe of this.#observers) observe(notice);
  }

  /** Resolves at the next one that is wanted, or when the signal is aborted. */
  next(signal: AbortSignal, isWanted: (notice: Notice) => boolean = () => true): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#observers.delete(observe);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const observe = (notice: Notice): void => {
        if (isWanted(notice)) finish();
      };
      this.#observers.add(observe);
      onAbort(signal, finish);
    });
  }
}
