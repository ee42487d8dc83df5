import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';

const { procedures, reference } = parseRunbook(
  readFileSync(new URL('../../test/fixtures/runbooks/ways.md', import.meta.url)),
  'ways.md',
);
const commands = [...procedures.flatMap(({ parts }) => parts), ...reference]
  .flatMap(({ steps }) => steps.flatMap((step) => step.commands))
  .toSorted((a, b) => a.lines[0] - b.lines[0]);

test('sections and comments of which one is to be followed are ways of one choice', () => {
  expect(
    commands.map(({ text, alternative }) => [
      text,
      alternative === undefined ? 'in any case' : `${alternative.choice}.${alternative.option}`,
    ]),
  ).toEqual([
    ['pg_restore -d shop nightly.dump', 'L7.1'],
    ['wal-g backup-fetch /data LATEST', 'L7.2'],
    ['kubectl rollout undo deployment/shop', 'L21.1'],
    ['./scripts/rollback.sh', 'L21.2'],
    ['apt-get install agent', 'L35.1'],
    ['docker run -d agent', 'L35.2'],
    ['certbot renew', 'L49.1'],
    ['openssl req -new -key shop.key', 'L49.2'],
    ['kill -TERM 1', 'L63.1'],
    ['kill -KILL 1', 'L63.2'],
    ['bq show --schema shop', 'L77.2'],
    ['crictl pull shop', 'L91.1'],
    ['docker pull shop', 'L91.2'],
    ['kubectl get pods', 'in any case'],
    ['docker compose ps web', 'in any case'],
    ['docker compose stop web', 'in any case'],
    ['docker compose kill web', 'in any case'],
  ]);
});
