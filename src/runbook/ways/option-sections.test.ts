import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const choicesIn = (text: string): readonly (string | undefined)[] =>
  commandsIn(`# Web\n\n## Mitigation\n\n${text}`).map(
    ({ alternative }) => alternative && `${alternative.choice}.${alternative.option}`,
  );

const block = (command: string): string => `\n\n\`\`\`\n${command}\n\`\`\`\n`;

test('what is done whichever way was gone is no way', () => {
  const ways = `**Git method:**${block('git checkout v1')}\n**Docker method:**${block('docker pull web')}`;
  expect(choicesIn(`${ways}\nVerify that it is there:${block('x-ctl v')}`)).toEqual([
    'L5.1',
    'L5.2',
    undefined,
  ]);
  const options = `Option 1: go back:${block('x-ctl a')}\nOption 2: mend it:${block('x-ctl b')}`;
  expect(choicesIn(`${options}\nIn either case, look:${block('x-ctl v')}`)).toEqual([
    'L8.1',
    'L8.2',
    undefined,
  ]);
});

test('items that are each followed by a block are ways where the text above offers them as such', () => {
  const items = `1. In place:${block('x-ctl a')}\n2. To a new host:${block('x-ctl b\nx-ctl c')}`;
  const text = `There are two ways:\n\n${items}\nMonitor it:${block('x-ctl v')}`;
  expect(choicesIn(text)).toEqual(['L7.1', 'L7.2', 'L7.2', undefined]);
  expect(choicesIn(text.replace('There are two ways', 'Restore it'))).toEqual(Array(4).fill(undefined));
  const listed = `There are two ways:\n\n- a\n- b\n\nThe first:${block('x-ctl a')}\n- It is slow.\n${block('x-ctl b')}`;
  expect(choicesIn(listed)).toEqual([undefined, undefined]);
});

test('where each of two commands is typed may stand before "or"', () => {
  expect(choicesIn('Run `nginx -s stop` on hosts or `docker stop web` on Docker.\n')).toEqual([
    'L5.1',
    'L5.2',
  ]);
  expect(choicesIn('Run `nginx -s stop` on hosts and `docker stop web` on Docker.\n')).toEqual([
    undefined,
    undefined,
  ]);
});

test('a row of commands that ends with "or" is a choice', () => {
  const row = 'Restart it: `nginx -s reload`, `systemctl restart web`, or `docker restart web`.\n';
  expect(choicesIn(row)).toEqual(['L5.1', 'L5.2', 'L5.3']);
  expect(choicesIn(row.replace('or', 'and'))).toEqual([undefined, undefined, undefined]);
});

test('the commands of an option may stand in a section of their own', () => {
  const told = `### Option 1: go back${block('x-ctl a')}\n### Option 2: mend it${block('x-ctl b')}`;
  expect(choicesIn(`${told}\n## Commands (Option 1, the fast one)${block('x-ctl c')}`)).toEqual([
    'L5.1',
    'L5.2',
    'L5.1',
  ]);
  expect(choicesIn(`${told}\n## Commands (all)${block('x-ctl c')}`)).toEqual(['L5.1', 'L5.2', undefined]);
});

const step = (host: string): string =>
  `### ${host}${block(`HOST=${host}`)}\nStop:${block('x-ctl stop $HOST')}\n`;

test('a step that gives its own value to a name is no way', () => {
  expect(new Set(choicesIn(step('a') + step('b')))).toEqual(new Set([undefined]));
});

test('what only makes ready for a command is no way of it', () => {
  const made = `Copy it:${block('mkdir /y\nrsync x /y')}\nAn alternative (faster):${block('rsync -W x /y')}`;
  expect(choicesIn(made)).toEqual([undefined, 'L8.1', 'L8.2']);
  expect(choicesIn(made.replace('rsync -W', 'tar c'))).toEqual(['L8.1', 'L8.1', 'L8.2']);
});
