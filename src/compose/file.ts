import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import type { Location } from '../core/location.ts';
import { readText } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord, readYaml, type YamlFile } from '../core/yaml.ts';
import { interpolateTree } from './interpolate-tree.ts';
import { interpolate, type Variables } from './interpolate.ts';
import type { Mapping } from './merge.ts';
import { withAbsolutePaths } from './paths.ts';
import { firstOf } from './surroundings.ts';
import { unsupportedKeys } from './support.ts';
import { validateAgainstSchema } from './validate-schema.ts';

/** A Compose file, interpolated, with absolute paths. What the specification's schema refuses is `null` in it. */
export interface ComposeFile {
  readonly yaml: YamlFile;
  /** Absolute: relative paths in the file begin here. */
  readonly folder: string;
  readonly project: string;
  readonly services: Readonly<Record<string, Mapping>>;
  readonly value: Mapping;
}

/**
 * Reads one Compose file.
 * @param file absolute path
 * @param asked where the file is named, for the diagnostic when it cannot be read
 */
export const readComposeFile = async (
  file: string,
  variables: Variables,
  asked?: Location,
): Promise<Result<ComposeFile>> => {
  try {
    return parseComposeFile(await readText(file), file, variables);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure({
      code: 'unreadable-compose',
      severity: 'error',
      message: `cannot read the Compose file ${file}: ${whyUnreadable(error)}`,
      hint: remedyFor(error, 'paths are relative to the file that names them'),
      ...(asked === undefined ? {} : { location: asked }),
    });
  }
};

/** As `readComposeFile`, from the file's text. There is a value also when something is wrong, so that all of it is told. */
const parseComposeFile = (text: string, file: string, variables: Variables): Result<ComposeFile> => {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const folder = dirname(file);
  const project = projectName(yaml.value.value, folder, variables);
  const diagnostics: Diagnostic[] = [];
  const value = interpolateTree(
    yaml.value,
    firstOf({ COMPOSE_PROJECT_NAME: project }, variables),
    diagnostics,
  );
  diagnostics.push(...validateAgainstSchema(value, yaml.value));
  if (!isRecord(value)) return failure(...diagnostics);
  diagnostics.push(...unsupportedKeys(value, yaml.value));
  const services = Object.entries(isRecord(value.services) ? value.services : {}).map(
    ([name, service]) =>
      [name, withAbsolutePaths(isRecord(service) ? service : { image: null }, folder)] as const,
  );
  return success(
    { yaml: yaml.value, folder, project, services: Object.fromEntries(services), value },
    diagnostics,
  );
};

/** As Compose makes it: `name:`, or the folder's name, in lower case, with what is not allowed left out. */
const projectName = (value: unknown, folder: string, variables: Variables): string => {
  const name =
    isRecord(value) && typeof value.name === 'string' ? interpolate(value.name, variables).text : '';
  return (variables.COMPOSE_PROJECT_NAME || name || basename(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
};
