import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';

const toReplace = (text: string): readonly boolean[] | undefined =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').procedures[0]?.parts[0]?.steps.flatMap((step) =>
    step.commands.map(({ flags }) => flags.includes('placeholder')),
  );

const toGive = (text: string): readonly string[] =>
  parseRunbook(new TextEncoder().encode(text), 'x.md')
    .procedures.flatMap(({ parts }) =>
      parts.flatMap(({ steps }) => steps.flatMap(({ commands: own }) => own)),
    )
    .flatMap(({ placeholders }) => placeholders.map(({ name }) => name));

test('a variable that nobody sets is to be replaced', () => {
  const logs = '```bash\nkubectl logs $POD\n```\n';
  expect([toGive(logs), toReplace(logs)]).toEqual([['POD'], [true]]);
  const set = logs.replace('bash\n', 'bash\nPOD=$(kubectl get pod -o name)\n');
  expect([toGive(set), toReplace(set)]).toEqual([[], [false, false]]);
  const told = logs.replace('bash\n', "bash\n# POD='<of the alert>'\n");
  expect([toGive(told), toReplace(told)]).toEqual([['POD'], [true]]);
});

test('a variable of the environment is not to be replaced, whatever else is', () => {
  expect(
    toGive('```bash\nshop-ctl scale --to $SHOP_COUNT --url $SHOP_URL --home ${HOME} ${A:-b}\n```\n'),
  ).toEqual(['SHOP_COUNT']);
});

test('an example of what is at hand is to be replaced', () => {
  const text =
    'Look up the group (e.g. `cp-02ab-001`).\n\n```\naws show --id cp-02ab\naws show --id cp-03\n```\n';
  expect(toReplace(text)).toEqual([true, false]);
});
