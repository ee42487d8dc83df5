import { expect, test } from 'vitest';
import { shared } from './shared-answers.ts';

test('an answer is asked for once, and anew after it has failed', async () => {
  const answers = new Map<string, Promise<number>>();
  let asked = 0;
  const ask = (key: string): Promise<number> =>
    shared(answers, key, async () => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return asked;
    });
  const both = await Promise.allSettled([ask('one'), ask('one')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect([await ask('one'), await ask('one'), await ask('other')]).toEqual([2, 2, 3]);
});
