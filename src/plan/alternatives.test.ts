import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';
import type { Skip } from './model.ts';

const KILL = `## Table Locked

1. Kill it:

   \`\`\`bash
   redis-cli del <PID>
   \`\`\`

   Alternatively, kill them all:

   \`\`\`bash
   redis-cli flushall
   \`\`\`
`;

interface Said {
  readonly bind?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly choose?: Readonly<Record<string, string | number>>;
  readonly tools?: readonly string[];
}

const skips = (text: string, { tools = ['redis-cli'], ...said }: Said = {}): readonly (Skip | undefined)[] =>
  stepsPlanned(text, said, tools).flatMap(({ commands }) => commands.map(({ skip }) => skip));

const taken = (text: string, said?: Said): readonly number[] =>
  skips(text, said).flatMap((skip, index) => (skip === undefined ? [index + 1] : []));

test('the first way that can be typed is taken, and it is said why', () => {
  expect(skips(KILL)).toEqual([
    {
      code: 'alternative',
      message: 'option 2 was taken instead, the first that can be typed: option 1 needs <PID>',
      wants: { bind: ['PID'], choose: { choice: 'L6', option: 1 } },
    },
    undefined,
  ]);
});

test('it is the first of all once its placeholder is bound', () => {
  expect(skips(KILL, { bind: { PID: '3' } })).toEqual([
    undefined,
    {
      code: 'alternative',
      message: 'option 1 was taken instead',
      wants: { choose: { choice: 'L6', option: 2 } },
    },
  ]);
});

test('a way whose condition nobody answers cannot be typed; one that does not hold is left out of it', () => {
  const when = KILL.replace('<PID>', '3').replace('```bash', '```bash {when="it is late"}');
  expect(taken(when)).toEqual([2]);
  expect(taken(when, { answers: { 'it is late': true } })).toEqual([1]);
  expect(taken(when, { answers: { 'it is late': false } })).toEqual([2]);
});

test('where none can be typed, it is the first whose tools are there', () => {
  const none = KILL.replace('flushall', 'unlink <ADDRESS>');
  expect(skips(none).map((skip) => skip?.code)).toEqual(['placeholder', 'alternative']);
  const other = none.replace('redis-cli del', 'valkey-cli del');
  expect(skips(other).map((skip) => skip?.code)).toEqual(['alternative', 'placeholder']);
  expect(skips(other, { tools: [] }).map((skip) => skip?.code)).toEqual(['placeholder', 'alternative']);
});

test.each<[string, Readonly<Record<string, string | number>>]>([
  ['its number', { L6: 1 }],
  ['its number as a text', { L6: '1' }],
  ["the plan's own words", { L6: 'option 1' }],
  ['the step that it stands in', { 'kill it': 'Option 1' }],
  ['the heading that it stands under', { 'Table Locked': 1 }],
])('a drill takes a way by %s, whatever it lacks', (_, choose) => {
  expect(skips(KILL, { choose }).map((skip) => skip?.code)).toEqual(['placeholder', 'alternative']);
});

test('a name of another choice, or of no way, chooses nothing', () => {
  expect(taken(KILL, { choose: { L7: 1 } })).toEqual([2]);
  expect(taken(KILL, { choose: { L6: 'option 3' } })).toEqual([2]);
});
