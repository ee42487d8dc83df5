import type { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/suggest.ts';
import type { YamlFile, YamlPath } from '../core/yaml.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

/** What `schema` found wrong with the part of the file at `path`, as diagnostics at their places. */
export const issuesAsDiagnostics = (
  issues: readonly Issue[],
  yaml: YamlFile,
  path: YamlPath,
  schema: z.ZodType,
): readonly Diagnostic[] => {
  const describe = (issue: Issue, prefix: YamlPath): readonly Diagnostic[] => {
    const within = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    const at = [...path, ...within];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(key, at, keysAt(schema, within), yaml));
    }
    const best = issue.code === 'invalid_union' ? furthest(issue.errors) : undefined;
    if (best !== undefined) return best.flatMap((inner) => describe(inner, within));
    return [valueAt(yaml.value, at) === undefined ? missing(issue, at, yaml) : invalid(issue, at, yaml)];
  };
  const diagnostics = issues.flatMap((issue) => describe(issue, []));
  return diagnostics.filter(
    ({ code, message }) => code !== 'missing-key' || !diagnostics.some(isMeantBy(message)),
  );
};

/** A key that is missing, and stands there misspelt, is told once. */
const isMeantBy =
  (missingMessage: string) =>
  ({ code, hint }: Diagnostic): boolean => {
    const name = /([^".]+)" is missing$/.exec(missingMessage)?.[1];
    return code === 'unknown-key' && hint === `did you mean "${name}"?`;
  };

const unknownKey = (key: string, at: YamlPath, known: readonly string[], yaml: YamlFile): Diagnostic => ({
  code: 'unknown-key',
  severity: 'error',
  message: `there is no key "${key}"${at.length === 0 ? '' : ` in "${dotted(at)}"`}`,
  location: yaml.locateKey([...at, key]),
  hint: didYouMean(key, known),
});

/** Of several forms that a value may have, the one that it got further with, if there is one. */
const furthest = (forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  forms.find((issues) => issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'));

const missing = (issue: Issue, at: YamlPath, yaml: YamlFile): Diagnostic => ({
  code: 'missing-key',
  severity: 'error',
  message: `"${dotted(at)}" is missing`,
  location: yaml.locate(at),
  hint: `add it: ${expected(issue)}`,
});

const invalid = (issue: Issue, at: YamlPath, yaml: YamlFile): Diagnostic => {
  const value = valueAt(yaml.value, at);
  const near = issue.code === 'invalid_value' ? didYouMean(String(value), issue.values.map(String)) : '';
  return {
    code: 'invalid-value',
    severity: 'error',
    message: `${at.length === 0 ? 'the file' : `"${dotted(at)}"`} is ${shown(value)}`,
    location: yaml.locate(at),
    hint: near.startsWith('did you mean') ? near : `write ${expected(issue)}`,
  };
};

const shown = (value: unknown): string => {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : JSON.stringify(value);
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [a, b]',
  object: 'a mapping: { key: value }',
  record: 'a mapping: { name: value }',
};

/** What a schema says itself (`error:`), or else what follows from the kind of the issue. */
const expected = (issue: Issue): string => {
  if (!/^(?:Invalid|Too)/.test(issue.message)) return issue.message.replace(/^not (?=an? )/, '');
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values
        .map(String)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1');
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'at least one'
        : `${issue.minimum} or more`;
    case 'too_big':
      return `${issue.maximum} or less`;
    default:
      return issue.message;
  }
};

const dotted = (path: YamlPath): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');

const valueAt = (value: unknown, path: YamlPath): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key],
    value,
  );
