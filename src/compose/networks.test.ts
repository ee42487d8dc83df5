import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { loadSystem } from './load.ts';
import type { System } from './model.ts';

const load = async (...lines: readonly string[]): Promise<System> => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'compose.yaml');
  await writeFile(file, ['name: shop', ...lines].join('\n'));
  const read = await loadSystem(file, { env: { EDGE: 'edge' } });
  if (!read.ok) throw new TypeError(JSON.stringify(read.diagnostics));
  return read.value;
};

test('the networks are those that services are in, as Compose names them, and each service’s by priority and name', async () => {
  const { networks, services } = await load(
    'services:',
    '  app: { image: a, networks: { front: {}, back: { aliases: [api] }, main: { priority: 5 } } }',
    '  db: { image: b, networks: [back, old] }',
    '  alone: { image: c }',
    'networks:',
    '  front: { name: "${EDGE}", external: true }',
    '  back: { internal: true }',
    '  main:',
    '  old: { external: { name: legacy } }',
    '  unused: {}',
  );
  expect(networks).toEqual([
    { key: 'default', name: 'shop_default' },
    { key: 'front', name: 'edge', external: true },
    { key: 'back', name: 'shop_back', internal: true },
    { key: 'main', name: 'shop_main' },
    { key: 'old', name: 'legacy', external: true },
  ]);
  expect(services.map(({ name, networks: its }) => [name, ...its.map(({ network }) => network)])).toEqual([
    ['app', 'main', 'back', 'front'],
    ['db', 'back', 'old'],
    ['alone', 'default'],
  ]);
  expect(services[0]?.networks[1]).toEqual({ network: 'back', aliases: ['api'] });
});

test('the default network has the name that the file gives it, and is not there where no service is in it', async () => {
  const named = await load(
    'services: { app: { image: a, networks: [] } }',
    'networks: { default: { name: x } }',
  );
  expect(named.networks).toEqual([{ key: 'default', name: 'x' }]);
  const other = await load('services: { app: { image: a, networks: [back] } }', 'networks: { back: }');
  expect(other.networks).toEqual([{ key: 'back', name: 'shop_back' }]);
});
