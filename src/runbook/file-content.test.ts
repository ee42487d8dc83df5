import { expect, test } from 'vitest';
import { textsIn } from '../../test/support/commands-in.ts';

const typedAfter = (intro: string, block: string): readonly string[] =>
  textsIn(`${intro}\n\n\`\`\`bash\n${block}\n\`\`\`\n`).map(([text]) => text);

test.each([
  ['Put this into `/etc/default/web`:', '# the port\nPORT=80\nHOST="0.0.0.0"'],
  ['The environment file holds', 'PORT=80'],
  ['queue.conf', 'Workers=8'],
  ['On the login node:', 'ClusterName=lab\n#BackupHost=\nMaxJobs=9'],
  ['On the login node:', 'NodeName=a CPUs=4\nNodeName=b CPUs=8'],
  ['Memory:', '[mysqld]\nmax_connections=500'],
  ['Memory:', 'heap.max=4g\nheap.min=1g'],
  ['Memory:', '# /srv/web/.env\nHEAP=4g'],
])('what a file of settings holds is not typed (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toEqual([]);
});

test.each([
  ['Set what is meant (see the config file):', 'NS=prod\nPOD=web-0'],
  ['Load the `.env` file:', 'PORT=80'],
  ['Edit `web.conf`:', 'PORT=9\nsystemctl restart web'],
  ['On the login node:', 'Host=web\nkubectl get pods'],
  ['From `/etc/web.conf`:', 'PORT=$(grep -m1 port /etc/web.conf)'],
])('but variables are (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toHaveLength(block.split('\n').length);
});
