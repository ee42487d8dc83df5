import { allOf, failure, success, type Result } from '../core/result.ts';
import type { YamlFile } from '../core/yaml.ts';
import { besideProbe } from './fields.ts';
import { recognise } from './kinds.ts';
import type { Located, ProbeSpec } from './model.ts';
import type { Kind } from './schema.ts';

const PROBE = {
  name: 'probe',
  example: '{ http: http://localhost:8000/health }',
  beside: besideProbe,
} as const;

/** `probes:` is a list. */
export const readProbes = (
  given: unknown,
  kinds: readonly Kind[],
  yaml: YamlFile,
): Result<readonly Located<ProbeSpec>[]> => {
  if (!Array.isArray(given) || given.length === 0) {
    return failure({
      code: 'invalid-value',
      severity: 'error',
      message: '"probes" is a list with at least one probe',
      location: yaml.locate(['probes']),
      hint: `write probes: [${PROBE.example}]`,
    });
  }
  return allOf(
    given.map((entry: unknown, index) => {
      const path = ['probes', index];
      const read = recognise(entry, kinds, PROBE, yaml, path);
      if (!read.ok) return read;
      const { kind, spec, beside } = read.value;
      const { name } = beside;
      return success({
        value: { kind, spec, ...(name === undefined ? {} : { name }) },
        location: yaml.locate(path),
      });
    }),
  );
};
