import { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, type Result, success } from '../core/result.ts';
import { isRecord, type YamlFile, type YamlPath } from '../core/yaml.ts';
import { liftFields, toMs } from './fields.ts';
import { issuesAsDiagnostics } from './issues.ts';
import { recognise } from './kinds.ts';
import type { FaultSpec, Located } from './model.ts';
import type { Kind } from './schema.ts';

const lifting = z.object(liftFields);

/** `fault:` is one mapping, a list of them, or the bare name of a fault that takes nothing (`noop`). */
export const readFaults = (
  value: unknown,
  kinds: readonly Kind[],
  yaml: YamlFile,
): Result<readonly Located<FaultSpec>[]> => {
  const entries = Array.isArray(value)
    ? value.map((entry, index) => ({ entry, path: ['fault', index] }))
    : [{ entry: value, path: ['fault'] }];
  if (value === undefined || entries.length === 0) {
    return failure({
      code: 'missing-key',
      severity: 'error',
      message: '"fault" is missing: what shall break?',
      location: yaml.locate([]),
      hint: 'fault: { process: postgres, action: kill }',
    });
  }
  const read = entries.map(({ entry, path }) => readFault(entry, kinds, yaml, path));
  const diagnostics = read.flatMap((result): readonly Diagnostic[] => result.diagnostics);
  const faults = read.flatMap((result) => (result.ok ? [result.value] : []));
  return faults.length === read.length ? success(faults, diagnostics) : failure(...diagnostics);
};

const readFault = (
  entry: unknown,
  kinds: readonly Kind[],
  yaml: YamlFile,
  path: YamlPath,
): Result<Located<FaultSpec>> => {
  const value = typeof entry === 'string' ? { [entry]: {} } : entry;
  const location = yaml.locate(path);
  if (!isRecord(value)) {
    return failure({
      code: 'invalid-value',
      severity: 'error',
      message: 'a fault is a mapping such as { process: postgres, action: kill }',
      location,
    });
  }
  const { 'lifted-by': event, after, ...own } = value;
  const lift = lifting.safeParse({ 'lifted-by': event, after });
  if (!lift.success) return failure(...issuesAsDiagnostics(lift.error.issues, yaml, path, []));
  const recognised = recognise(own, kinds, 'fault', yaml, path);
  if (!recognised.ok) return recognised;
  const liftedBy = liftOf(lift.data);
  return success({
    value: { ...recognised.value, ...(liftedBy === undefined ? {} : { liftedBy }) },
    location,
  });
};

const liftOf = (lift: z.infer<typeof lifting>): FaultSpec['liftedBy'] => {
  if (lift['lifted-by'] !== undefined) return { event: lift['lifted-by'] };
  return lift.after === undefined ? undefined : { after: toMs(lift.after) };
};
