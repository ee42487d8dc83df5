import { expect, test } from 'vitest';
import { loadSystem } from '../../src/compose/load.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';

const FILES = ['docker-compose.yml', 'drills/preskool/compose.yaml', 'drills/preskool/monitored.yaml'];

test.each(FILES)('%s describes a system that a drill can start', async (file) => {
  const loaded = await loadSystem(file, { env: {} });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  expect([...loaded.diagnostics, ...sandboxBackend.validate(loaded.value)]).toEqual([]);
});

test('the switches of the reference system come from the environment', async () => {
  const loaded = await loadSystem('docker-compose.yml', { env: { NO_RECONNECT: 'redis' } });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const app = loaded.value.services.find(({ name }) => name === 'app');
  expect(app?.environment).toMatchObject({ NO_RECONNECT: 'redis', POOL_LEAK: '', ACK_BEFORE_COMMIT: '' });
});
