import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedIn = (...lines: readonly string[]): readonly string[] =>
  textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text);

test('what a second column says of commands is none of them', () => {
  expect(typedIn('squeue -u jo        show the jobs of jo', 'scancel 123 \tkill a job (hard!)')).toEqual([
    'squeue -u jo',
    'scancel 123',
  ]);
  expect(typedIn('hdfs dfsadmin -report    查看状态', 'hdfs dfs -ls /    列出文件')).toEqual([
    'hdfs dfsadmin -report',
    'hdfs dfs -ls /',
  ]);
});

test('what stands before a command in an item is none of it', () => {
  const lines = [
    '# Look at',
    '- Grafana: http://localhost:3000 (metrics)',
    '- Logs: docker compose logs -f web',
  ];
  expect(typedIn(...lines)).toEqual(['docker compose logs -f web']);
  expect(typedIn('- Docker: restart the daemon on the host', '- Check: docker is up')).toEqual([]);
});

test('nor are the branches of a tree', () => {
  const lines = [
    'Gather evidence',
    '  ├─ Logs: docker compose logs -f web',
    '  ├─ Metrics: the dashboard of web',
    '  │  └─ kubectl top pods -n shop',
    '  ├─ Scale back: replicas=3, then replicas=5',
    '  └─ 1234 nginx: master process',
    '1. Restart it: systemctl restart web',
  ];
  expect(typedIn(...lines)).toEqual([
    'docker compose logs -f web',
    'kubectl top pods -n shop',
    'systemctl restart web',
  ]);
});

test('arguments that are aligned are', () => {
  const lines = ['iptables -A   INPUT -j DROP', 'iptables -A   OUTPUT -j DROP', 'echo one   two three'];
  expect(typedIn(...lines)).toEqual(lines);
  expect(typedIn('cp -a one      two three', 'ls -l')).toHaveLength(2);
});
