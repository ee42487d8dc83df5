import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Log } from './log.ts';

const written = async (...chunks: readonly string[]): Promise<Log> => {
  const log = new Log();
  const stream = new PassThrough();
  const read = log.read(stream, 'stdout');
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await read;
  return log;
};

test('parts what was written into lines, wherever it was cut', async () => {
  const log = await written('one\ntw', 'o\nthr', 'ee');
  expect(log.tail(9).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(log.tail(1)).toMatchObject([{ stream: 'stdout', text: 'three' }]);
  expect(log.tail(0)).toEqual([]);
});

test('what has no end of a line is taken apart', async () => {
  const log = await written(...Array.from({ length: 80 }, () => '.'.repeat(2 ** 16)), '!\nnext');
  const lengths = log.tail(100).map(({ text }) => text.length);
  expect(lengths).toEqual([...Array.from({ length: 5 }, () => 2 ** 20), 1, 4]);
});

test('forgets the oldest lines when those that are kept are long', async () => {
  const log = await written(
    ...Array.from({ length: 2000 }, (_, index) => `${index} ${'.'.repeat(2 ** 15)}\n`),
  );
  const kept = log.tail(5000).map(({ text }) => Number(text.split(' ', 1)[0]));
  expect(kept.at(-1)).toBe(1999);
  expect(kept.length).toBeGreaterThan(500);
  expect(kept.length).toBeLessThan(600);
});

test('followers get old lines, then new ones, until their signal', async () => {
  const log = await written('old\nlast\n');
  const end = new AbortController();
  const lines = log.follow({ tail: 1, follow: true, signal: end.signal })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toMatchObject({ text: 'last' });
  const next = lines.next();
  const stream = new PassThrough();
  const read = log.read(stream, 'stderr');
  stream.end('new\n');
  await read;
  expect((await next).value).toMatchObject({ text: 'new', stream: 'stderr' });
  const none = lines.next();
  end.abort();
  expect((await none).done).toBe(true);
});
