import { expect, test } from 'vitest';
import { targetOf, toolsOf } from './tools.ts';

test.each([
  ['docker exec db ls', 'container', 'db'],
  ['docker exec -u postgres db ls', 'container', 'db'],
  ['docker exec -itu postgres db ls', 'container', 'db'],
  ['docker exec -upostgres --env "A=b c" db ls', 'container', 'db'],
  ['docker exec -t db ls', 'container', 'db'],
  ['docker --context prod container exec db ls', 'container', 'db'],
  ['docker exec -it <container name> ls', 'container', '<container name>'],
  ['docker exec $(docker ps -q -f name=db) ls', 'container', '$(docker ps -q -f name=db)'],
  ['docker exec \\\n  -w /app \\\n  web ls', 'container', 'web'],
  ['docker compose exec -e A=b web ls', 'container', 'web'],
  ['docker --context prod compose -f a.yml exec -T web ls', 'container', 'web'],
  ['sudo -u ops docker-compose -p shop exec web ls', 'container', 'web'],
  ['kubectl exec -n prod web-0 -- ls', 'pod', 'web-0'],
  ['kubectl --context prod exec -it web-0 -c app -- ls', 'pod', 'web-0'],
  ['sudo kubectl exec -c app deploy/web -- ls', 'pod', 'deploy/web'],
  ['oc exec "$POD" -- ls', 'pod', '"$POD"'],
  ['ssh -i ~/.ssh/id web-1', 'remote', 'web-1'],
  ['LANG=C ssh -tp 2222 -oBatchMode=yes ops@web-1 "ls -l"', 'remote', 'ops@web-1'],
])('%j takes effect in the %s %s', (text, kind, name) => {
  expect(targetOf(text)).toEqual({ kind, name });
});

test.each([
  'docker exec --help',
  'docker ps',
  'docker run --rm web ls',
  'docker compose logs exec web',
  'kubectl get pods',
  'kubectl exec -n prod',
  'ssh -V',
  'ssh-keygen -R web-1',
  'echo ssh web-1',
])('%j takes effect where it is typed', (text) => {
  expect(targetOf(text)).toEqual({ kind: 'host' });
});

test.each([
  ['sudo docker compose ps', ['docker']],
  ['sudo -u ops -E A=b kubectl get pods | jq .', ['kubectl', 'jq']],
  ['cd web && nohup env A=b pm2 logs > out &', ['pm2']],
  ['doas docker ps', ['doas']],
  ['\\docker ps; >/dev/null "kubectl" get pods', ['docker', 'kubectl']],
  ['sudo -i', []],
  ['sudo cat /etc/hosts', []],
  ['command -v kubectl', []],
])('%j needs %j', (text, tools) => {
  expect(toolsOf(text)).toEqual(tools);
});
