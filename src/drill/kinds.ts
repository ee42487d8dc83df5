import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { didYouMean } from '../core/suggest.ts';
import { isRecord, type YamlFile, type YamlPath } from '../core/yaml.ts';
import { issuesAsDiagnostics } from './issues.ts';
import type { Kind } from './schema.ts';

/** A value that one of the kinds has accepted. */
export interface Recognised {
  readonly kind: string;
  readonly spec: unknown;
}

/**
 * Finds the kind that a mapping names by one of its keys, and checks the mapping by the kind's schema.
 * @param what for messages: `fault`, `probe`
 */
export const recognise = (
  value: Readonly<Record<string, unknown>>,
  kinds: readonly Kind[],
  what: string,
  yaml: YamlFile,
  path: YamlPath,
): Result<Recognised> => {
  const named = kinds.filter(({ kind }) => kind in value);
  const [definition] = named;
  if (definition === undefined || named.length > 1)
    return failure(notOne(value, named, kinds, what, yaml, path));
  const parsed = definition.schema.safeParse(value);
  if (parsed.success) return success({ kind: definition.kind, spec: parsed.data });
  return failure(...issuesAsDiagnostics(parsed.error.issues, yaml, path, keysOf(definition)));
};

const notOne = (
  value: Readonly<Record<string, unknown>>,
  named: readonly Kind[],
  kinds: readonly Kind[],
  what: string,
  yaml: YamlFile,
  path: YamlPath,
): Diagnostic => {
  const [first = ''] = Object.keys(value);
  const names = kinds.map(({ kind }) => kind);
  const several = named.map(({ kind }) => `"${kind}"`).join(' and ');
  return {
    code: `unknown-${what}`,
    severity: 'error',
    message:
      named.length > 1 ? `this is one ${what}, and names ${several}` : `no ${what} is called "${first}"`,
    location: named.length > 1 ? yaml.locate(path) : yaml.locateKey([...path, first]),
    hint: named.length > 1 ? 'write a list, with one in each item' : didYouMean(first, names),
  };
};

const keysOf = ({ schema }: Kind): readonly string[] => {
  const shape: unknown = 'shape' in schema ? schema.shape : undefined;
  return isRecord(shape) ? Object.keys(shape) : [];
};
