import type { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/suggest.ts';
import type { YamlFile, YamlPath } from '../core/yaml.ts';

/**
 * What a schema found, as diagnostics at their places.
 * @param known keys that are allowed at the path, for "did you mean"
 */
export const issuesAsDiagnostics = (
  issues: readonly z.core.$ZodIssue[],
  yaml: YamlFile,
  path: YamlPath,
  known: readonly string[],
): readonly Diagnostic[] =>
  issues.flatMap((issue): readonly Diagnostic[] => {
    const at = [...path, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        severity: 'error',
        message: `there is no key "${key}"${issue.path.length === 0 ? '' : ` in "${issue.path.join('.')}"`}`,
        location: yaml.locateKey([...at, key]),
        hint: didYouMean(key, issue.path.length === 0 ? known : []),
      }));
    }
    const missing =
      issue.code === 'invalid_type' && issue.input === undefined && valueAt(yaml.value, at) === undefined;
    const name = at.join('.');
    return [
      {
        code: missing ? 'missing-key' : 'invalid-value',
        severity: 'error',
        message: missing ? `"${name}" is missing` : `"${name}": ${expected(issue)}`,
        location: yaml.locate(at),
      },
    ];
  });

const expected = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'invalid_union') return issue.message;
  const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
  return deepest?.message ?? issue.message;
};

const valueAt = (value: unknown, path: YamlPath): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key],
    value,
  );
