import { expect, test } from 'vitest';
import { flagExamples } from '../../../test/support/flag-examples.ts';
import { toCommand } from './command.ts';
import type { CommandFlag } from '../model.ts';

const has = (flag: CommandFlag, text: string): boolean =>
  toCommand({ text, lines: [1, 1], where: 'fence', kind: 'shell' }).flags.includes(flag);

/** Of the fixtures, what a shell of Unix starts as one program with plain words. */
const examples = (flag: CommandFlag, half: 'having' | 'lacking'): readonly string[] =>
  flagExamples(flag)[half].filter(
    (command) => /^[a-z][\w.-]*(?: [\w./:@=%,+-]+)*$/.test(command) && !LEFT_OUT.test(command),
  );

/** A device's, and what is in such a way already. */
const LEFT_OUT = /^(?:load|doas|sudo) /;

const WAYS: readonly (readonly [string, (command: string) => string])[] = [
  ['for another user', (command) => `sudo -H -u shop -- ${command}`],
  ['with an environment', (command) => `env -i LANG=C ${command}`],
  ['with a variable', (command) => `PGPASSWORD="a b" ${command}`],
  ['with little right to the processor', (command) => `nice -n 19 ionice -c3 ${command}`],
  ['timed', (command) => `time ${command}`],
  ['by its path', (command) => `sudo /usr/local/bin/${command}`],
  ['after another', (command) => `cd /srv && ${command}`],
  ['in a subshell', (command) => `(cd /srv && ${command})`],
  ['in a group', (command) => `{ ${command}; }`],
  ['with its output in a file', (command) => `${command} >out.log 2>&1`],
  ['with its failure ignored', (command) => `${command} || true`],
  ['in a condition', (command) => `if ${command}; then echo done; fi`],
  ['in a loop', (command) => `for name in a b\ndo\n  ${command}\ndone`],
  ['in a function', (command) => `go() { ${command}; }; go`],
  ['by a shell', (command) => `bash -lc "${command}"`],
  ['by eval', (command) => `eval "${command}"`],
  ['on another host', (command) => `ssh -p 22 -i k.pem web-1 ${command}`],
  ['on another host, set apart', (command) => `ssh web-1 -- ${command}`],
  ['on another host, quoted', (command) => `ssh web-1 'cd /srv; ${command}'`],
  ['by a here-document', (command) => `ssh web-1 <<'EOF'\n${command}\nEOF`],
  ['on many hosts', (command) => `pdsh -w web-[1-3] ${command}`],
  ['in a container', (command) => `docker exec -u root -w /srv web ${command}`],
  ['in a new container', (command) => `docker compose run --rm web ${command}`],
  ['in a pod', (command) => `kubectl -n shop exec deploy/web -c app -- ${command}`],
  ['in a task', (command) => `aws ecs execute-command --cluster c --task t --command "${command}"`],
  ['in a guest', (command) => `lxc exec web -- ${command}`],
  ['in a namespace', (command) => `ip netns exec blue ${command}`],
  ['under a lock', (command) => `flock -n /tmp/lock ${command}`],
  ['as a unit', (command) => `systemd-run --scope -p MemoryMax=1G ${command}`],
  ['with secrets', (command) => `aws-vault exec shop -- ${command}`],
  ['with a remark', (command) => `${command} # with care`],
];

test.each(WAYS)('what destroys does so %s', (_, way) => {
  const all = examples('destructive', 'having');
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((command) => !has('destructive', way(command)))).toEqual([]);
});

test.each(WAYS)('what destroys nothing does not %s', (_, way) => {
  const all = examples('destructive', 'lacking');
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((command) => has('destructive', way(command)))).toEqual([]);
});

test.each(WAYS)('what does not end does not end %s', (_, way) => {
  expect(examples('endless', 'having').filter((command) => !has('endless', way(command)))).toEqual([]);
  expect(examples('endless', 'lacking').filter((command) => has('endless', way(command)))).toEqual([]);
});

test('what is started for its output destroys, too', () => {
  expect(has('destructive', 'echo "gone: $(kubectl delete pod web-0)"')).toBe(true);
  expect(has('destructive', 'out=`rm -rf /srv/shop`')).toBe(true);
  expect(has('destructive', "echo 'not run: $(rm -rf /srv/shop)'")).toBe(false);
  expect(has('interactive', 'pod=$(kubectl get pod -o name)')).toBe(false);
});

test('what only looks for a program does not start it', () => {
  expect(has('interactive', 'command -v psql')).toBe(false);
  expect(has('interactive', 'command psql')).toBe(true);
});

test('a client waits for statements as one of a list, unless it is asked for its version or reads a pipe', () => {
  expect(has('interactive', 'cd /srv && redis-cli -h cache')).toBe(true);
  expect(has('interactive', '(cd /srv && redis-cli -v)')).toBe(false);
  expect(has('interactive', 'redis-cli -v > version.txt')).toBe(false);
  expect(has('interactive', 'zcat shop.sql.gz | docker exec -i db psql -U shop')).toBe(false);
});
