import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord } from '../core/yaml.ts';
import { didYouMean } from '../core/suggest.ts';
import { readComposeFile, type ComposeFile, type RawService } from './file.ts';
import type { Variables } from './interpolate.ts';

/** Keys whose lists are put one after the other; other lists are replaced. Mappings are merged key by key. */
const APPENDED = new Set(['ports', 'expose', 'volumes', 'tmpfs', 'env_file', 'depends_on']);

/** Never taken over from the service that is extended. */
const NOT_INHERITED = new Set(['container_name', 'depends_on', 'extends']);

/** A service with all that it takes over by `extends`, from its own file or another. */
export const resolveExtends = async (
  name: string,
  file: ComposeFile,
  env: Variables,
  trail: readonly string[] = [],
): Promise<Result<RawService>> => {
  const service = file.services[name] ?? {};
  const from = service.extends;
  if (from === undefined) return success(service);
  const location = file.yaml.locate(['services', name, 'extends']);
  const wanted = typeof from === 'string' ? { service: from } : isRecord(from) ? from : {};
  const base = String(wanted.service);
  const step = `${file.yaml.file}#${name}`;
  if (trail.includes(step)) {
    return failure({
      code: 'extends-cycle',
      severity: 'error',
      message: `"${name}" extends itself`,
      location,
    });
  }
  const read =
    wanted.file === undefined
      ? success(file)
      : await readComposeFile(resolve(file.folder, String(wanted.file)), env, location);
  if (!read.ok) return read;
  if (read.value.services[base] === undefined) {
    return failure(unknownBase(name, base, read.value, location));
  }
  const parent = await resolveExtends(base, read.value, env, [...trail, step]);
  if (!parent.ok) return parent;
  const inherited = Object.fromEntries(
    Object.entries(parent.value).filter(([key]) => !NOT_INHERITED.has(key)),
  );
  return success(mergeServices(inherited, service), [...read.diagnostics, ...parent.diagnostics]);
};

const unknownBase = (
  name: string,
  base: string,
  { services, yaml }: ComposeFile,
  location: Diagnostic['location'],
): Diagnostic => ({
  code: 'unknown-service',
  severity: 'error',
  message: `"${name}" extends "${base}", which ${yaml.file} does not have`,
  hint: didYouMean(base, Object.keys(services)),
  ...(location === undefined ? {} : { location }),
});

const mergeServices = (base: RawService, own: RawService): RawService => {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const inherited = base[key];
    if (APPENDED.has(key) && Array.isArray(inherited) && Array.isArray(value))
      merged[key] = [...inherited, ...value];
    else if (isMappingLike(inherited) && isMappingLike(value))
      merged[key] = { ...asMapping(inherited), ...asMapping(value) };
    else merged[key] = value;
  }
  return merged;
};

/** `environment` and `args` may be lists of `K=V` as well as mappings; `command` is a list that is replaced. */
const isMappingLike = (value: unknown): value is Record<string, unknown> | readonly string[] =>
  isRecord(value) ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => /^[A-Za-z_]\w*(=|$)/.test(String(item)) && String(item).includes('=')));

/** `[K=V, K]` and `{K: V}` mean the same; a key without a value has `null`. */
export const asMapping = (value: unknown): Readonly<Record<string, unknown>> => {
  if (isRecord(value)) return value;
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.map((item) => {
      const text = String(item);
      const at = text.indexOf('=');
      return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
};
