import type { Buffer } from 'node:buffer';

/** Bytes on their way through a link. */
export interface Chunk {
  readonly data: Buffer;
  /** When it was read from the socket, on the monotonic clock in ms. */
  readonly at: number;
}

/** Where a chunk goes next: a stage, or the socket at the end of the link. */
export interface Outlet {
  /** Takes the chunk. A promise: there is no room for another one before it resolves. */
  accept(chunk: Chunk): Promise<void> | undefined;
  /** Nothing will follow. */
  end(): void;
}
