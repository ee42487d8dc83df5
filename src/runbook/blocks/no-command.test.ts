import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

test('how to leave a program, and what it says of itself, are not typed', () => {
  const lines = ['docker logs -f web', '(ctrl+c to exit)'];
  expect(textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`)).toHaveLength(1);
  expect(textsIn('```bash\n(cd /srv && make)\n```\n')).toHaveLength(1);
  expect(textsIn('pi@web:~ $ sudo e2fsck -f /dev/md0\ne2fsck 1.44.5 (15-Dec-2018)\n')).toHaveLength(1);
  expect(textsIn('```\nping 10.0.0.1\nsleep 2.5\n```\n')).toHaveLength(2);
});

test('the number that a program ends with is no command', () => {
  expect(textsIn('It ends with `exit code 1`. Use `docker ps`.\n')).toHaveLength(1);
  expect(textsIn('```bash\nkubectl get pods\nexit 1\n```\n')).toHaveLength(2);
});

test('nothing but a name is typed where the text runs it', () => {
  const block = '\n\n```\ncheck-upgrade9\n```\n';
  expect(textsIn(`## Run the checker${block}`)).toHaveLength(1);
  expect(textsIn(`Then, as root, run:${block}`)).toHaveLength(1);
  expect(textsIn(`Use the following command:${block}`)).toHaveLength(1);
  expect(textsIn(`Run this script:${block.replace('upgrade9', 'up.sh')}`)).toHaveLength(1);
  expect(textsIn(`This is the script:${block.replace('upgrade9', 'up.sh')}`)).toEqual([]);
  expect(textsIn(`The output of this command:${block}`)).toEqual([]);
  expect(textsIn(`Run the query:${block}`)).toEqual([]);
  expect(textsIn(`Run it, and see:${block}`)).toEqual([]);
  expect(textsIn(`To run it you need:${block}`)).toEqual([]);
  expect(textsIn(`The name of the host:${block}`)).toEqual([]);
});

test('a crontab is no command, with the variables that it sets', () => {
  const table = '# dump\n0 12 * * * cd /srv && ./dump.sh';
  expect(textsIn(`In the crontab:\n\n\`\`\`\nPATH=/usr/bin:/bin\n${table}\n\`\`\`\n`)).toEqual([]);
  expect(textsIn('```\n@daily /srv/dump.sh\n```\n')).toEqual([]);
  expect(textsIn('```\nPATH=/usr/bin:/bin\n./dump.sh\n```\n')).toHaveLength(2);
});

test.each([
  'start time: 10:00',
  'kill the process 1',
  'top - 10:00:00 up 10 days, 1 user',
  'export default {\n  x: 1\n}',
])('not typed: %s', (text) => {
  expect(textsIn(`\`\`\`\n${text}\n\`\`\`\n`)).toEqual([]);
});

test.each(['diff a b.txt', 'export DEFAULT=1', 'kill 1'])('typed: %s', (text) => {
  expect(textsIn(`\`\`\`\n${text}\n\`\`\`\n`)).toHaveLength(1);
});

const setIn = (name: string): string => `\n\n    ${name}\n\nIt lets you choose.\n`;

test('a script with nothing else in its block is typed below a heading that tells what it does', () => {
  expect(textsIn(`## View the logs of a job${setIn('watch-job-logs.sh')}`)).toHaveLength(1);
  expect(textsIn(`## Mount the volume of a job${setIn('mount-volume.sh')}`)).toHaveLength(1);
  expect(textsIn(`## Mount the volume of a job${setIn('mount-volume')}`)).toEqual([]);
  expect(textsIn(`## Where the script is${setIn('mount-volume.sh')}`)).toEqual([]);
});

const advisedBy = (line: string): readonly unknown[] =>
  textsIn(`\`\`\`\nLogging in to the cloud.\n...\n${line}\naz login\n\`\`\`\n`);

test('what a program tells to type was printed', () => {
  expect(advisedBy('Error: you are not logged in. Please run:')).toEqual([]);
  expect(advisedBy('Then, as root, run:')).toHaveLength(1);
});

const beginning = (first: string): string => `\n\n\`\`\`sql\n${first}\nDROP TABLE attempts;\n\`\`\`\n`;

test('a file that its first line names is no statement', () => {
  expect(textsIn(`Write a migration:${beginning('-- db/sql/0020_revert.sql')}`)).toEqual([]);
  expect(textsIn(`Run it:${beginning('-- db/sql/0020_revert.sql')}`)).toHaveLength(1);
  expect(textsIn(`Write a migration:${beginning('-- back to before')}`)).toHaveLength(1);
});

test('what leads to what, by arrows, is not typed', () => {
  const flow = ['Git push', '-> the image is built', '-> the worker starts:', 'celery -A web worker -c 2'];
  expect(textsIn(`\`\`\`text\n${flow.join('\n')}\n\`\`\`\n`)).toEqual([]);
  expect(textsIn(`\`\`\`\npush to main\n${flow.slice(1).join('\n')}\n\`\`\`\n`)).toEqual([]);
  const commands = ['kubectl get pods', '-> all run', 'kubectl get nodes', '-> all are ready'];
  expect(textsIn(`\`\`\`text\n${commands.join('\n')}\n\`\`\`\n`)).toHaveLength(2);
});

const keeping = 'mv /srv/a /srv/b';

test.each([
  'NEVER DO THIS',
  '❌ NEVER DO THIS',
  'Don’t do this!',
  '❌ Wrong',
  '❌',
  'BAD: this loses everything',
  'WRONG (the data is lost)',
  'Do not run this.',
  'Bad',
  'Deprecated, use the new one',
  'This would delete everything:',
  'Example of what went wrong last time:',
  'The following is run by cron, not by you:',
])('what a remark above it forbids is not typed: %s', (remark) => {
  const forbidden = `# ${remark}\nrm -rf /srv/a`;
  expect(textsIn(`\`\`\`bash\n${forbidden}\n\n# Instead\n${keeping}\n\`\`\`\n`)).toEqual([
    [keeping, undefined],
  ]);
  expect(textsIn(`\`\`\`bash\n${forbidden}\n\n${keeping}\n\`\`\`\n`)).toEqual([[keeping, undefined]]);
});

test.each([
  'Wrong password? Reset it',
  'Bad blocks are found with',
  'Never mind the warning',
  '❌ Error: the disk is full',
  'Do not run this on the primary',
  'Never run this twice',
  'This would be the place to look:',
  'This is done by running:',
  '✅ GOOD: keep them',
])('what a remark warns of, or is about, is typed: %s', (remark) => {
  expect(textsIn(`\`\`\`bash\n# ${remark}\nrm -rf /srv/a\n\`\`\`\n`)).toHaveLength(1);
});

test('what a remark beside it forbids is not typed', () => {
  for (const remark of ['NEVER DO THIS', "DON'T (only in dev)", 'deprecated, use mv'])
    expect(textsIn(`\`\`\`bash\nrm -rf /srv/a  # ${remark}\n${keeping}\n\`\`\`\n`)).toEqual([
      [keeping, undefined],
    ]);
  expect(textsIn(`\`\`\`sql\n-- BAD: all rows\nDELETE FROM orders;\n-- GOOD\nSELECT 1;\n\`\`\`\n`)).toEqual([
    ['SELECT 1;', undefined],
  ]);
});

test.each([
  '❌ Don’t:',
  'It deletes everything, so don’t do it:',
  '**Never:**',
  '## Avoid',
  '## ❌ Wrong',
  'Old way:',
  'The old procedure was:',
  'What the deploy pipeline does:',
  'systemd starts it like this:',
  'Behind the scenes:',
  'The attacker ran:',
  'A colleague once did:',
  '## Deprecated',
  '## Things we tried that do not help',
  '## What never helps',
  '## Restart (obsolete)',
  '不要执行以下命令：',
  'Ne pas exécuter :',
  'Nicht ausführen:',
  'No ejecutar:',
  'Не выполнять:',
])('what a text or a heading forbids is not typed: %s', (lead) => {
  expect(
    textsIn(`${lead}\n\n\`\`\`\nrm -rf /srv/a\n\`\`\`\n\nSo:\n\n- \`${keeping}\`\n`).map(([text]) => text),
  ).not.toContain('rm -rf /srv/a');
});

test('an error that tells what to type', () => {
  const block = '\n\n```\nFATAL: it is empty\nrsync /a root@web-1:/b\n```\n';
  expect(textsIn(`Example error output:${block}`)).toEqual([]);
});
