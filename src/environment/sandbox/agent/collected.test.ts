import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Collected } from './collected.ts';

const collected = async (limit: number, ...chunks: readonly string[]): Promise<string> => {
  const collection = new Collected(limit);
  const stream = new PassThrough();
  const read = collection.read(stream);
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await read;
  return collection.text;
};

test('keeps what was written as it is, with or without a newline at its end', async () => {
  expect(await collected(9, 'abc', 'def\n', 'gh')).toBe('abcdef\ngh');
});

test('of more than it keeps the end, and says so', async () => {
  expect(await collected(4, 'abc', 'def')).toBe('[drillbook: 2 characters left out]\ncdef');
  const chunks = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(4, '0'));
  expect(await collected(4, ...chunks)).toBe('[drillbook: 396 characters left out]\n0099');
});
