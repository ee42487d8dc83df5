import { expect, test } from 'vitest';
import { casesOf, unlessAny } from './cases.ts';

const full = 'the disk is full';
const behind = 'the queue is behind';

test.each([
  [[full], [{ text: full, holds: false }]],
  [
    [full, behind],
    [
      { text: full, holds: false },
      { text: behind, holds: false },
    ],
  ],
  [[`unless ${full}`], [{ text: full, holds: true }]],
  [
    [`unless ${full}`, behind],
    [
      { text: full, holds: true },
      { text: behind, holds: false },
    ],
  ],
  [
    [full, `unless ${behind}`],
    [
      { text: full, holds: false },
      { text: behind, holds: true },
    ],
  ],
])('where none of %j holds', (conditions, cases) => {
  expect(casesOf(unlessAny(conditions))).toEqual(cases);
});

test('a condition is one case, whatever it is made of', () => {
  expect(casesOf(`${full}, and ${behind}`)).toEqual([{ text: `${full}, and ${behind}`, holds: true }]);
});
