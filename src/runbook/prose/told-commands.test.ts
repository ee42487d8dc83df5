import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

test('a service is controlled in a line of prose, and a path after its label is only named', () => {
  expect(textsIn('service etcd restart\n').map(([text]) => text)).toEqual(['service etcd restart']);
  expect(textsIn('service is down\n')).toEqual([]);
  expect(textsIn('- **Management script**: `/opt/shop/manage.sh`\n')).toEqual([]);
});

test('what a section warns of is not to be run', () => {
  const commands = '\n```bash\ndocker system prune -a\n```\n';
  expect(textsIn(`# Disk\n\n## Dangerous commands (avoid unless you know why)\n${commands}`)).toEqual([]);
  expect(textsIn(`# Disk\n\n## Forbidden during rollback\n${commands}`)).toEqual([]);
  expect(textsIn(`# Disk\n\n## Free space\n${commands}`)).toHaveLength(1);
});

test('what one does anyway is not told; a client in brackets and a sentence without its full stop are', () => {
  expect(textsIn('We currently use the pipeline to `terraform apply` it.\n')).toEqual([]);
  expect(textsIn('1. **Restart**: Executes `systemctl restart web`.\n')).toEqual([]);
  expect(textsIn('A command to do this is `kubectl delete pod web-0`\n')).toHaveLength(1);
  expect(textsIn('Try to connect to the database (`gitlab-psql`) until it answers.\n')).toHaveLength(1);
  expect(textsIn('Retrieve the token and set it `export TOKEN=abc` It is read later.\n')).toHaveLength(1);
});

test('code over two lines is one line, and what one is able to run is not told', () => {
  expect(textsIn('Restart it with `systemctl\nrestart web` if it hangs.\n')).toEqual([
    ['systemctl restart web', 'it hangs'],
  ]);
  expect(textsIn('Your key must be added so that you are able to run `git-crypt unlock`.\n')).toEqual([]);
});

test('a heading that is a whole command is typed', () => {
  expect(textsIn('# TLS\n\n### `kubectl get ns shop -o yaml`\n\n```\nkind: Namespace\n```\n')).toHaveLength(
    1,
  );
  expect(textsIn('# TLS\n\n### `kubectl get`\n\nIt shows them.\n')).toEqual([]);
});

test('what is done by running it is typed', () => {
  expect(textsIn("* stop it by running 'service web stop'\n")).toEqual([['service web stop', undefined]]);
  expect(textsIn("* stop it by running 'the usual script'\n")).toEqual([]);
  const items = 'Join it by:\n\n* editing the file\n* running `service web start`\n';
  expect(textsIn(items)).toEqual([['service web start', undefined]]);
  expect(textsIn(items.replace('running', 'reading about'))).toEqual([]);
});

test('what a label tells to do is typed after it', () => {
  expect(textsIn('- Reload nginx: nginx -s reload\n')).toEqual([['nginx -s reload', undefined]]);
  expect(textsIn('- Restart nginx: it takes a while\n')).toEqual([]);
});
