import type { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { placeOf, setPlaces, type Place } from '../core/places.ts';
import { allOf, failure, success, type Result } from '../core/result.ts';
import { nearest } from '../core/suggest.ts';
import { isRecord, type YamlFile, type YamlPath } from '../core/yaml.ts';
import { toMs } from '../core/duration-field.ts';
import { besideFault } from './fields.ts';
import { recognise } from './kinds.ts';
import type { FaultSpec, Located } from './model.ts';
import type { Kind } from './schema.ts';

const FAULT = {
  name: 'fault',
  example: '{ process: postgres, action: kill }',
  beside: besideFault,
} as const;

/** `fault:` is one mapping, or the bare name of a fault that takes nothing (`noop`); `faults:` (or `fault:`) is a list of them. */
export const readFaults = (
  drill: Readonly<Record<string, unknown>>,
  kinds: readonly Kind[],
  yaml: YamlFile,
): Result<readonly Located<FaultSpec>[]> => {
  const given = ['fault', 'faults'].filter((key) => drill[key] !== undefined && drill[key] !== null);
  const [key] = given;
  const isMisspelt = Object.keys(drill).some((each) => nearest(each, ['fault', 'faults']) !== undefined);
  // The misspelt key is told as an unknown one.
  if (key === undefined && isMisspelt) return failure();
  if (key === undefined || given.length > 1) return failure(notOne(given, yaml));
  const value = drill[key];
  const entries = Array.isArray(value)
    ? value.map((entry: unknown, index) => ({ entry, path: [key, index] }))
    : [{ entry: value, path: [key] }];
  if (entries.length === 0) return failure(notOne([], yaml));
  const faults = allOf(entries.map(({ entry, path }) => readFault(entry, kinds, yaml, path)));
  return faults.ok && faults.value.every(({ value: { after } }) => after !== undefined)
    ? failure(...faults.diagnostics, nothingFirst(entries[0]?.path ?? [key], entries.length === 1, yaml))
    : faults;
};

const notOne = (given: readonly string[], yaml: YamlFile): Diagnostic => ({
  code: given.length === 0 ? 'missing-key' : 'invalid-value',
  severity: 'error',
  message:
    given.length === 0 ? '"fault" is missing: what shall break?' : '"fault" and "faults" stand side by side',
  location: yaml.locateKey([given.at(-1) ?? 'fault']),
  hint: given.length === 0 ? `add it: fault: ${FAULT.example}` : 'write one list: faults: [ … ]',
});

const readFault = (
  entry: unknown,
  kinds: readonly Kind[],
  yaml: YamlFile,
  path: YamlPath,
): Result<Located<FaultSpec>> => {
  const value = typeof entry === 'string' ? { [entry]: {} } : entry;
  const read = recognise(value, kinds, FAULT, yaml, path);
  const hasBoth = isRecord(value) && 'lifted-by' in value && 'lifted-after' in value;
  const diagnostics = [...read.diagnostics, ...(hasBoth ? [twoLifts(yaml, path)] : [])];
  if (!read.ok || hasBoth) return failure(...diagnostics);
  const { kind, spec, beside } = read.value;
  const liftedBy = liftOf(beside, placeOf(value, 'lifted-by'));
  return success({
    value: {
      kind,
      spec,
      ...(liftedBy === undefined ? {} : { liftedBy }),
      ...(beside.after === undefined ? {} : { after: toMs(beside.after) }),
    },
    location: yaml.locate(path),
  });
};

const twoLifts = (yaml: YamlFile, path: YamlPath): Diagnostic => ({
  code: 'invalid-value',
  severity: 'error',
  message: 'a fault is lifted by an event or after a time, not both',
  location: yaml.locateKey([...path, 'lifted-after']),
  hint: 'keep "lifted-by" or "lifted-after"',
});

const nothingFirst = (path: YamlPath, alone: boolean, yaml: YamlFile): Diagnostic => ({
  code: 'invalid-value',
  severity: 'error',
  message: alone ? 'a fault that is alone comes after none' : 'no fault comes first',
  location: yaml.locateKey([...path, 'after']),
  hint: 'leave "after" out; "lifted-after" says how long a fault lasts',
});

const liftOf = (
  { 'lifted-by': event, 'lifted-after': time }: z.infer<typeof besideFault>,
  place: Place | undefined,
): FaultSpec['liftedBy'] => {
  if (event !== undefined)
    return place === undefined ? { event } : setPlaces({ event }, new Map([['event', place]]));
  return time === undefined ? undefined : { after: toMs(time) };
};
