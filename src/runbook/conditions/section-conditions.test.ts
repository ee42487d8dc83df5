import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const fenced = (before: string, language = 'bash'): string =>
  `${before}\n\n\`\`\`${language}\nkubectl delete lease x\n\`\`\`\n`;

const whenTold = (text: string): readonly (string | undefined)[] =>
  textsIn(text).map(([, condition]) => condition);

test('a row of a table tells a case, unless it tells what to do', () => {
  const rows = '| Out of space | `df -h` |\n| Find large folders | `du -sh /var` |\n';
  expect(whenTold(`| Problem | Solution |\n| --- | --- |\n${rows}`)).toEqual(['Out of space', undefined]);
  expect(whenTold(`| Problem | How to verify |\n| --- | --- |\n${rows}`)).toEqual([undefined, undefined]);
});

test('a column of what the reader did or sees tells a case', () => {
  const rows = '| --- | --- |\n| the broker | `gh workflow run broker.yml` |\n';
  expect(whenTold(`| You changed… | How to make it live |\n${rows}`)).toEqual(['the broker']);
  expect(whenTold(`| Your part | How to make it live |\n${rows}`)).toEqual([undefined]);
});

test('a sign before a heading does not hide its case', () => {
  expect(whenTold(fenced('# Web\n\n## ⚠️ When nodes are drained:'))).toEqual(['nodes are drained']);
});

test('a note in a heading may tell a case', () => {
  expect(whenTold(fenced('# Web\n\n#### NOTE: In case, the routes are gone, follow these steps'))).toEqual([
    'the routes are gone',
  ]);
  expect(whenTold(fenced('# Web\n\n#### NOTE: the routes of a case'))).toEqual([undefined]);
});

test('a symptom is the case of what its row tells; of a cause, a look has to tell', () => {
  const row = '| --- | --- | --- |\n| Out of space | Old logs | `df -h` |\n';
  expect(whenTold(`| Symptom | Likely cause | Fix |\n${row}`)).toEqual(['Out of space']);
  expect(whenTold(`| Symptom | Likely cause | First command |\n${row}`)).toEqual(['Out of space']);
  expect(whenTold(`| Symptom | Likely cause | How to verify |\n${row}`)).toEqual([undefined]);
  expect(whenTold(`| Cause | Sign | Fix |\n${row}`)).toEqual(['Out of space']);
  expect(whenTold(`| Cause | Sign | Check |\n${row}`)).toEqual([undefined]);
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

test('what an incident is, in brackets, is no case', () => {
  expect(whenTold(fenced('# Web\n\n### Critical issues (service down)\n'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n### P1 (site is down)\n'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n### Fail over (primary is down)\n'))).toEqual(['primary is down']);
});

test('an offer of help is no question that tells a case', () => {
  expect(whenTold(fenced('# Web\n\n### Need more help?\n'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n### Disk full?\n'))).toEqual(['Disk full']);
});

const part = (heading: string): string => fenced(`\n### ${heading}`);

test('a heading of its own case, at any depth', () => {
  expect(whenTold(fenced('# Web\n\n## When the cache is cold:\n'))).toEqual(['the cache is cold']);
  expect(whenTold(fenced('# Web\n\n## After a restart, if the share is stale,\n'))).toEqual([
    'the share is stale',
  ]);
  expect(whenTold(fenced('# Web\n\n### Scenario 2: If a replica lags\n'))).toEqual(['a replica lags']);
  expect(whenTold(fenced('# Web\n\n### Scenario 2: the replica\n'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n## When you are on call\n'))).toEqual([undefined]);
  expect(whenTold(fenced('# Web\n\n## When to run it\n'))).toEqual([undefined]);
});

test('headings that tell states are cases, below decision points and as options', () => {
  const web = '# Web\n\n## Decision points\n';
  expect(
    whenTold(`${web}${part('The primary is gone')}${part('Restart the primary')}${part('Owners')}`),
  ).toEqual(['The primary is gone', undefined, undefined]);
  const options = `# Web\n\n## Action\n${part('Option 1 - Disk full')}${part('Option 2 - Up, but hanging')}`;
  expect(whenTold(options)).toEqual(['Disk full', 'Up, but hanging']);
  const kept = `# Web\n\n## Action\n${part('Option 1 - The data is kept')}${part('Option 2 - All is made anew')}`;
  expect(whenTold(kept)).toEqual([undefined, undefined]);
  const ways = `# Web\n\n## Action\n${part('Option 1 - Disk full')}${part('Option 2 - Promote the healthy one')}`;
  expect(whenTold(ways)).toEqual([undefined, undefined]);
});

const lead = (text: string): string =>
  `# State\n\n## Remove\n\n${text}\n\n1. Run \`terraform state rm x\`.\n`;

test('what a program is used for speaks for its section', () => {
  expect(whenTold(lead('Use `state rm` when:\n- it is gone.'))).toEqual(['it is gone']);
  expect(whenTold(lead('Use only once that has failed twice.'))).toEqual(['that has failed twice']);
  expect(whenTold(lead('Use `state rm` when working on the state.'))).toEqual([undefined]);
});

test('a case amid a text above sections is not theirs', () => {
  const text = 'There is a UI. If you use it, keep the name. What follows is typed.';
  expect(whenTold(fenced(`# Pool\n\n## Make one\n\n${text}\n\n### Prepare`))).toEqual([undefined]);
});

test('sections that are graded by a measure hold for their grade', () => {
  const graded = `# Queue\n\n## Scale\n${part('Critical (queue > 50 jobs)')}${part('High (queue 20-50 jobs)')}`;
  expect(whenTold(graded)).toEqual(['queue > 50 jobs', 'queue 20-50 jobs']);
  const timed = `# Queue\n\n## Scale\n${part('First look (minutes 0-2)')}${part('Second look (minutes 2-8)')}`;
  expect(whenTold(timed)).toEqual([undefined, undefined]);
});

test('a remark beside a command is about that one, and what is done instead', () => {
  const block = '```bash\nuptime\nkill 1  # if it hangs\n# or\nkill 2\n```\n';
  expect(whenTold(block)).toEqual([undefined, 'it hangs', 'it hangs']);
  expect(whenTold('```bash\nkill 1  # drain the node first if it serves\n```\n')).toEqual([undefined]);
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

const cases = (lead: string): string => restoring(`**${lead}:**\n- No new migrations\n- No new packages`);

test('cases that must all hold, each an item', () => {
  const both = ['ALL of these are true: No new migrations; No new packages'];
  expect(whenTold(cases('Only use when ALL of these are true'))).toEqual(both);
  expect(whenTold(cases('It looks at all of these'))).toEqual([undefined]);
});

test('what a section is only to be used for holds for it', () => {
  expect(whenTold(restoring('**WARNING:** It replaces all. Only use in disaster recovery.'))).toEqual([
    'in disaster recovery',
  ]);
  expect(whenTold(restoring('If you are using snap, old versions pile up.'))).toEqual(['you are using snap']);
  expect(whenTold(restoring('It replaces all.'))).toEqual([undefined]);
  const steps =
    'Then, if you need the files, copy them.\n\nIf you need the data, do the following steps.\n\n';
  expect(whenTold(restoring(`${steps}Stop the web.`))).toEqual(['you need the data']);
  expect(whenTold(restoring('If you need the data, tell the team.\n\nStop the web.'))).toEqual([undefined]);
  const elsewhere = 'If you have no access yet, follow the instructions in the wiki.';
  expect(whenTold(restoring(`${elsewhere}\n\nStop the web.`))).toEqual([undefined]);
});

const whenWith = (text: string): readonly (string | undefined)[] =>
  whenTold(`# Web\n\n## Restore\n\n${text}\n\n### Stop it\n\n${fenced('Stop:')}`);

test.each([
  ['when to use it', '**Use when**: The primary is lost.\n\n**Duration**: an hour', 'The primary is lost'],
  ['a sentence', 'This takes an hour. Use this procedure if the primary is lost.', 'the primary is lost'],
  ['a warning', '> ⚠️ **Warning**: Only if a restart fails. It loses data.', 'a restart fails'],
  [
    'a list of cases',
    'It drops all. Use only if:\n- the node is gone\n- nothing helps',
    'the node is gone; nothing helps',
  ],
  ['a label', '**Use only when:**\n\n- the node is gone', 'the node is gone'],
  ['what it is needed for', 'Needed only if the store is shared.', 'the store is shared'],
  ['the occasion of a runbook', 'Use this runbook when the alert fires.', undefined],
  ['a wish', 'Use this if you want to keep its data.', 'you want to keep its data'],
  ['what leads to one block', 'Run this if it hangs:', undefined],
  ['an alert', 'Use this when the alert `RedisDown` fires.', undefined],
  ['a remark on Docker', 'It takes an hour.\n\nIf you are using Docker, the paths differ.', undefined],
  ['an aim', 'Use this when you need to see who holds it.', undefined],
  ['when it is over', 'Follow these steps when you are done:', undefined],
  ['what it is made for', '**When to use:** Daily backups, new hardware', undefined],
  ['what to find out', 'Try if the login works.', undefined],
])('what a section is to be used for, told by %s', (_, text, condition) => {
  expect(whenWith(text).at(-1)).toBe(condition);
});

const after = (text: string): string =>
  `# Web\n\n## Empty store\n\n${text}\n\n**Fix:**\n\n${fenced('Fill it:')}`;

test('what happened in a case is said of no section', () => {
  expect(whenTold(after('If you deleted the volume, the data is gone.'))).toEqual([undefined]);
  expect(whenTold(after('If you deleted the volume, fill it again.'))).toEqual(['you deleted the volume']);
});

test('a column says when to do what stands in its row, if it tells a case', () => {
  const rows = ['The config was changed', 'Before a change is made', 'Daily', 'See what is set'].map(
    (when) => `| \`nginx -s reload\` | ${when} |`,
  );
  expect(whenTold(`| Command | When to use |\n| --- | --- |\n${rows.join('\n')}\n`)).toEqual([
    'The config was changed',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a remark that all below it depends on speaks for the rest of its block, but for the look that it names', () => {
  const block =
    '```bash\n# only continue below if `git status` is clean\ngit status\n\n# renew\nmake all\n```\n';
  expect(whenTold(block)).toEqual([undefined, '`git status` is clean']);
  expect(whenTold(block.replace('only continue below', 'see'))).toEqual([undefined, undefined]);
});

test('what may be skipped in a case, and what follows on it', () => {
  const tunnel = fenced('First, open a tunnel (skip if it is your own host):');
  expect(whenTold(`${tunnel}\n${fenced('Then start the web:')}`)).toEqual([
    'unless it is your own host',
    undefined,
  ]);
  expect(whenTold(fenced('## Stop the standby (skip if there is none)\n'))).toEqual(['unless there is none']);
  const good = fenced('If that looks good, start it:');
  expect(whenTold(`${good}\n${fenced('Then look at it:')}`)).toEqual(['that looks good', undefined]);
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

const table = (headers: string, row: string): string => `| ${headers} |\n| --- | --- |\n| ${row} |\n`;

test('a row is for a state where another column says what to do, and what changes something under "Command" is for its case', () => {
  expect(whenTold(table('State | Fix', 'NotReady | `kubectl delete pod x`'))).toEqual(['NotReady']);
  expect(whenTold(table('State | Command', 'NotReady | `kubectl delete pod x`'))).toEqual([undefined]);
  expect(whenTold(table('Condition | Command', 'Disk full | `rm -rf /tmp/x`'))).toEqual(['Disk full']);
  expect(whenTold(table('Condition | Command', 'Disk full | `df -h`'))).toEqual([undefined]);
});

test('a heading of the first level tells a case where others stand before it', () => {
  expect(whenTold(fenced('# Web\n\nIt serves.\n\n# When the cache is cold\n'))).toEqual([
    'the cache is cold',
  ]);
  expect(whenTold(fenced('# When the cache is cold\n'))).toEqual([undefined]);
});

const ways = (...items: readonly string[]): string =>
  `# Web\n\n## Web down\n\n${items.map((item) => `- ${item}\n`).join('')}\n${fenced('### A. The lease is stale')}\n${fenced('### Part B: the disk')}`;

test('a section that a list of cases leads to is for its case', () => {
  expect(whenTold(ways('if the lease is old → go to A', 'If the disk is full, see part B'))).toEqual([
    'the lease is old',
    'the disk is full',
  ]);
});

test.each([
  ['one case', ['If the lease is old → go to A', 'Wait']],
  ['no letters', ['If the lease is old, use a backup', 'If the disk is full, see below']],
  ['what is not there', ['If the lease is old → go to C', 'If the disk is full → go to D']],
])('%s leads to no section', (_, items) => {
  expect(whenTold(ways(...items))).toEqual([undefined, undefined]);
});

const numbered = (decision: string): string =>
  `# Web\n\n## Web down\n\n### 1. Look\n\n${decision}\n\n${['2 – Dead', '3 – Slow', '4. Full'].map((heading) => fenced(`### ${heading}`)).join('\n')}`;

test('cases that lead to numbered sections make a choice where there are three', () => {
  const told = ['no consumers', 'consumers, but a queue', 'a full disk'];
  const lines = told.map((each, index) => `→ ${each} → that is bad, go to **${index + 2}**`);
  expect(whenTold(numbered(lines.join('\n')))).toEqual(told);
  expect(whenTold(numbered(lines.map((line) => `- ${line}`).join('\n')))).toEqual(told);
  expect(whenTold(numbered(lines.slice(1).join('\n')))).toEqual([undefined, undefined, undefined]);
  const rows = '| No | No | → Step 2 |\n| No | Yes | → Step 3: scale |\n| Yes | Yes | go to 4 |\n';
  expect(whenTold(numbered(`| Dead? | Slow? | Do |\n| --- | --- | --- |\n${rows}`))).toEqual([
    'Dead? No, Slow? No',
    'Dead? No, Slow? Yes',
    'Dead? Yes, Slow? Yes',
  ]);
});

const options = (first: string, second: string): string =>
  `# Web is down\n\n## Mitigation\n\n**${first}**\n- Restart it: \`systemctl restart web\`\n\n**${second}**\n1. Run \`shop-ctl up\`\n`;

test('options that each name a case are for it', () => {
  expect(whenTold(options('Option A: If the migration has a bug', 'Option B: If it lacks data'))).toEqual([
    'the migration has a bug',
    'it lacks data',
  ]);
  expect(whenTold(options('Path A: Environment issue', 'Path B: Compilation error'))).toEqual([
    'Environment issue',
    'Compilation error',
  ]);
  expect(whenTold(options('Path A: Restart', 'Path B: Rebuild'))).toEqual([undefined, undefined]);
});

test('two cases that lead to letters make a choice, whichever letters they are', () => {
  const sections = `${fenced('### C. The lease is stale')}\n${fenced('### D. The disk')}`;
  const items = '- If the lease is old → go to C\n- If the disk is full → go to D\n';
  expect(whenTold(`# Web\n\n## Web down\n\n${items}\n${sections}`)).toEqual([
    'the lease is old',
    'the disk is full',
  ]);
});
