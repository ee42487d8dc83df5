import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';

test('numbers before what is typed are none of it, where all lines have one', () => {
  expect(textsIn('```\n1. systemctl stop web\n2. systemctl start web\n```\n').map(([text]) => text)).toEqual([
    'systemctl stop web',
    'systemctl start web',
  ]);
  expect(textsIn('```\n1. Stop the web\n2. systemctl start web\n```\n')).toEqual([]);
  expect(textsIn('```\n1. make sure it is up\n2. test the page\n```\n')).toEqual([]);
});

test('variables of PowerShell are set', () => {
  expect(
    textsIn('```powershell\n$env:KUBECONFIG = "c.yaml"\n$node = Get-Content node.txt\n```\n'),
  ).toHaveLength(2);
  expect(textsIn('```\n$total = 5\n```\n')).toEqual([]);
});

test('a service of Windows is stopped by its name', () => {
  expect(textsIn('```\nnet stop OracleService<SID>\n```\n')).toHaveLength(1);
  expect(textsIn('```\nnet worth\n```\n')).toEqual([]);
});

test('a quote that is never closed ends with its line where the next begins alike', () => {
  const apart = ["ssh web 'sudo reload", "ssh api 'sudo reload"];
  const whole = ["ssh web 'echo one", "echo two'"];
  expect([apart, whole].map((each) => textsIn(`\`\`\`\n${each.join('\n')}\n\`\`\`\n`).length)).toEqual([
    2, 1,
  ]);
});

test('a remark between options does not cut a command in two, and a stack trace is none', () => {
  const lines = ['docker run \\', '  -e A=1 \\', '  # the port', '  -p 80:80 \\', '  nginx'];
  expect(textsIn(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`)).toHaveLength(1);
  expect(textsIn('```\nkubectl logs web-0\nError: refused\n    at foo (bar.js:1)\n```\n')).toHaveLength(1);
});

test('spaces after a backslash do not cut a command in two', () => {
  const command = 'docker run --rm \\ \n  -v /a:/a \\  \n  shop';
  expect(textsIn(`\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([[command, undefined]]);
});

test('what is watched is typed, too', () => {
  expect(textsIn('```\n# on both, run\nwatch redis-cli info replication\n```\n')).toHaveLength(1);
  expect(textsIn('```\nwatch the log\n```\n')).toEqual([]);
});

test('Markdown in the tags of a site is read, and tags in a block are its own', () => {
  const wrapped =
    '<section class="tabs" markdown="1">\n{% include copy.html %}\n~~~ shell\n$ kubectl get pvc\n~~~\n</section>\n';
  expect(textsIn(wrapped)).toEqual([['kubectl get pvc', undefined]]);
  const inside = "```bash\ncat > x <<'EOF'\n<div>\n{% raw %}\nEOF\n```\n";
  expect(textsIn(inside)).toEqual([["cat > x <<'EOF'\n<div>\n{% raw %}\nEOF", undefined]]);
});

test('a block that is marked as a shell’s may hold the language of another shell', () => {
  expect(textsIn('```sh\nImage | build | export out.tar\n```\n')).toHaveLength(1);
  expect(textsIn('```\nImage | build | export out.tar\n```\n')).toEqual([]);
});

test('a fence that is indented so far that Markdown takes it for code is a fence all the same', () => {
  const fence = ['```', 'openssl x509 -noout -in a.crt | openssl md5', 'openssl rsa -noout -in a.key', '```'];
  expect(textsIn(`They must match:\n\n${fence.map((line) => `    ${line}`).join('\n')}\n`)).toHaveLength(2);
  // One that shows a fence is no such.
  expect(textsIn('````\n```\nls -l\n```\n````\n')).toHaveLength(0);
});

test('what empties a log is typed, and a line that ends with an escaped semicolon', () => {
  expect(textsIn('```bash\n: > /var/log/shop.log\n```\n')).toHaveLength(1);
  expect(textsIn('Find them:\n\nsudo find / -type f -size +1G -exec ls -lh {} \\;\n')).toHaveLength(1);
});

const linesIn = (text: string): readonly (readonly [string, number])[] =>
  commandsIn(text).map(({ where, lines }) => [where, lines[0]]);

test('indented code keeps its lines, whatever blank lines come after it', () => {
  const text = 'Then:\n\n    sudo systemctl stop ssh\n    sudo sshd -t\n    \n     \nNow try.\n';
  expect(linesIn(text)).toEqual([
    ['indented', 3],
    ['indented', 4],
  ]);
  expect(linesIn(text.replaceAll('\n     \n', '\n'))).toEqual(linesIn(text));
  expect(linesIn('```\nsudo systemctl stop ssh')).toEqual([['fence', 2]]);
});

test('a program that nobody knows, with a choice to make', () => {
  expect(textsIn('```\nshopd [staging|production] refresh\n```\n')).toHaveLength(1);
  expect(textsIn('```\nusage: shopd [start|stop] NAME\n```\n')).toEqual([]);
  expect(textsIn('```\nshopd staging refresh\n```\n')).toEqual([]);
});

const inCell = (text: string): readonly unknown[] =>
  textsIn(`Run:\n\n| <pre><code>${text}\n</code></pre> |\n| --- |\n\nDone.\n`);

test.each([
  ['grep -c &lt;a&gt; &quot;b&quot;', 'grep -c <a> "b"'],
  ['grep -c &#60;a&#62; &#x27;b&#X27;', "grep -c <a> 'b'"],
  ['grep -c&#160;a', 'grep -c a'],
  ['grep -c &constructor; b', 'grep -c &constructor; b'],
  ['grep -c "&#10; &#x110000; &#55357;" b', 'grep -c "&#10; &#x110000; &#55357;" b'],
])('characters by their names and numbers: %s', (written, typed) => {
  expect(textsIn(`<pre>\n${written}\n</pre>\n`).map(([text]) => text)).toEqual([typed]);
});

test.each([
  [
    '<pre>\n\n  uptime\n</pre>\n<pre>df -h</pre>\n<pre>ls\n',
    [
      ['uptime', 3],
      ['df -h', 5],
    ],
  ],
  ['<pre class="x"> <code class="language-bash">uptime</code>\n</pre>\n', [['uptime', 1]]],
  ['<pre>\nuptime\n', []],
])('blocks in HTML, where they end: %j', (text, typed) => {
  expect(commandsIn(text).map(({ text: own, lines }) => [own, lines[0]])).toEqual(typed);
});

test('a block in the only cell of a table', () => {
  expect(inCell('sudo -s\ncd /srv/web')).toHaveLength(2);
  expect(inCell('all is well\nand done')).toEqual([]);
});

test('a blank line ends what a backslash left open, unless an option stands below it', () => {
  const block = ['kubectl rollout restart deploy \\', '  web \\', '  api \\', '', 'kubectl get pods'];
  expect(textsIn(`\`\`\`sh\n${block.join('\n')}\n\`\`\`\n`)).toHaveLength(2);
  expect(textsIn('```sh\nkubectl get pods \\\n\n  -n web\n```\n')).toHaveLength(1);
});

test('what "a command may look like" is typed, what its output looks like is not', () => {
  const block = '```sh\n$ shopctl restore orders.db --bump 7\n```\n';
  expect(textsIn(`A full invocation may look like this:\n\n${block}`)).toHaveLength(1);
  expect(textsIn(`The output of the command may look like this:\n\n${block}`)).toEqual([]);
  expect(textsIn(`The command output looks like this:\n\n${block}`)).toEqual([]);
  const printed = '```\n$ kubectl get pods\nNAME READY\nweb-0 1/1\n```\n';
  for (const which of ['this', 'the above', 'the previous', 'the `get`'])
    expect(textsIn(`The output of ${which} command looks like this:\n\n${printed}`)).toEqual([]);
  expect(textsIn(`The above command looks like this:\n\n${printed}`)).toHaveLength(1);
});

test.each([
  String.raw`\docker compose restart app`,
  '"$BIN"/fix',
  '"docker" compose restart app',
  '>/dev/null docker compose restart app',
  ': ; docker compose restart app',
])('%s is typed, alone and after another command', (command) => {
  expect(textsIn(`\`\`\`bash\n${command}\n\`\`\`\n`).flat()).toContain(command);
  expect(textsIn(`\`\`\`bash\ndocker compose ps\n${command}\n\`\`\`\n`)).toHaveLength(2);
});

test.each(['"docker" is running', '"$BIN"', String.raw`\dt`, '>/dev/null is where it goes'])(
  '%s below a command is what that prints',
  (line) => {
    expect(textsIn(`\`\`\`bash\ndocker compose ps\n${line}\n\`\`\`\n`)).toHaveLength(1);
  },
);

test('a script is typed, whatever its name begins with', () => {
  expect(textsIn('Back it up:\n\n```sh\n<stage>-<shop>-backup.sh\n```\n')).toHaveLength(1);
  expect(textsIn('It lies there:\n\n```\n<stage>-<shop>-backup.txt\n```\n')).toEqual([]);
});

test('a fence called `s` is a shell’s where what stands in it surely is', () => {
  expect(textsIn('```s\nopenssl rand -base64 756 > key &&\nchmod 400 key\n```\n')).toHaveLength(1);
  expect(textsIn('```s\nx <- c(1, 2)\nmean(x)\n```\n')).toEqual([]);
});
