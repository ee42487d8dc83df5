import { expect, test } from 'vitest';
import { makeUnattended } from './unattended.ts';

test.each([
  ['docker exec -it db psql -c "select 1" | head', 'docker exec -i db psql -c "select 1" | head'],
  ['docker exec -t db df -h', 'docker exec  db df -h'],
  ['for i in $(docker exec -ti a b); do true; done', 'for i in $(docker exec -i a b); do true; done'],
  ['docker compose exec web sh -c ls', 'docker compose exec -T web sh -c ls'],
  ['docker compose exec -it web ls', 'docker compose exec -T web ls'],
  ['docker system prune -a --volumes', 'docker system prune -f -a --volumes'],
])('%s becomes %s', (typed, run) => {
  expect(makeUnattended(typed).text).toBe(run);
});

test.each([
  'docker exec -i db psql',
  'docker compose exec -T web ls',
  'docker system prune -af',
  'echo "docker exec -it db psql"',
  'docker exec db grep -it pattern',
])('%s stays as it is', (typed) => {
  expect(makeUnattended(typed)).toEqual({ text: typed, changes: [] });
});

test('each change is told in words', () => {
  expect(makeUnattended('docker exec -it a b; docker volume prune').changes).toEqual([
    '-t dropped: there is no terminal',
    '-f added: nobody is there to confirm',
  ]);
});
