import type { Container } from 'dockerode';
import { asked } from './engine.ts';

/** The last lines that a container wrote to stdout and stderr, in their order. */
export const lastLines = async (container: Container, tail: number): Promise<readonly string[]> => {
  if (tail <= 0) return [];
  const lines = textOf(await readLog(container, tail)).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** All that a container wrote. */
export const logOf = async (
  container: Container,
): Promise<{ readonly stdout: string; readonly stderr: string }> => {
  const log = await readLog(container);
  return {
    stdout: textOf(log.filter(({ stream }) => stream === 'stdout')),
    stderr: textOf(log.filter(({ stream }) => stream === 'stderr')),
  };
};

interface Part {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Buffer;
}

const readLog = async (container: Container, tail?: number): Promise<readonly Part[]> => {
  const options = { stdout: true, stderr: true, follow: false, ...(tail !== undefined && { tail }) } as const;
  return partsOf((await asked('cannot read a log', container.logs(options))) as Buffer);
};

const HEADER_BYTES = 8;

/** The engine sends both streams in one, each part with a header: the stream's number, and the part's length. */
const partsOf = (log: Buffer): readonly Part[] => {
  if (!beginsWithHeader(log.subarray(0, 4)))
    return [{ stream: 'stdout', data: Buffer.from(log.toString().replaceAll('\r\n', '\n')) }];
  const parts: Part[] = [];
  for (let at = 0; at + HEADER_BYTES <= log.length;) {
    const begin = at + HEADER_BYTES;
    const stream = log[at] === 2 ? 'stderr' : 'stdout';
    at = begin + log.readUInt32BE(at + 4);
    parts.push({ stream, data: log.subarray(begin, at) });
  }
  return parts;
};

/** What a program writes to its terminal is one stream without headers; and no text begins as a header does. */
const beginsWithHeader = ([stream = 0, ...rest]: Buffer): boolean =>
  stream <= 2 && rest.every((byte) => byte === 0);

const textOf = (parts: readonly Part[]): string => Buffer.concat(parts.map(({ data }) => data)).toString();
