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
