/** Where a write ledger writes: through the app (an HTTP POST that is acknowledged with 2xx), or straight to the store. */
export type LedgerTarget =
  | { readonly http: { readonly post: string; readonly get: string; readonly body?: unknown } }
  | { readonly postgres: string };

/** Takes numbered writes, and can say later which of them it has. */
export interface LedgerStore extends AsyncDisposable {
  /** Resolves when the write is acknowledged. @throws with a message for people when it is not */
  write(number: number, signal: AbortSignal): Promise<void>;
  /** Which of these acknowledged writes are missing. @throws with a message for people when the store cannot be read */
  missing(numbers: readonly number[], signal: AbortSignal): Promise<readonly number[]>;
}
