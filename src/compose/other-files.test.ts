import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { loadSystem } from './load.ts';

/** What is told of these files of a folder. */
const told = async (
  names: readonly string[],
  file: string,
  dotEnv = '',
  env: Record<string, string> = {},
): Promise<readonly string[]> => {
  await using folder = await temporaryFolder();
  for (const name of names)
    await writeFile(join(folder.path, name), "services: { a: { image: 'node:24' } }\n");
  await writeFile(join(folder.path, '.env'), dotEnv);
  const { ok, diagnostics } = await loadSystem(join(folder.path, file), { env });
  expect(ok).toBe(true);
  return diagnostics.map(({ severity, message, hint }) => `${severity}: ${message}; ${hint}`);
};

test('a file that Compose would lay over is told, with what to type', async () => {
  expect(await told(['compose.yaml', 'compose.override.yaml'], 'compose.yaml')).toEqual([
    'warning: compose.override.yaml is not read, which "docker compose" lays over compose.yaml; to drill both together, write them to one file that the drill then names: docker compose -f compose.yaml -f compose.override.yaml config --no-interpolate -o drill.compose.yaml',
  ]);
});

test('so is one that COMPOSE_FILE adds', async () => {
  const names = ['compose.yaml', 'prod.yaml'];
  const message = expect.stringContaining('prod.yaml is not read');
  expect(await told(names, 'compose.yaml', 'COMPOSE_FILE=compose.yaml:prod.yaml\n')).toEqual([message]);
  expect(await told(names, 'compose.yaml', '', { COMPOSE_FILE: './compose.yaml:prod.yaml' })).toEqual([
    message,
  ]);
});

test('where Compose would take the one file too, nothing is', async () => {
  expect(await told(['compose.yaml', 'prod.yaml'], 'compose.yaml')).toEqual([]);
  expect(await told(['drill.yaml', 'compose.override.yaml'], 'drill.yaml')).toEqual([]);
  const both = ['compose.yaml', 'compose.override.yaml'];
  expect(await told(both, 'compose.yaml', 'COMPOSE_FILE=compose.yaml\n')).toEqual([]);
});
