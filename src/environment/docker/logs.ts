import type { Container } from 'dockerode';
import { asked } from './engine.ts';

/** The last lines that a container wrote to stdout and stderr, in their order. */
export const lastLines = async (container: Container, tail: number): Promise<readonly string[]> => {
  if (tail <= 0) return [];
  const options = { stdout: true, stderr: true, follow: false, tail } as const;
  const log = (await asked('cannot read a log', container.logs(options))) as Buffer;
  const lines = textOf(log).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

const HEADER_BYTES = 8;

/** The engine sends both streams in one, each part with a header: the stream's number, and the part's length. */
const textOf = (log: Buffer): string => {
  if (!beginsWithHeader(log.subarray(0, 4))) return log.toString().replaceAll('\r\n', '\n');
  const parts: Buffer[] = [];
  for (let at = 0; at + HEADER_BYTES <= log.length;) {
    const begin = at + HEADER_BYTES;
    at = begin + log.readUInt32BE(at + 4);
    parts.push(log.subarray(begin, at));
  }
  return Buffer.concat(parts).toString();
};

/** What a program writes to its terminal is one stream without headers; and no text begins as a header does. */
const beginsWithHeader = ([stream = 0, ...rest]: Buffer): boolean =>
  stream <= 2 && rest.every((byte) => byte === 0);
