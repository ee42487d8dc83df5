import { basename, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { placeOf, takePlaces } from '../core/places.ts';
import { failure, success, type Result } from '../core/result.ts';
import { didYouMean } from '../core/suggest.ts';
import { isRecord } from '../core/yaml.ts';
import { readComposeFile, type ComposeFile } from './file.ts';
import type { Variables } from './interpolate.ts';
import { mergeMappings, type Mapping } from './merge.ts';

/** A service with all that it takes over by `extends`, from its own file or another. Its members know where they stand. */
export const resolveExtends = async (
  name: string,
  file: ComposeFile,
  variables: Variables,
  trail: readonly string[] = [],
): Promise<Result<Mapping>> => {
  const own = file.services[name] ?? {};
  const from = own.extends;
  if (from === undefined || from === null) return success(own);
  const location = placeOf(own, 'extends')?.value ?? file.yaml.locate(['services', name]);
  const { service, file: other } = isRecord(from) ? from : { service: from };
  const base = String(service);
  const step = `${file.yaml.file}#${name}`;
  if (trail.includes(step)) return failure(cycle(name, location));
  const read =
    other === undefined
      ? success(file)
      : await readComposeFile(resolve(file.folder, String(other)), variables, location);
  if (!read.ok) return read;
  if (read.value.services[base] === undefined) {
    return failure(...read.diagnostics, unknownBase(name, base, read.value, location));
  }
  const parent = await resolveExtends(base, read.value, variables, [...trail, step]);
  if (!parent.ok) return parent;
  const merged = mergeMappings(parent.value, own, '');
  const { extends: _, ...rest } = merged;
  return success(takePlaces(rest, merged), [...read.diagnostics, ...parent.diagnostics]);
};

const cycle = (name: string, location: Location): Diagnostic => ({
  code: 'extends-cycle',
  severity: 'error',
  message: `"${name}" extends itself`,
  location,
  hint: 'take out one "extends" of the circle',
});

const unknownBase = (
  name: string,
  base: string,
  { services, yaml }: ComposeFile,
  location: Location,
): Diagnostic => ({
  code: 'unknown-service',
  severity: 'error',
  message: `"${name}" extends "${base}", which ${basename(yaml.file)} does not have`,
  location,
  hint: didYouMean(base, Object.keys(services)),
});
