import { beforeEach, expect, test } from 'vitest';
import { callFrontEnd } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor, preskool, service } from '../../../../../test/support/memory-supervisor.ts';

const back = { network: 'back', aliases: ['store'] };
const front = { network: 'front', aliases: [] };

let supervisor: MemorySupervisor;
const docker = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await callFrontEnd(supervisor, ['docker', ...args]);
  return stdout + stderr;
};

beforeEach(() => {
  supervisor = new MemorySupervisor({
    ...preskool,
    services: [
      service('db', { networks: [back] }),
      service('app', { networks: [back, front] }),
      service('web', { networks: [front] }),
    ],
    networks: [
      { key: 'front', name: 'edge', external: true },
      { key: 'back', name: 'preskool_back', internal: true },
    ],
  });
});

test('the networks are those of the file, and each has its services', async () => {
  expect(await docker('network', 'ls', '--format', '{{.Name}}')).toBe('edge\npreskool_back\n');
  const members = '{{.Internal}}{{range .Containers}} {{.Name}}{{end}}';
  const inspect = ['network', 'inspect', '-f', members, 'preskool_back', 'edge', 'preskool_default'];
  expect(await docker(...inspect)).toBe(
    'true preskool-app preskool-db\nfalse preskool-web preskool-app\n' +
      'Error response from daemon: No such network: preskool_default\n',
  );
});

test('a container is in those of its service', async () => {
  const listed = await docker(
    'ps',
    '--filter',
    'network=preskool_back',
    '--format',
    '{{.Names}} {{.Networks}}',
  );
  expect(listed.split('\n').toSorted()).toEqual([
    '',
    'preskool-app preskool_back,edge',
    'preskool-db preskool_back',
  ]);
  const aliases = '{{.HostConfig.NetworkMode}} {{json .NetworkSettings.Networks.preskool_back.Aliases}}';
  expect(await docker('inspect', '-f', aliases, 'preskool-db')).toBe(
    'preskool_back ["preskool-db","db","store"]\n',
  );
});

test('compose down removes them, but not what is external', async () => {
  const said = await docker('compose', 'down');
  expect(said).toContain(' Network preskool_back  Removed\n');
  expect(said).not.toContain('edge');
});
