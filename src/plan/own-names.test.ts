import { expect, test } from 'vitest';
import { procedureIn } from '../../test/support/planned.ts';
import { ownNames } from './own-names.ts';

const namesOf = (script: string): readonly string[] =>
  ownNames(procedureIn(`# R\n\n## Alert: Down\n\n\`\`\`bash\n${script}\n\`\`\`\n`));

test.each([
  ['wait_for() { until "$@"; do sleep 1; done; }\nwait_for true', 'wait_for'],
  ['function both { echo; }\nboth', 'both'],
  ["alias k='kubectl -n prod' dc=docker-compose\nk get pods", 'dc'],
  ['sleep 100 & disown', 'disown'],
])('%j needs no program %s', (script, name) => {
  expect(namesOf(script)).toContain(name);
});

test('what is neither made nor built in is not among them', () => {
  expect(namesOf('kubectl get pods')).not.toContain('kubectl');
});
