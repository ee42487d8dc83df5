import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';
import { runbookSchema } from '../schema.ts';

const read = (text: string | Uint8Array): ReturnType<typeof parseRunbook> =>
  parseRunbook(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'marked.md');

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../test/fixtures/marks/${name}`, import.meta.url));

describe('a runbook with marks', () => {
  const runbook = read(fixture('marked.md'));
  const [procedure] = runbook.procedures;

  test('is read without complaint, and fits the schema', () => {
    expect(runbook.diagnostics).toEqual([]);
    expect(runbookSchema.safeParse(runbook).error?.issues).toBeUndefined();
  });

  test('has the procedures that the marks name, and not those that they take away', () => {
    expect(runbook.procedures.map(({ heading, alert, severity }) => [heading, alert, severity])).toEqual([
      ['Talk about the database', 'ShopDatabaseDown', 'SEV1'],
    ]);
    expect(runbook.reference.map(({ heading }) => heading)).toEqual(['High Load']);
  });

  test('promises what the marks promise, those of the file, too', () => {
    expect(procedure?.claims.map(({ about, value, lines, text }) => [about, value, lines[0], text])).toEqual([
      ['recover', 90_000, 5, 'recover: 90s'],
      ['downtime', 45_000, 12, 'downtime="45s"'],
    ]);
  });

  test('has steps as the marks say', () => {
    expect(
      procedure?.parts.flatMap(({ role, steps }) =>
        steps.map(({ title, fallback, commands }) => [
          role,
          title ?? '-',
          ...(fallback ? ['fallback'] : []),
          ...commands.map(({ text, condition, alternative, timeout, expect: shows, skip, flags }) =>
            [
              text.slice(0, 24),
              `${timeout}`,
              ...(condition === undefined ? [] : [`if ${condition}`]),
              ...(alternative === undefined
                ? []
                : [`${alternative.choice}.${alternative.option} ${alternative.name}`]),
              ...(shows === undefined ? [] : [`shows ${shows}`]),
              ...(skip ? ['skip'] : []),
              ...flags,
            ].join(' | '),
          ),
        ]),
      ),
    ).toEqual([
      [
        'diagnose',
        'Is it there?',
        'docker compose ps | 120000',
        'docker compose logs -f d | 120000 | endless',
      ],
      ['mitigate', '-', 'docker compose restart d | 10000 | restart.1 compose | alternative'],
      ['mitigate', '-', 'docker restart shop-db | 120000 | restart.2 engine | alternative'],
      ['verify', '-', 'docker compose exec -T d | 120000 | shows accepting connections'],
      [
        'mitigate',
        'Drop the cache ',
        'redis-cli FLUSHDB | 120000 | if the cache is stale | destructive | conditional',
      ].map((text) => text.trim()),
      ['mitigate', '-', 'fallback', 'docker compose up -d --f | 120000 | destructive | conditional'],
      ['mitigate', '-', 'aws rds reboot-db-instan | 120000 | skip'],
    ]);
  });
});

test('marks that cannot be followed are told, each with its place and what was probably meant', () => {
  const { diagnostics } = read(fixture('bad.md'));
  expect(
    diagnostics
      .toSorted((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0))
      .map(({ severity, code, message, location, hint }) => [
        `${location?.line}:${location?.column} ${severity} ${code}`,
        message,
        hint,
      ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "3:3 error invalid-mark",
        ""timeout: soon" is no duration",
        "write timeout=30s, or 2m, or 500ms",
      ],
      [
        "4:3 error misplaced-mark",
        ""role" cannot be said of a file",
        "put it on the fence (\`\`\`bash {…}) or into a comment right before the block, not right under the heading",
      ],
      [
        "11:13 error unknown-mark",
        "there is no mark "alrt"",
        "did you mean "alert"?",
      ],
      [
        "11:27 error invalid-mark",
        ""recover="a while"" is no duration",
        "write recover=30s, or 2m, or 500ms",
      ],
      [
        "11:45 error misplaced-mark",
        ""name" cannot be said of a section",
        "put it on the fence (\`\`\`bash {…}) or into a comment right before the block, not right under the heading",
      ],
      [
        "13:22 warning unknown-mark",
        "there is no mark "nam"",
        "did you mean "name"?",
      ],
      [
        "17:13 error contradicting-marks",
        ""timeout=20s" has no effect beside "skip"",
        "take one of them out",
      ],
      [
        "19:10 error contradicting-marks",
        ""timeout=30s" contradicts "timeout=20s" in line 17",
        "keep one of them",
      ],
      [
        "23:40 error invalid-mark",
        "cannot read ""loose" as a mark",
        "write name=value, with quotes around a value that holds spaces: timeout=30s when="the disk is full"",
      ],
      [
        "23:13 error invalid-mark",
        ""role=veryfy" is no role",
        "did you mean "verify"?",
      ],
      [
        "23:25 error invalid-mark",
        ""choice=restart" needs both, a choice and an option",
        "write choice=NAME option=NAME; all ways of one choice have the same choice",
      ],
      [
        "25:9 warning invalid-mark",
        "cannot read "{"timeout": }" as a mark",
        "write name=value, with quotes around a value that holds spaces: timeout=30s when="the disk is full"",
      ],
      [
        "29:1 error unknown-mark",
        "marks begin with "drill:"",
        "write <!-- drill: … -->",
      ],
      [
        "33:1 error pointless-mark",
        "nothing follows that this mark could speak for",
        "put it before the block that it is about",
      ],
    ]
  `);
});

test.each([
  ['an attribute of another tool', '```bash {linenos=true hl_lines="1 3" .numberLines #id}\nuptime\n```'],
  ['braces of another tool', '```js {1,3-5}\nlet x;\n```'],
  ['a comment to lint', '<!-- drillbook-disable endless-command -->\n\nText'],
  ['other front matter', '---\ntitle: "drill: no"\n---\n\nText'],
])('%s is no mark', (_, text) => {
  expect(read(text).diagnostics).toEqual([]);
});

test('a file that says it is one procedure is one', () => {
  const text = '---\ndrill: { procedure: yes }\n---\n# Redis\n## A\n`docker ps`\n## B\n`df -h`\n';
  expect(read(text).procedures.map(({ heading }) => heading)).toEqual(['Redis']);
  expect(read(text.replace('yes', 'no')).procedures.map(({ heading }) => heading)).toEqual(['A', 'B']);
});

test('a flag is yes or no, and no word that any object knows', () => {
  const block = '```bash\nuptime\n```\n';
  for (const word of ['constructor', 'valueOf', '__proto__', 'perhaps']) {
    const runbook = read(`# A\n\n<!-- drill: skip=${word} -->\n\n${block}`);
    expect(runbook.diagnostics).toMatchObject([{ code: 'invalid-mark' }]);
    expect(runbookSchema.safeParse(runbook).error?.issues).toBeUndefined();
  }
  expect(read(`# A\n\n<!-- drill: skip=YES -->\n\n${block}`).diagnostics).toEqual([]);
});

test('front matter that is not YAML is told', () => {
  expect(read('---\ndrill: [\n---\nText\n').diagnostics).toMatchObject([
    { code: 'invalid-mark', severity: 'error' },
  ]);
});
