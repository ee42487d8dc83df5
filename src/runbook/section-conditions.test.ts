import { expect, test } from 'vitest';
import { textsIn } from '../../test/support/commands-in.ts';

const fenced = (before: string, language = 'bash'): string =>
  `${before}\n\n\`\`\`${language}\nkubectl delete lease x\n\`\`\`\n`;

const whenTold = (text: string): readonly (string | undefined)[] =>
  textsIn(text).map(([, condition]) => condition);

test('a row of a table tells a case, unless it tells what to do', () => {
  const rows = '| Out of space | `df -h` |\n| Find large folders | `du -sh /var` |\n';
  expect(whenTold(`| Problem | Solution |\n| --- | --- |\n${rows}`)).toEqual(['Out of space', undefined]);
  expect(whenTold(`| Problem | How to verify |\n| --- | --- |\n${rows}`)).toEqual([undefined, undefined]);
});

test('a line that leads to commands without a block tells when to run them', () => {
  expect(whenTold('If the store is full:\n\nkubectl scale deploy/web --replicas=2\n')).toEqual([
    'the store is full',
  ]);
  expect(whenTold('Then:\n\nkubectl scale deploy/web --replicas=2\n')).toEqual([undefined]);
});

test('a case in brackets at the end of a heading holds for what is under it', () => {
  expect(whenTold(fenced('# Web\n\n## By hand (if the timer failed)\n\nRenew it:'))).toEqual([
    'the timer failed',
  ]);
  expect(whenTold(fenced('# Web\n\n## By hand (when the alert comes)\n\nRenew it:'))).toEqual([undefined]);
});

const part = (heading: string): string => fenced(`\n### ${heading}`);

test('sections that are graded by a measure hold for their grade', () => {
  const graded = `# Queue\n\n## Scale\n${part('Critical (queue > 50 jobs)')}${part('High (queue 20-50 jobs)')}`;
  expect(whenTold(graded)).toEqual(['queue > 50 jobs', 'queue 20-50 jobs']);
  const timed = `# Queue\n\n## Scale\n${part('First look (minutes 0-2)')}${part('Second look (minutes 2-8)')}`;
  expect(whenTold(timed)).toEqual([undefined, undefined]);
});

test('a remark that leads to what comes in its block, and a line of prose to the next ones', () => {
  const block = '```bash\n# If the lock is held:\n\n# Find who\nlsof x\n\n# End it\nkill 1\n```\n';
  expect(whenTold(block)).toEqual(['the lock is held', 'the lock is held']);
  expect(whenTold(block.replace('held:', 'held'))).toEqual([undefined, undefined]);
  expect(whenTold('1. Look:\n   ss -ltnp | grep 80\n   If it is closed:\n   sudo ufw allow 80\n')).toEqual([
    undefined,
    'it is closed',
  ]);
});

test('how things can be, and when a problem is reported, is no condition', () => {
  expect(whenTold(fenced('Why: it can stall if the applier waits.'))).toEqual([undefined]);
  expect(whenTold(fenced('When a certificate issue is reported:'))).toEqual([undefined]);
  expect(whenTold(fenced('When a certificate is revoked:'))).toEqual(['a certificate is revoked']);
});

test('a question that follows on is no condition', () => {
  expect(whenTold(fenced("So what's in it? It is a lease."))).toEqual([undefined]);
});

test('what comes next in time, and what is said aside, is no condition', () => {
  expect(whenTold(fenced('When Redis comes back online:'))).toEqual([undefined]);
  expect(whenTold(fenced('When Redis is slow:'))).toEqual(['Redis is slow']);
  expect(whenTold('1. `ssh root@web` (you need a password if you are new)\n')).toEqual([undefined]);
  expect(whenTold('1. `kubectl delete lease x` (if the lease is stale)\n')).toEqual(['the lease is stale']);
});

test('a state in brackets, or "if" in a heading, holds for its section', () => {
  expect(whenTold(fenced('# Web\n\n### Remove it (node is down)'))).toEqual(['node is down']);
  expect(whenTold(fenced('# Web\n\n### Switch at once (primary down)'))).toEqual(['primary down']);
  expect(whenTold(fenced('# Web\n\n### Remove it (the node)'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n### Try it (preview only)'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n## Grow it if Space is Available (LVM)'))).toEqual([
    'Space is Available (LVM)',
  ]);
});

const led = (text: string): string => fenced(`# Web\n\n## Flags\n\n${text}\n\n### Turn it off`);

test('a paragraph that leads to nothing but sections holds for them', () => {
  expect(whenTold(led('If it is one feature, use its flag.'))).toEqual(['it is one feature']);
  expect(whenTold(led('If the host is one of the following:'))).toEqual([undefined]);
  expect(whenTold(led('Flags are quick.'))).toEqual([undefined]);
});

const restoring = (text: string): string => fenced(`# Web\n\n### Restore\n\n${text}`);

test('what a section is only to be used for holds for it', () => {
  expect(whenTold(restoring('**WARNING:** It replaces all. Only use in disaster recovery.'))).toEqual([
    'in disaster recovery',
  ]);
  expect(whenTold(restoring('If you are using snap, old versions pile up.'))).toEqual(['you are using snap']);
  expect(whenTold(restoring('It replaces all.'))).toEqual([undefined]);
});

test('what is done instead is done in the same case', () => {
  const block =
    '```bash\n# Empty it (if safe)\n: > /var/log/web.log\n# or\ntruncate -s 0 /var/log/web.log\n```\n';
  expect(whenTold(block)).toEqual(['safe', 'safe']);
  expect(whenTold(block.replace('# or', '# Grow it'))).toEqual(['safe', undefined]);
});

test('a cause that a block answers is a heading, no case', () => {
  const list = '## Common Issues\n\n1. **Permission denied:**';
  expect(whenTold(`# Web\n\n${list} \`chmod +x backup.sh\`\n`)).toEqual(['Permission denied']);
  expect(whenTold(`# Web\n\n${list}\n\n   \`\`\`bash\n   chmod +x backup.sh\n   \`\`\`\n`)).toEqual([
    undefined,
  ]);
});
