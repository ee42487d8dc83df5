import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { placeOf, takePlaces } from '../core/places.ts';
import { isRecord, type YamlFile } from '../core/yaml.ts';
import { interpolate, type Variables } from './interpolate.ts';

/** The file's value with its variables replaced, in all texts that are not keys. */
export const interpolateTree = (
  { value: root, text: source, locate }: YamlFile,
  variables: Variables,
  diagnostics: Diagnostic[],
): unknown => {
  const lines = source.split('\n');
  const told = new Set<string>();

  const expand = (text: string, location: Location): string => {
    if (!text.includes('$')) return text;
    const result = interpolate(text, variables);
    for (const { message, at, hint } of result.errors) {
      tell({
        code: 'invalid-interpolation',
        severity: 'error',
        message,
        location: within(lines, location, at),
        hint,
      });
    }
    for (const name of result.unset) {
      tell({
        code: 'unset-variable',
        severity: 'warning',
        message: `the variable ${name} is not set: nothing is put in its place`,
        location: within(lines, location, name),
        hint: `set it in .env beside the file, or give a default: \${${name}:-…}`,
      });
    }
    return result.text;
  };

  // Anchors are read once for each alias, and told once.
  const tell = (diagnostic: Diagnostic): void => {
    const key = JSON.stringify([diagnostic.message, diagnostic.location]);
    if (!told.has(key)) diagnostics.push(diagnostic);
    told.add(key);
  };

  const visit = (value: unknown, location: Location): unknown => {
    if (typeof value === 'string') return expand(value, location);
    const inner = (key: string | number): Location => placeOf(value, key)?.value ?? location;
    if (Array.isArray(value)) {
      return takePlaces(
        value.map((item, index) => visit(item, inner(index))),
        value,
      );
    }
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, visit(item, inner(key))]);
    return takePlaces(Object.fromEntries(entries) as object, value);
  };
  return visit(root, locate([]));
};

/** The first place of `text` in what `location` spans, or all of it. */
const within = (lines: readonly string[], location: Location, text: string): Location => {
  const column = (lines[location.line - 1] ?? '').indexOf(text, location.column - 1) + 1;
  return column === 0 || (location.endColumn !== undefined && column >= location.endColumn)
    ? location
    : {
        file: location.file,
        line: location.line,
        column,
        endLine: location.line,
        endColumn: column + text.length,
      };
};
