import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';

const planned = (text: string, choose: Record<string, string> = {}): readonly unknown[] => {
  const said = { choose, stepTimeout: 7000 };
  return stepsPlanned(`## Shop Down\n\n${text}`, said, ['redis-cli']).flatMap(
    ({ title, role, fallback, commands }) =>
      commands.map((command) => [
        ...(title === undefined ? [] : [title]),
        role,
        command.text,
        command.timeout,
        ...(fallback ? ['fallback'] : []),
        ...(command.expect === undefined ? [] : [`shows ${command.expect.text}`]),
        ...(command.skip === undefined ? [] : [command.skip.code]),
      ]),
  );
};

const fence = (info: string, command: string): string => `\`\`\`bash ${info}\n${command}\n\`\`\`\n\n`;

test.each([
  ['unmarked', '', ['diagnose', 'redis-cli ping', 7000]],
  ['timeout', '{timeout=90s}', ['diagnose', 'redis-cli ping', 90_000]],
  ['skip', '{skip}', ['diagnose', 'redis-cli ping', 7000, 'marked']],
  ['expect', '{expect=PONG}', ['diagnose', 'redis-cli ping', 7000, 'shows PONG']],
  ['role and name', '{name=Ask role=verify}', ['Ask', 'verify', 'redis-cli ping', 7000]],
  ['when', '{when="it is late"}', ['diagnose', 'redis-cli ping', 7000, 'condition']],
])('%s', (_, info, expected) => {
  expect(planned(fence(info, 'redis-cli ping'))).toEqual([expected]);
});

test('"when=always" runs what the text makes conditional', () => {
  const conditional = `If it is late:\n\n${fence('', 'redis-cli ping')}`;
  expect(planned(conditional)).toEqual([['diagnose', 'redis-cli ping', 7000, 'condition']]);
  expect(planned(conditional.replace('bash ', 'bash {when=always}'))).toEqual([
    ['diagnose', 'redis-cli ping', 7000],
  ]);
});

test('a drill chooses one of the ways that marks name', () => {
  const ways = `${fence('{choice=ask option=ping}', 'redis-cli ping')}${fence('{choice=ask option=info}', 'redis-cli info')}`;
  expect(planned(ways)).toEqual([
    ['diagnose', 'redis-cli ping', 7000],
    ['diagnose', 'redis-cli info', 7000, 'alternative'],
  ]);
  expect(planned(ways, { ask: 'info' })).toEqual([
    ['diagnose', 'redis-cli ping', 7000, 'alternative'],
    ['diagnose', 'redis-cli info', 7000],
  ]);
});
