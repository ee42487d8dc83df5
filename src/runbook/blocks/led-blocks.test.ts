import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedAfter = (intro: string, ...lines: readonly string[]): readonly string[] =>
  textsIn(`${intro}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text);

test.each([
  ['Run the following command:', 'shopd wallet drop main'],
  ['Use this command to drop it:', 'shopd wallet drop main'],
  ['First type:', 'shopd wallet'],
  ['You may then need to restart it with:', 'shop-ioc wake ioc-05'],
  ['Ejecuta el siguiente comando:', 'shopd wallet drop main'],
  ['执行以下命令：', 'shopd wallet drop main'],
  ['Stop the server:', 'shopcloud server stop web-01'],
  ['As root:', 'shopd web stop'],
  ['If it hangs, stop it:', 'shopd web stop'],
  ['Open a terminal and enter:', 'shopd web'],
  ['Here is the command:', 'shopd web'],
  ['## Migrate', 'shopd db:migrate all'],
  ['Anything goes.', 'make deploy'],
  ['Anything goes.', 'make'],
  ['Anything goes.', 'go build'],
  ['On the jump host', 'cap production deploy:rollback'],
])('plain words are typed after what leads to them: %s', (intro, line) => {
  expect(typedAfter(intro, line)).toEqual([line]);
  expect(textsIn(`${intro}\n\n    ${line}\n`)).toHaveLength(1);
});

test.each([
  ['Anything goes.', 'shopd wallet drop main'],
  ['Run the following query:', 'sum rate drops'],
  ['The output of the following command:', 'shopd started well'],
  ['If it works, this command prints:', 'shopd wallet main'],
  ['Replace the line with:', 'listen stream backlog'],
  ['The log starts with:', 'booting kernel image'],
  ['Run the steps below:', 'drain traffic early'],
  ['Delete these pods:', 'shop delete worker'],
  ['Stop the server:', 'connection status unknown'],
  ['Stop the server:', 'shop opens at nine'],
  ['Available jobs:', 'shop sync stop'],
  ['You should see this in the terminal:', 'shop sync stop'],
  ['PR title:', 'shop sync stop'],
  ['In the UI, restart it:', 'shop sync stop'],
  ['Owner:', 'shop deploy crew'],
  ['As root:', 'shopd wallet'],
  ['Use the following commands:', 'shopd wallet is full'],
  ['Use the following commands:', 'shopd wallet drop.'],
  ['Do the following:', 'make sure pods'],
  ['Anything goes.', 'go home'],
  ['Never run the following command:', 'shopd wallet drop main'],
])('but not after this: %s', (intro, line) => {
  expect(typedAfter(intro, line)).toEqual([]);
});

test('what one command of several printed is not typed', () => {
  expect(typedAfter('Run this command:', 'shopd status', '', 'wallet main', 'open: yes')).toEqual([
    'shopd status',
  ]);
  const next = '\n```\nshop closed today\n```\n';
  expect(textsIn(`Run this command:\n\n\`\`\`\nshopd status\n\`\`\`\n${next}`)).toHaveLength(1);
});

test('a program that other blocks of the file start is one where only words follow it, too', () => {
  const known = '# Shop\n\n```bash\nshopd drop --all\n```\n\nSo it is.\n\n';
  expect(textsIn(`${known}\`\`\`\nshopd drop main\n\`\`\`\n`)).toHaveLength(2);
  expect(textsIn(`${known}\`\`\`\nshopd drop main\nwhat happened here\n\`\`\`\n`)).toHaveLength(1);
});
