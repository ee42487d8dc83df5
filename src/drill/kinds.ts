import { dirname } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { didYouMean } from '../core/suggest.ts';
import { isRecord, type YamlFile, type YamlPath } from '../core/yaml.ts';
import { issuesAsDiagnostics } from './issues.ts';
import type { Kind } from './schema.ts';
import { keysAt } from './schema-keys.ts';

/** A value that one of the kinds has accepted. */
interface Recognised<Beside> {
  readonly kind: string;
  readonly spec: unknown;
  readonly beside: Beside;
}

/** What is recognised, and how a message shows one. */
interface What<Beside extends z.ZodObject = z.ZodObject> {
  readonly name: 'fault' | 'probe';
  readonly example: string;
  /** What may stand beside the parameters of any kind. */
  readonly beside: Beside;
}

/** Finds the kind that a mapping names by one of its keys, and checks the mapping by the kind's schema, and what stands beside. */
export const recognise = <Beside extends z.ZodObject>(
  value: unknown,
  kinds: readonly Kind[],
  what: What<Beside>,
  yaml: YamlFile,
  path: YamlPath,
): Result<Recognised<z.infer<Beside>>> => {
  if (!isRecord(value)) return failure(noMapping(what, yaml, path));
  const parameters = Object.entries(value).filter(([key]) => !Object.hasOwn(what.beside.shape, key));
  const own = ofKind(Object.fromEntries(parameters), kinds, what, yaml, path);
  const beside = what.beside.safeParse(value);
  const diagnostics = [
    ...own.diagnostics,
    ...(beside.success ? [] : issuesAsDiagnostics(beside.error.issues, yaml, path, what.beside)),
  ];
  if (!own.ok || !beside.success) return failure(...diagnostics);
  return success({ ...own.value, beside: beside.data }, diagnostics);
};

const ofKind = (
  value: Readonly<Record<string, unknown>>,
  kinds: readonly Kind[],
  what: What,
  yaml: YamlFile,
  path: YamlPath,
): Result<Omit<Recognised<unknown>, 'beside'>> => {
  const named = kinds.filter(({ kind }) => kind in value);
  if (named.length === 0) return failure(unknown(value, kinds, what, yaml, path));
  const definition = ownerOf(named);
  if (definition === undefined) return failure(several(named, what, yaml, path));
  const { kind, schema, locate } = definition;
  const parsed = schema.safeParse(value);
  if (parsed.success)
    return success({ kind, spec: locate?.(parsed.data, dirname(yaml.file)) ?? parsed.data });
  const known = z.union([schema, what.beside]);
  return failure(...issuesAsDiagnostics(parsed.error.issues, yaml, path, known));
};

/** The one to which the others' names are parameters: the probe `redis` takes a `command`. */
const ownerOf = (named: readonly Kind[]): Kind | undefined =>
  named.find(({ schema }) => {
    const keys = keysAt(schema, []);
    return named.every(({ kind }) => keys.includes(kind));
  });

const noMapping = ({ name, example }: What, yaml: YamlFile, path: YamlPath): Diagnostic => ({
  code: 'invalid-value',
  severity: 'error',
  message: `a ${name} is a mapping`,
  location: yaml.locate(path),
  hint: `write one such as ${example}`,
});

const several = (named: readonly Kind[], { name }: What, yaml: YamlFile, path: YamlPath): Diagnostic => ({
  code: `unknown-${name}`,
  severity: 'error',
  message: `this is one ${name}, and names ${named.map(({ kind }) => `"${kind}"`).join(' and ')}`,
  location: yaml.locate(path),
  hint: 'write a list, with one in each item',
});

/** The key that is nearest to a kind's name is the one that was meant to be it. */
const unknown = (
  value: Readonly<Record<string, unknown>>,
  kinds: readonly Kind[],
  { name, example }: What,
  yaml: YamlFile,
  path: YamlPath,
): Diagnostic => {
  const names = kinds.map(({ kind }) => kind);
  const hints = Object.keys(value).map((key) => ({ key, hint: didYouMean(key, names) }));
  const best = hints.find(({ hint }) => hint.startsWith('did you mean')) ?? hints[0];
  return {
    code: `unknown-${name}`,
    severity: 'error',
    message: best === undefined ? `this ${name} is empty` : `no ${name} is called "${best.key}"`,
    location: best === undefined ? yaml.locate(path) : yaml.locateKey([...path, best.key]),
    hint: best?.hint ?? `write one such as ${example}`,
  };
};
