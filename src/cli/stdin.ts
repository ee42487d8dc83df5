/** In place of a file: what comes in on stdin, as editors and hooks give it. */
export const STDIN = '-';

const chunks: Uint8Array[] = [];
let all: Promise<Uint8Array> | undefined;

/** All of it, or somewhat more than `most` bytes, which is too much anyway. It comes only once, and can be had again. */
export const readStdin = (most: number): Promise<Uint8Array> => (all ??= gather(most));

const gather = async (most: number): Promise<Uint8Array> => {
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
};

/** What was read of it so far. */
export const stdinSoFar = (): Uint8Array => Buffer.concat(chunks);
