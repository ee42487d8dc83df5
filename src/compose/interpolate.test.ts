import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpolate } from './interpolate.ts';

const variables = { USER: 'drill', EMPTY: '', PORT: '5432' };

test.each([
  ['$USER@$PORT', 'drill@5432'],
  ['${USER}', 'drill'],
  ['${MISSING:-x}', 'x'],
  ['${EMPTY:-x}', 'x'],
  ['${EMPTY-x}', ''],
  ['${MISSING-x}', 'x'],
  ['${USER:+yes}', 'yes'],
  ['${EMPTY:+yes}', ''],
  ['${EMPTY+yes}', 'yes'],
  ['${MISSING:-${USER:-y}}', 'drill'],
  ['${MISSING:-a${MISSING:-b}c}', 'abc'],
  ['${USER:-{"a":{}}}!', 'drill!'],
  ['${MISSING:-{"a":{}}}!', '{"a":{}}!'],
  ['${MISSING:-a{b}', 'a{b'],
  ['$$USER costs $$5', '$USER costs $5'],
  ['postgres://${USER}:${PORT}/', 'postgres://drill:5432/'],
])('%s becomes %j', (text, expected) => {
  const result = interpolate(text, variables);
  expect(result.text).toBe(expected);
  expect(result.errors).toEqual([]);
});

test('an unset variable becomes nothing, and is told', () => {
  expect(interpolate('a${MISSING}b', variables)).toEqual({ text: 'ab', unset: ['MISSING'], errors: [] });
});

test('a required variable that is not there is an error, with its message', () => {
  expect(interpolate('${EMPTY:?set it}', variables).errors).toEqual([
    {
      message: 'the variable EMPTY is required: set it',
      at: '${EMPTY:?set it}',
      hint: 'set EMPTY in .env beside the file',
    },
  ]);
});

test.each(['${', '${}', '${USER', '$ x', '${US ER}', '$'])('%j is an error', (text) => {
  expect(interpolate(text, variables).errors).toHaveLength(1);
});

test('text without a dollar sign stays as it is; any text gives a result', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const result = interpolate(text, variables);
      if (!text.includes('$')) expect(result.text).toBe(text);
      expect(typeof result.text).toBe('string');
    }),
  );
});

test('doubling each dollar sign protects any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(interpolate(text.replaceAll('$', '$$$$'), variables)).toEqual({ text, unset: [], errors: [] });
    }),
  );
});
