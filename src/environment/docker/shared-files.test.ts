import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { loadSystem } from '../../compose/load.ts';
import { atOperator, enginePath, foldersOf } from './shared-files.ts';
import { validate } from './validate.ts';

const systemWith = async (folder: string, volumes: readonly string[]) => {
  const file = join(folder, 'compose.yaml');
  const services = { web: { image: 'node:24', volumes } };
  await writeFile(file, JSON.stringify({ services }));
  const system = await loadSystem(file, { env: {} });
  if (!system.ok) throw new TypeError(JSON.stringify(system.diagnostics));
  return system.value;
};

test('the whole machine is a folder beside the others, and not at the operator’s place', async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  const folders = foldersOf(await systemWith(path, ['/:/host:ro', './data:/data', '/etc:/e', '/etc/ssl:/s']));
  expect(folders).toEqual([path, '/etc', '/']);
  const shared = folders.map((each, index) => ({
    folder: each,
    volume: `${index}`,
    mountpoint: `/${index}`,
  }));
  expect(['/', '/usr', '/etc/ssl', `${path}/data`].map((each) => enginePath(shared, each))).toEqual([
    '/2',
    '/2/usr',
    '/1/ssl',
    '/0/data',
  ]);
  expect(atOperator(shared).map((each) => each.folder)).toEqual([path, '/etc']);
});

test('what nothing can be laid over is told before the start', async () => {
  await using folder = await temporaryFolder();
  const told = validate(await systemWith(folder.path, ['/:/host:ro', '/proc:/host/proc:ro', '/sys:/s:ro']));
  expect(told.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    expect.stringMatching(/^error .* \/proc, which "web" binds/),
  ]);
});
