import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import type { Variables } from './interpolate.ts';

/** Compose finds them by itself, the first that is there, and lays the first of the others over it. */
const FOUND = new Set(['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']);
const LAID_OVER = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * Files that Compose would lay over this one where it is not told which to take: a drill runs the one file that it names, and says so.
 * @param asked where the file is named
 */
export const otherFiles = (file: string, variables: Variables, asked?: Location): readonly Diagnostic[] => {
  const folder = dirname(file);
  const given = variables.COMPOSE_FILE?.split(variables.COMPOSE_PATH_SEPARATOR || ':').map((name) =>
    resolve(folder, name),
  );
  const found = FOUND.has(basename(file)) ? LAID_OVER.map((name) => join(folder, name)) : [];
  const beside = found.filter((name) => existsSync(name)).slice(0, 1);
  const others = given?.includes(file) ? given.filter((name) => name !== file) : beside;
  return others.map((other) => ({
    code: 'other-compose-file',
    severity: 'warning',
    message: `${basename(other)} is not read, which "docker compose" lays over ${basename(file)}`,
    location: asked ?? { file: other, line: 1, column: 1 },
    hint: `to drill both together, write them to one file that the drill then names: docker compose ${[file, ...others].map((name) => `-f ${basename(name)}`).join(' ')} config --no-interpolate -o drill.compose.yaml`,
  }));
};
