import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('one after the other, also after one that failed, and each has its own result', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns.take(async () => {
    await gate.promise;
    seen.push('first');
    throw new Error('no');
  });
  const second = turns.take(async () => {
    seen.push('second');
    return 2;
  });
  const end = turns.end().then(() => seen.push('end'));
  gate.resolve();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  await end;
  expect(seen).toEqual(['first', 'second', 'end']);
});
