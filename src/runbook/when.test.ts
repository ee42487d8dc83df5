import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';

const { procedures, reference } = parseRunbook(
  readFileSync(new URL('../../test/fixtures/runbooks/when.md', import.meta.url)),
  'when.md',
);
const commands = [...procedures.flatMap(({ parts }) => parts), ...reference]
  .flatMap(({ steps }) => steps.flatMap((step) => step.commands))
  .toSorted((a, b) => a.lines[0] - b.lines[0]);

test('when each command is to be run, and instead of which', () => {
  expect(
    commands.map(({ text, condition, alternative }) => [
      text,
      condition ?? 'always',
      ...(alternative === undefined ? [] : [`${alternative.choice}.${alternative.option}`]),
      ...(alternative?.name === undefined ? [] : [alternative.name]),
    ]),
  ).toEqual([
    ['systemctl restart worker', 'the worker is down', 'L5.1'],
    ['docker restart worker', 'the worker is down', 'L5.2'],
    ['systemctl stop web', 'the disk is full'],
    ['redis-cli info', 'always'],
    ['redis-cli LTRIM jobs 0 99', 'the queue is full'],
    ['df -h', 'the disk is full'],
    ['rm -rf /var/tmp/jobs', 'the disk is full'],
    ['sudo systemctl restart queue', 'always', 'L23.1', 'On Linux'],
    ['brew services restart queue', 'always', 'L23.2', 'On macOS'],
    ['kubectl rollout restart deploy/queue', 'clusters'],
    ['kubectl logs deploy/queue', 'always', 'L41.1'],
    ['kubectl create -f queue.yaml', 'nothing helps'],
    ['kubectl get pods', 'nothing helps'],
    ['brew install jq', 'always'],
    ['systemctl restart shipper', 'always'],
    ['name="queue-1"', 'always'],
    ['gcloud compute disks list --filter="name: $name"', 'always'],
  ]);
});

const textsIn = (text: string): readonly (readonly [text: string, condition: string | undefined])[] => {
  const runbook = parseRunbook(new TextEncoder().encode(text), 'x.md');
  return [...runbook.procedures.flatMap(({ parts }) => parts), ...runbook.reference]
    .flatMap(({ steps }) => steps.flatMap((step) => step.commands))
    .map((command) => [command.text, command.condition]);
};

const fenced = (before: string, language = 'bash'): string =>
  `${before}\n\n\`\`\`${language}\nkubectl delete lease x\n\`\`\`\n`;

test.each([
  ['a label before it', '1. **Stale lease**: If the lease is stale, delete it:', 'the lease is stale'],
  [
    'the sentence before tells the case',
    'If it is slow to grow, it fails. In this case, delete it.',
    'it is slow to grow',
  ],
  ['a kind of trouble', '1. For software issues:', 'software issues'],
])('a condition: %s', (_, before, condition) => {
  expect(textsIn(fenced(before))).toEqual([['kubectl delete lease x', condition]]);
});

test('a here-document in a block that is named after its content, and a substitution over two lines, are typed', () => {
  expect(textsIn('```yaml\ncat <<EOF > pod.yaml\nkind: Pod\nEOF\n```\n')).toEqual([
    ['cat <<EOF > pod.yaml\nkind: Pod\nEOF', undefined],
  ]);
  expect(textsIn("```bash\nHOST=$(oc get routes/main\n--no-headers | awk '{print $2}')\n```\n")).toHaveLength(
    1,
  );
});

const toReplace = (text: string): readonly boolean[] | undefined =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').procedures[0]?.parts[0]?.steps.flatMap((step) =>
    step.commands.map(({ flags }) => flags.includes('placeholder')),
  );

test('a variable called after the thing at hand that nobody sets is to be replaced', () => {
  expect(toReplace('```bash\nkubectl logs $POD\n```\n')).toEqual([true]);
  expect(toReplace('```bash\nPOD=$(kubectl get pod -o name)\nkubectl logs $POD\n```\n')).toEqual([
    false,
    false,
  ]);
});
