import { expect, test } from 'vitest';
import { procedureIn } from '../../test/support/planned.ts';
import { readDrill } from '../drill/load.ts';
import { noop } from '../fault/noop.ts';
import { checkNames } from './check-names.ts';

const RUNBOOK = `## Cache Down

### Mend

Option A - restart it:

\`\`\`bash
systemctl restart redis
\`\`\`

Option B - empty it:

\`\`\`bash
redis-cli flushall
\`\`\`

### Afterwards

If it is out of memory, raise the limit:

\`\`\`bash
redis-cli config set maxmemory <NEW_LIMIT>
\`\`\`
`;

/** Codes, lines and hints of what a drill says that the runbook has no place for. */
const told = (said: string, severity: 'error' | 'warning' = 'error'): readonly unknown[] => {
  const read = readDrill(`runbook: a.md\nenvironment: b.yaml\nfault: noop\n${said}`, '/drill.yaml', {
    faults: [noop],
    probes: [],
  });
  if (!read.ok) throw new Error('they cannot be read');
  return checkNames(read.value, procedureIn(RUNBOOK), severity).map(
    ({ code, severity: own, location, hint }) => [code, own, location?.line, hint],
  );
};

test.each([
  'bind: { NEW_LIMIT: 64mb }',
  'bind: { <NEW_LIMIT>: 64mb }',
  'answers: { out of memory: true }',
  'answers: { it is OUT OF MEMORY: false }',
  'choose: { L8: 2 }',
  'choose: { l8: option 2 }',
  'choose: { mend: b }',
  'choose: { Cache Down: Option A }',
  'branches: [Kubernetes]',
])('%s is known', (said) => {
  expect(told(said)).toEqual([]);
});

test.each([
  ['bind: { NEWLIMIT: 64mb }', 'placeholder', 'did you mean "NEW_LIMIT"?'],
  ['answers: { out of memry: true }', 'condition', 'there is: it is out of memory'],
  ['choose: { Fix: Option A }', 'choice', 'there is: L8 (Option A, Option B)'],
  ['choose: { Mend: Option C }', 'choice', 'there is: Option A, Option B'],
  ['choose: { L8: 3 }', 'choice', 'there is: Option A, Option B'],
  ['choose: { L12: 1 }', 'choice', 'there is: L8 (Option A, Option B)'],
])('%s is told with its line', (said, code, hint) => {
  expect(told(said)).toEqual([[`unknown-${code}`, 'error', 4, hint]]);
  expect(told(said, 'warning')).toEqual([[`unknown-${code}`, 'warning', 4, hint]]);
});
