import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/suggest.ts';
import type { YamlFile, YamlPath } from '../core/yaml.ts';
import composeSchema from './schema/compose-spec.json' with { type: 'json' };
import { SERVICE, TOP_LEVEL } from './support.ts';

/** The official schema of the Compose specification; compiled when the first file is checked. */
let compiled: ReturnType<Ajv2020['compile']> | undefined;
const schema = (): ReturnType<Ajv2020['compile']> =>
  (compiled ??= new Ajv2020({
    allErrors: true,
    strict: false,
    validateFormats: false,
    verbose: true,
  }).compile(composeSchema));

/** What the Compose specification itself refuses, each once, at its place. */
export const validateAgainstSchema = (value: unknown, yaml: YamlFile): readonly Diagnostic[] => {
  const validate = schema();
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => !COMBINING.has(keyword));
  const told = new Set<string>();
  return errors
    .filter((error) => !errors.some((other) => isDeeper(other, error)))
    .map((error) => describe(error, yaml))
    .filter(({ message, location }) => {
      const key = location === undefined ? message : `${location.line}:${location.column}`;
      if (told.has(key)) return false;
      told.add(key);
      return true;
    });
};

/** They only say that one of the others failed. */
const COMBINING = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not']);

/** Of several forms that a value may have, the one that it got furthest with says what is wrong. */
const isDeeper = (other: ErrorObject, error: ErrorObject): boolean =>
  other.instancePath.startsWith(`${error.instancePath}/`);

const describe = (error: ErrorObject, yaml: YamlFile): Diagnostic => {
  const path = pathOf(error.instancePath);
  const key =
    error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.params.propertyName;
  if (typeof key === 'string') {
    return {
      code: 'unknown-key',
      severity: 'error',
      message: `the Compose specification has no key "${key}" ${path.length === 0 ? 'here' : `in ${path.join('.')}`}`,
      location: yaml.locateKey([...path, key]),
      hint: didYouMean(key, known(path)),
    };
  }
  return {
    code: 'invalid-compose',
    severity: 'error',
    message: `${path.join('.') || 'the file'} ${error.message ?? 'is not valid'}`,
    location: yaml.locate(path),
    hint: 'see the Compose specification: https://docs.docker.com/reference/compose-file/',
  };
};

const pathOf = (pointer: string): YamlPath =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const known = (path: YamlPath): readonly string[] => {
  if (path.length === 0) return Object.keys(TOP_LEVEL);
  return path.length === 2 && path[0] === 'services' ? Object.keys(SERVICE) : [];
};
