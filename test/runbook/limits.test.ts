import { expect, test } from 'vitest';
import { shellStatements } from '../../src/runbook/command/statements.ts';
import { lintRunbook } from '../../src/runbook/lint/lint.ts';
import type { LintContext } from '../../src/runbook/lint/model.ts';
import type { Runbook } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';
import { growth } from '../support/growth.ts';

const read = (text: string): Runbook => parseRunbook(new TextEncoder().encode(text), 'big.md');
const codes = (runbook: Runbook): readonly string[] => runbook.diagnostics.map(({ code }) => code);

test('a file of 10 MB is refused', () => {
  expect(codes(read('x\n'.repeat(5 * 1024 * 1024)))).toEqual(['file-too-large']);
});

test('the limit is the caller’s', () => {
  expect(codes(parseRunbook(new Uint8Array(20), 'small.md', { bytes: 10, nesting: 160 }))).toEqual([
    'file-too-large',
  ]);
});

test.each([
  ['lists', Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
  ['quotes', `${'>'.repeat(1000)} x`],
  ['lists on one line', `${'1. '.repeat(1000)}x`],
  ['emphasis', `${'*a **b '.repeat(1000)}${'** c*'.repeat(1000)}`],
  ['stars', `${'*'.repeat(2000)}a${'*'.repeat(2000)}`],
])('%s nested 1,000 deep are refused', (_, text) => {
  expect(codes(read(text))).toEqual(['nested-too-deep']);
});

test.each([
  ['a rule', '- '.repeat(1000)],
  ['a line of stars', '*'.repeat(1000)],
  ['a long line in an item', `- ${'word '.repeat(1000)}`],
  ['an indented line', `${' '.repeat(1000)}word - word`],
])('%s is read', (_, text) => {
  expect(codes(read(text))).toEqual([]);
});

test('a paragraph of more names than any person writes is refused, and not a table, a list or a fence of them', () => {
  const names = 'shop_order_id '.repeat(30_000);
  expect(codes(read(`# A\n\n${names}\n`))).toEqual(['too-many-marks']);
  expect(codes(read('A_'.repeat(2_000_000)))).toEqual(['too-many-marks']);
  const row = 'shop_order_id '.repeat(100);
  expect(codes(read(`- ${row}\n`.repeat(300)))).toEqual([]);
  expect(codes(read(`| a |\n| - |\n${`| ${row} |\n`.repeat(300)}`))).toEqual([]);
  expect(codes(read(`\`\`\`text\n${names}\n\`\`\`\n`))).toEqual([]);
});

test.each([
  ['a line that is set in by 161 spaces', `\`\`\`text\n${' '.repeat(161)}- x\n\`\`\`\n`],
  ['quotes', `- a\n\n  ~~~\n  ${'> '.repeat(200)}\n  ~~~\n`],
  [
    'names, below a fence in it',
    `\`\`\`\`text\n\`\`\`\n${'shop_order_id '.repeat(30_000)}\n\`\`\`\n\`\`\`\`\n`,
  ],
])('what a fence holds is counted by no limit: %s', (_, text) => {
  expect(codes(read(text))).toEqual([]);
});

test.each([
  ['below a fence', `\`\`\`text\nx\n\`\`\`\n${' '.repeat(161)}- x\n`, 'nested-too-deep'],
  ['below a longer fence', `\`\`\`\`text\n\`\`\`\n\`\`\`\`\n${'A_'.repeat(50_001)}\n`, 'too-many-marks'],
  ['far more of them, in a fence', `\`\`\`text\n${'> '.repeat(5000)}\n\`\`\`\n`, 'nested-too-deep'],
])('what stands outside of it is: %s', (_, text, code) => {
  expect(codes(read(text))).toEqual([code]);
});

test('binary is refused', () => {
  expect(codes(read('MZ\u0000\u0001'))).toEqual(['not-markdown']);
});

test('an empty file has nothing in it', () => {
  expect(read('')).toMatchObject({ procedures: [], reference: [], diagnostics: [] });
});

/** Where two parts of an expression can take the same, each of these takes for ever. */
const ALMOST = [
  '# A',
  ...['./d kill_r', 'o.js wipe_y', './x restore-l', 'echo [o_k', 'echo "[aa'].map(
    (begun) => `\`\`\`bash\n${begun}${'_v'.repeat(40)}${'a'.repeat(40)}!\n\`\`\`\n`,
  ),
  `\`\`\`bash\nsh${' -ll --login'.repeat(40)} -\n\`\`\`\n`,
  `\`\`\`bash\ndocker${' --& --&&'.repeat(40)}\n\`\`\`\n`,
  ...['', '.yml'].map((end) => `\`\`\`bash\ndocker exec${` -e${end}`.repeat(40)} -\n\`\`\`\n`),
  `**Alert:** A0A${'A'.repeat(60)}_`,
  ...['ssh -v', 'xargs -v'].map((begun) => `\`\`\`bash\n${begun}${' -L4'.repeat(40)} -\n\`\`\`\n`),
  `Tools: ${'`ls -l`   '.repeat(40)} x \`ls -a\``,
  `Run \`ls -l\` or${', using on U'.repeat(40)}N \`ls -a\``,
  ...['docker run -p 1:1', 'make'].map(
    (begun) => `\`\`\`bash\n${begun}${' -e -C --rm'.repeat(40)} -\n\`\`\`\n`,
  ),
  `Replace ${'`ls -l`,  and '.repeat(40)}with \`x\``,
  ...[
    'manage.py --a',
    'litecli --host=a',
    'strace -e',
    'taskset -c 9',
    'systemd-run -p',
    'redis-cli -h',
    'docker exec -u',
    'psql -U',
    'cat x && watch -n 5',
  ].map((begun) => `\`\`\`bash\n${begun}${` ${begun.split(' ').at(-1)}`.repeat(40)} !\n\`\`\`\n`),
  `| Command |\n| --- |\n| fix.sh${' --all'.repeat(40)}! |`,
].join('\n\n');

/** A person’s file may be a log or a dump: it ends with a result or a diagnostic all the same, and lint does, too. */
test.each([
  ['10 MB', 'x\n'.repeat(5 * 1024 * 1024)],
  ['50,000 fences', '```bash\nls -l $X\n```\n'.repeat(50_000)],
  [
    'lists nested 1,000 deep',
    Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  ],
  ['one line of 5 MB', 'word '.repeat(1024 * 1024)],
  ['one line just below the limit', 'word '.repeat(800_000)],
  ['a block of 100,000 commands', `\`\`\`bash\n# all\n${'ls -l\n'.repeat(100_000)}`],
  ['NUL bytes', 'run `ls`\u0000\n'.repeat(10_000)],
  ['names that almost are what is looked for', ALMOST],
  [
    'a block that begins with blank lines',
    `Add this script:\n\n\`\`\`bash\n${'\n'.repeat(50_000)}ls -l\n\`\`\`\n`,
  ],
  ['blank lines in a block of SQL', `\`\`\`sql\nselect 1\n${'\n'.repeat(50_000)}x\n\`\`\`\n`],
  [
    'a paragraph of cases before sections',
    `## A\n\n${'x. If y '.repeat(50_000)}following\n\n### B\n\n\`\`\`bash\nls -l\n\`\`\`\n`,
  ],
  ['exclamation marks before nothing', '! '.repeat(50_000)],
  ['brackets before nothing', `\`\`\`bash\n${'( '.repeat(50_000)}x\n\`\`\`\n`],
  ['brackets around nothing', `\`\`\`bash\n${'('.repeat(50_000)}${')'.repeat(50_000)}\n\`\`\`\n`],
  ['one URL', `\`\`\`bash\ncurl https://${'A:'.repeat(50_000)}\n\`\`\`\n`],
  ['substitutions in inline code', `Run \`ls ${'a=$('.repeat(250)}x\` now`],
  ['substitutions whose ends are quoted', `Run \`ls ${'a=$(")" '.repeat(250)}x\` now`],
  ['functions in functions', `\`\`\`bash\n${'function '.repeat(8000)}\n\`\`\`\n`],
  ['functions in functions, with brackets', `\`\`\`bash\n${'f() '.repeat(8000)}\n\`\`\`\n`],
  ['as many functions as are read', `Run \`${'function f '.repeat(499)}x\` now`],
  ['coprocesses', `\`\`\`bash\n${'coproc '.repeat(8000)}\n\`\`\`\n`],
  ['a sum of 8,000', `\`\`\`bash\necho $((${'a+'.repeat(8000)}1))\n\`\`\`\n`],
  ['binary', Array.from({ length: 100_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join('')],
])('%s: parse and lint end', { timeout: 180_000 }, (_, text) => {
  const source = new TextEncoder().encode(text);
  const runbook = parseRunbook(source, 'big.md');
  const findings = lintRunbook(runbook, contextOf(source));
  expect(
    runbook.diagnostics.length + runbook.procedures.length + runbook.reference.length + 1,
  ).toBeGreaterThan(0);
  expect(findings.every(({ location }) => location !== undefined && location.line > 0)).toBe(true);
});

const contextOf = (source: Uint8Array): LintContext => ({
  source,
  exists: () => false,
  wholeRepository: true,
});

const readAndCheck = (text: string): void => {
  const source = new TextEncoder().encode(text);
  lintRunbook(parseRunbook(source, 'big.md'), contextOf(source));
};

const PIECES: readonly (readonly [
  name: string,
  piece: string,
  count: number,
  before: string,
  after?: string,
])[] = [
  ['fences', '```bash\nls -l $X\n```\n', 300, ''],
  ['inline code in one paragraph', 'run `ls -l` ', 200, ''],
  ['inline code on lines of their own', 'If it hangs, stop.\n`ls -l`\n', 200, ''],
  ['ways by place', 'on Linux, use `ls -l`; ', 200, ''],
  [
    'questions and causes',
    '- disk full? remove it, if needed: `ls -l`\nand on\n\n',
    200,
    'Common causes:\n\n',
  ],
  ['open quotes', "echo 'it\n", 150, '```bash\n'],
  ['loops that never end', 'if a; then\n', 50, '```bash\n'],
  ['prompts', '$ echo "x\n', 150, '```\n'],
  ['one long line', 'word ', 10_000, ''],
  ['marks in comments', '<!-- drill: role=verify -->\n\n', 300, ''],
  [
    'marks before fences',
    '<!-- drill: choice=a option=b -->\n\n```bash {timeout=1s}\nls -l\n```\n\n',
    100,
    '',
  ],
  ['comments that never end', '<!-- drill: x ', 3000, ''],
  ['marks in one comment', ' skip=maybe', 3000, '<!-- drill:'],
  ['variables that nobody sets', 'kubectl logs $POD $A_POD\n', 100, '```bash\n'],
  ['sections that are alike', '## Manual method\n\n```bash\nls -l\n```\n\n', 100, ''],
  ['headings', 'a\n---\n', 2000, ''],
  ['dashes in a heading', '-', 3000, '## method '],
  ['options', 'redis-cli -a ', 1000, '```bash\n'],
  ['choices in a block', '# OR\nls -l\n', 400, '```bash\n'],
  ['SQL statements', 'select 1;\n', 500, '```sql\n'],
  ['blank lines in a block of SQL', '\n', 2000, '```sql\nselect 1\n'],
  ['tags in SQL that nothing closes', '$§$ ', 2000, '```sql\n'],
  ['delimiters in SQL that nothing takes back', 'delimiter //\n', 1500, '```sql\n'],
  ['delimiters in SQL, and one that takes them back', 'delimiter //\n', 1500, '```sql\n', 'delimiter ;\n'],
  ['remarks in SQL', '//  x', 3000, '```sql\n'],
  ['comments in SQL that nothing closes', '/* ', 3000, '```sql\nselect 1\n'],
  ['loops that never end, below SQL', 'if a; then\n', 40, '```bash\nselect 1;\n'],
  ['blank lines below what a file is to hold', '\n', 2000, '```bash\nvi /etc/shop.conf\nA=1\n'],
  ['what a file is to hold', 'A=1\n\n', 1000, '```bash\nvi /etc/shop.conf\n'],
  ['prompts of a tool that nothing opens', 'shopctl> x\n', 1000, '```\n'],
  ['names of scripts', 'shop-stop\n', 1000, '```bash\n'],
  ['tables of described commands', 'qdel id      delete a job\n', 500, '```\n'],
  ['statements and answers', 'update x\nset y = 1;\nQuery OK\n', 200, '```sql\n'],
  ['cases and their opposites', '# If x exists:\nls -l\n# If x does not exist:\nls -a\n', 100, '```bash\n'],
  ['blank lines in a script', '\n', 2000, 'Add this script:\n\n```bash\n'],
  ['cases in a paragraph', 'x. If y ', 500, '## A\n\n'],
  ['commands in a block', 'ls -l /app/x <pod>\n', 400, '```bash\n'],
  ['rows of a table', '| a | `ls -l` | CTO in 5 min |\n', 300, '| x | y | z |\n|---|---|---|\n'],
  ['incidents', '## Redis down\n\nPage CTO in 10 min.\n\n`rm -rf /app/x`\n\n', 60, ''],
  ['placeholders', '```bash\nls -l <strange-thing>\n```\n', 200, ''],
  ['links', '[a](#incident) ', 500, '## Incidents\n\n'],
  ['clients', '```bash\npsql\nselect 1;\n```\n\n', 60, ''],
  ['options in remarks', '# Option 1: x\nls -l\n', 300, '```bash\n'],
  ['items that are commands', '* ls -l\n', 300, ''],
  ['prompts in prose', '[root@web ~]# ls -l\n\n', 200, ''],
  ['what is said aside', 'so if it is, ', 1000, '- run `ls -l` ('],
  ['spaces in a command', ' ', 20_000, 'ls -l'],
  ['tags around Markdown', '<section>\n{% x %}\n~~~\n$ ls -l\n~~~\n</section>\n', 150, ''],
  ['angled prompts', '> select 1;\n1\n', 300, '```sql\n'],
  ['names with their arguments below', 'Use `ls`:\n\n`ls -l`\n\n', 200, ''],
  ['quotes in a statement', `psql -c "it's" `, 500, '```bash\n'],
  ['words of one line that stand for others', 'POD_NAME ', 1000, '```bash\nx '],
  ['names with a hyphen in inline code', 'your-bucket ', 1000, '`x '],
  ['braces in one command', '{pod} ', 2000, '```bash\nkubectl '],
  ['ellipses in one command', '… ', 2000, '```bash\nkubectl '],
  ['names of pods that are left open', 'web- x-y ', 1500, '```bash\nkubectl logs '],
  ['variables of one command', '$POD_§ ', 1000, '```bash\nkubectl logs '],
  ['commas of one sentence', ', ', 3000, ''],
  ['backticks that hold nothing', '` ', 3000, ''],
  ['spaces in inline code', ' ', 6000, '`ls'],
  ['tabs in a cell', '\t', 3000, '| a |\n|---|\n| ', 'x |'],
  ['rows of inline code', '`ls -l` ', 1000, '```bash\nkubectl '],
  ['remarks in a string', '# OR ', 1500, '```bash\npsql -c "', '"'],
  ['clients of Redis in one line', 'redis-cli ', 2000, ''],
  ['clients of the web in one line', 'curl http://a ', 1500, ''],
  ['words of a container in one command', 'docker ', 2000, '```bash\nkubectl '],
  ['hyphens that end nothing', '-', 6000, '[a](<', '>)'],
  ['words that offer nothing', 'or ', 6000, '', '`ls -l`'],
  ['schemes of no URL', 'a+', 6000, ''],
  ['links of one line', '[a](b§.md) ', 3000, ''],
  ['letters in a tag for code', 'a', 6000, '{{< code '],
  ['fences in a list of code', '    - Abc def\n\n    ```\n\n', 500, ''],
  ['set-in fences in a list of code', '    - Abc def\n\n        ```\n\n', 500, '', '    x\n'],
  ['blank lines in a block of Ruby', '\n', 2000, '```ruby\nid = 93\n', 'x'],
  ['spaces after inline code', ' ', 3000, '- run `ls -l`', 'x\n'],
  ['colons before inline code', ': ', 2500, '- ', 'x `ls -l`\n'],
  ['spaces in an item that looks typed', ' ', 3000, '- docker ps', 'x\n'],
  ['orders before a list', 'run ', 1000, '', 'x:\n\n- `ls -l`\n'],
  ['blocks of HTML that never end', '<pre>\n\n', 1500, ''],
  ['spaces in a block of HTML', ' ', 4000, '<pre>', 'x\n'],
  ['dots in a command', '.', 4000, '```bash\nkubectl get ', 'x\n'],
  ['comments that switch rules off', '<!-- drillbook-disable-next-line x -->\n```\nls\n```\n', 150, ''],
];

test.each(
  PIECES.map(([name, piece, count, before, after = '']) => [name, piece, count, before, after] as const),
)(
  'eight times as many %s do not take anything like 64 times as long to read and check',
  { retry: 2 },
  (_, piece, count, before, after) => {
    expect(growth(readAndCheck, piece, count, before, after)).toBeLessThan(32);
  },
);

/** Checking what they hold takes so long that it would hide what finding their ends takes. */
const findStatements = (text: string): void => {
  shellStatements(text);
};

test('eight times as many here-documents do not, either', { retry: 2 }, () => {
  expect(growth(findStatements, 'cat << A\nA\n\n\n', 1000)).toBeLessThan(32);
});

/** Each character with each: nothing in it gets cheaper by being done more often. */
const quadratic = (text: string): void => {
  let alike = 0;
  for (let one = 0; one < text.length; one++)
    for (let other = 0; other < text.length; other++)
      if (text.charCodeAt(one) === text.charCodeAt(other)) alike += 1;
  expect(alike).toBe(text.length ** 2);
};

// Two times of a shared machine's cores are compared here, as above.
test('what takes quadratic time is seen', { retry: 2 }, () => {
  expect(growth(quadratic, 'x', 3000)).toBeGreaterThan(32);
});
