import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord, readYaml, type YamlFile, type YamlPath } from '../core/yaml.ts';
import { interpolate, type Variables } from './interpolate.ts';
import { validateAgainstSchema } from './validate-schema.ts';

/** A Compose file, interpolated and valid by the specification's schema. */
export interface ComposeFile {
  readonly yaml: YamlFile;
  /** Absolute: relative paths in the file begin here. */
  readonly folder: string;
  readonly services: Readonly<Record<string, RawService>>;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A service as it is written. */
export type RawService = Readonly<Record<string, unknown>>;

/**
 * Reads one Compose file.
 * @param asked where the file is named, for the diagnostic when it cannot be read
 */
export const readComposeFile = async (
  file: string,
  env: Variables,
  asked?: Location,
): Promise<Result<ComposeFile>> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return failure({
      code: 'unreadable-compose',
      severity: 'error',
      message: `cannot read the Compose file ${file}: ${(error as Error).message}`,
      hint: 'paths are relative to the file that names them',
      ...(asked === undefined ? {} : { location: asked }),
    });
  }
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const variables = { ...(await dotEnv(dirname(file))), ...env };
  const diagnostics: Diagnostic[] = [];
  const value = interpolateAll(yaml.value.value, [], variables, yaml.value, diagnostics);
  diagnostics.push(...validateAgainstSchema(value, yaml.value));
  if (hasErrors(diagnostics)) return failure(...diagnostics);
  const root = isRecord(value) ? value : {};
  return success(
    {
      yaml: yaml.value,
      folder: resolve(dirname(file)),
      services: (isRecord(root.services) ? root.services : {}) as Record<string, RawService>,
      value: root,
    },
    diagnostics,
  );
};

/** `.env` beside the file. Compose lets the shell's variables win over it. */
const dotEnv = async (folder: string): Promise<Variables> => {
  try {
    return parseEnv(await readFile(resolve(folder, '.env'), 'utf8'));
  } catch {
    return {};
  }
};

const interpolateAll = (
  value: unknown,
  path: YamlPath,
  variables: Variables,
  yaml: YamlFile,
  diagnostics: Diagnostic[],
): unknown => {
  if (Array.isArray(value)) {
    return value.map((item, index) => interpolateAll(item, [...path, index], variables, yaml, diagnostics));
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        interpolateAll(item, [...path, key], variables, yaml, diagnostics),
      ]),
    );
  }
  if (typeof value !== 'string') return value;
  const { text, unset, errors } = interpolate(value, variables);
  const location = yaml.locate(path);
  for (const message of errors)
    diagnostics.push({ code: 'invalid-interpolation', severity: 'error', message, location });
  for (const name of unset) {
    diagnostics.push({
      code: 'unset-variable',
      severity: 'warning',
      message: `the variable ${name} is not set: nothing is put in its place`,
      location,
      hint: `set it in .env beside the file, or give a default: \${${name}:-…}`,
    });
  }
  return text;
};
