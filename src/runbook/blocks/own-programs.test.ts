import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const toldIn = (text: string): readonly string[] =>
  commandsIn(text)
    .filter(({ where }) => where === 'inline')
    .map(({ text: own }) => own);

const BLOCK = '```sh\ntally admin holds list --all\nexport X="$(sudo keeper get pass)"\n```\n\n';

test('a team’s own program, which a block starts, is one in the text, too', () => {
  expect(toldIn(`${BLOCK}- List holds: \`tally admin holds show 4\`\n`)).toHaveLength(1);
  expect(toldIn(`${BLOCK}You can also use \`keeper put pass\` to change it.\n`)).toHaveLength(1);
  expect(toldIn('- List holds: `tally admin holds show 4`\n')).toEqual([]);
  expect(toldIn(`${BLOCK}The \`tally admin holds\` output is long. Restart \`tally\`.\n`)).toEqual([]);
});

test('scripts without arguments: one that a block starts, and those in its column of a table', () => {
  const table = '| command | purpose |\n|---|---|\n| `push-data` | sync |\n| `box-status` | look |\n\n';
  const block = '```\nsource ~/tools/aliases\nbox-status\n```\n\n';
  const text = 'Then double check `box-status` on both.\n';
  expect(toldIn(block + table + text)).toEqual(['push-data', 'box-status', 'box-status']);
  expect(toldIn(table + text)).toEqual([]);
});

test('a program that is always started with something else is a name where it stands alone', () => {
  const names = '1. Point `el-node` to `cl-node`\n2. Start `el-node` and `cl-node`\n\n';
  const block = '```sh\nel-node --chain main\ncl-node --rpc 1\n```\n\n';
  expect(toldIn(names + block)).toEqual([]);
  expect(toldIn(`${block}Run \`el-node --check x\`.\n`)).toHaveLength(1);
});

test('what a command printed is no program', () => {
  const printed = '```\ndocker ps --format "{{.Names}}"\nweb-front\n```\n\n';
  expect(toldIn(`${printed}Restart \`web-front\`.\n`)).toEqual([]);
});

test('a program of subcommands that the text alone shows, several times', () => {
  const uses = ['tally file list {site}/a', 'tally file get {site}/a.tgz', 'tally secret read data/{site}'];
  const [first, second, third] = uses.map((use) => `\`${use}\``);
  expect(toldIn(`- Find it with ${first}.\n- Fetch it: ${second}\n- Read it: ${third}\n`)).toEqual(uses);
  expect(toldIn(`- Find it with ${first}.\n- Fetch it: ${second}\n`)).toEqual([]);
  expect(toldIn(`The lines are ${first} or so.\n\n- Fetch: ${second}\n- Read: ${third}\n`)).toEqual([]);
  const servers = ['one', 'two', 'three'].map((name) => `\`server ${name} 10.0.0.1/24 check\``);
  expect(toldIn(`Replace it with ${servers.join(', ')}.\n`)).toEqual([]);
});

test('a program whose output the text hands to a filter', () => {
  const piped = '- Count: `tally queue list --all | sort`\n';
  expect(toldIn(`${piped}- See the last: \`tally log last\`\n`)).toHaveLength(2);
  expect(toldIn('- Query: `tally by host --all | limit 3`\n- See the last: `tally log last`\n')).toHaveLength(
    1,
  );
});

test('a program that the text orders to run, and names with another subcommand', () => {
  const find = '- Find the name with `tally ps`.\n';
  expect(toldIn(`- Run \`tally stop web\`.\n${find}`)).toEqual(['tally stop web', 'tally ps']);
  expect(toldIn(`- The line is \`tally stop web\`.\n${find}`)).toEqual([]);
});
