import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandsOf } from './commands-of.ts';
import { parseRunbook } from './parse.ts';
import { runbookSchema } from './schema.ts';

/** `npm run fuzz` sets more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 120);
const TIMEOUT = 10_000 + RUNS * 20;

const fixture = readFileSync(new URL('../../test/fixtures/runbooks/forms.md', import.meta.url), 'utf8');
const fixtureLines = fixture.split('\n');

/** What runbooks are made of, and what breaks parsers. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...fixtureLines,
    '```',
    '````',
    '~~~bash',
    '    ',
    '- ',
    '> ',
    '| a | b |',
    '|---|---|',
    '$ ',
    "'",
    '"',
    '`',
    '\\',
    '<<EOF',
    'EOF',
    'psql',
    'redis-cli',
    'select 1;',
    '# OR',
    '**Option 1:**',
    '<pre>',
    '</pre>',
    '<!-- drill: role=verify -->',
    '<!-- drill: ',
    '-->',
    '```bash {timeout=1s name="x"',
    '```sh {"skip": true}',
    '```$ docker ps \\',
    '---\ndrill:\n  recover: 1m\n---',
    '# Option 2: else',
    '<section markdown="1">',
    '{% include copy.html %}',
    '* uptime',
    '> SELECT 1;',
    '=> nil',
    '[root@web ~]# ls',
    '(so if it is',
    '## Manual method',
    '## Other method',
    'choice=a option=b',
    'Or via the console:',
    '$POD',
    '$(',
    ')',
    'if',
    'fi',
    '<a>',
    '{x}',
    '...',
    '%',
    '\r',
    '\u0000',
    '\uFEFF',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** What a shell nests: some levels, or far more than any stack holds. */
const nesting = fc
  .tuple(
    fc.constantFrom(
      'a=$(',
      '$(',
      '"$(a ',
      '( ',
      '{ ',
      'f() { ',
      '${a:-',
      '<(',
      'if ',
      'function ',
      'f() ',
      'coproc ',
    ),
    fc.constantFrom(3, 99, 250, 8000),
    fc.constantFrom('x', 'x)', '`'),
  )
  .map(([opens, times, end]) => `${opens.repeat(times)}${end}`);

const markdown = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 60, arbitrary: fragment }, { weight: 1, arbitrary: nesting }),
      fc.constantFrom('\n', '\n\n', ' ', '\r\n', ''),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.flat().join(''));

/** What is wrong with the result of reading a text. */
const problems = (text: string): readonly string[] => {
  const runbook = parseRunbook(new TextEncoder().encode(text), 'any.md');
  const own = text.split(/\r\n|\r|\n/);
  const isBlank = (line: number): boolean => own[line - 1]?.trim() === '';
  const issues = runbookSchema.safeParse(runbook).error?.issues ?? [];
  return [
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...commandsOf(runbook).flatMap(({ lines, placeholders, text: typed }) => [
      ...(lines[0] <= lines[1] && lines[1] <= own.length
        ? []
        : [`lines ${lines.join('-')} of ${own.length}`]),
      ...lines.filter(isBlank).map((line) => `${typed} reaches to the blank line ${line}`),
      ...placeholders
        .filter(({ span, text: word }) => typed.slice(...span) !== word)
        .map(({ text: word }) => `span of ${word}`),
    ]),
  ];
};

test.each([
  '   ```   $ docker ps --filter name=x \\',
  '- ```$ docker ps \\',
  '> ```$ docker ps \\\n\nafter',
  '<pre>$ docker ps \\\n</pre>',
  '```\n$ docker ps \\\n\n$ uptime\n```',
  // No blank line for Markdown: the paragraph goes on.
  '$ docker ps --all \\\n\uFEFF',
  '$ docker ps --all \\\n\u00A0\nThen wait.',
])('a backslash with nothing after it: %j', (text) => {
  const commands = commandsOf(parseRunbook(new TextEncoder().encode(text), 'any.md'));
  expect(commands[0]?.lines).toEqual([commands[0]?.lines[0], commands[0]?.lines[0]]);
  expect(problems(text)).toEqual([]);
});

test.each(['```$ docker ps \\\n  -a', '$ docker ps --all \\\n  --size'])(
  'a backslash that goes on: %j',
  (text) => {
    const commands = commandsOf(parseRunbook(new TextEncoder().encode(text), 'any.md'));
    expect(commands[0]?.lines).toEqual([1, 2]);
  },
);

test(
  'any text gives a result that fits the schema, with spans in the file',
  () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(problems(text)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'a runbook with lines lost, doubled or moved does, too',
  () => {
    const picked = fc.array(fc.constantFrom(...fixtureLines), { maxLength: 60 });
    fc.assert(
      fc.property(picked, fc.constantFrom('\n', '\r\n'), (lines, newline) => {
        expect(problems(lines.join(newline))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'any bytes give a result',
  () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(runbookSchema.safeParse(parseRunbook(bytes, 'any.md')).error?.issues).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);
