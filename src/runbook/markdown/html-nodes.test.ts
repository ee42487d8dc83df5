import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] => textsIn(text).map(([typed]) => typed);

test('a table in HTML is read as one in Markdown', () => {
  const rows = [
    '<tr><th>Step</th><th>Command</th></tr>',
    '<tr><td>Health</td><td><code>curl -s localhost:9200/_cluster/health</code></td></tr>',
    '<tr><td>Node</td>\n<td><p>Restart it: <code>systemctl restart es@&lt;node&gt;</code></p></td></tr>',
  ];
  expect(typedIn(`# Cluster red\n\n<table>\n${rows.join('\n')}\n</table>\n`)).toEqual([
    'curl -s localhost:9200/_cluster/health',
    'systemctl restart es@<node>',
  ]);
  expect(
    typedIn('# Red\n\n<table><tr><th>Error</th></tr><tr><td><code>exit 1</code></td></tr></table>\n'),
  ).toEqual([]);
});

test('so is a list, with blocks in it', () => {
  const list =
    '<ol>\n<li>Cordon it: <code>kubectl cordon n1</code></li>\n<li>Drain it:\n<pre><code>kubectl drain n1\n</code></pre></li>\n</ol>';
  expect(typedIn(`# Node down\n\n${list}\n`)).toEqual(['kubectl cordon n1', 'kubectl drain n1']);
  expect(typedIn('# Down\n\n<ul><li>It uses the <code>kubectl get pods</code> output.</ul>\n')).toEqual([]);
});

test('a list in HTML within a cell of Markdown has lines of its own', () => {
  const cell = '<ul><li>`systemctl restart containerd`</li><li>reboot</li></ul>';
  expect(typedIn(`# Down\n\n| Symptom | If bad |\n| --- | --- |\n| PLEG | ${cell} |\n`)).toEqual([
    'systemctl restart containerd',
  ]);
});

test('what is never closed is read as far as it goes', () => {
  expect(typedIn('# Down\n\n<table><tr><td><code>uptime -p</code><tr><td><ul><li><code>df -h\n')).toEqual([
    'uptime -p',
  ]);
  expect(typedIn(`# Down\n\n<li>${'<li><code><pre>'.repeat(20_000)}\n`)).toEqual([]);
});
