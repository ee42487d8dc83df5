import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FILE, keysAt, type Keys } from './keys.ts';
import schema from './schema/compose-spec.json' with { type: 'json' };

interface Definition {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly patternProperties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: boolean | Definition;
  readonly items?: Definition;
  readonly allOf?: readonly Definition[];
  readonly oneOf?: readonly Definition[];
  readonly anyOf?: readonly Definition[];
}

/** All names that the schema gives to members of what the path leads to; `*` is any name, or any item. */
const inSchema = (path: readonly string[], definition: Definition): readonly string[] => {
  const {
    $ref,
    allOf = [],
    oneOf = [],
    anyOf = [],
    properties = {},
    patternProperties = {},
    items,
  } = definition;
  const same = [...allOf, ...oneOf, ...anyOf, ...($ref === undefined ? [] : [resolve($ref)])];
  const [first, ...rest] = path;
  const members =
    first === '*'
      ? [...Object.values(patternProperties), ...(items === undefined ? [] : [items])]
      : [properties[first ?? ''] ?? []].flat();
  const own =
    first === undefined ? Object.keys(properties) : members.flatMap((member) => inSchema(rest, member));
  return [...new Set([...own, ...same.flatMap((other) => inSchema(path, other))])];
};

const resolve = (reference: string): Definition => {
  const name = reference.split('/').at(-1) as keyof typeof schema.$defs;
  return schema.$defs[name] as Definition;
};

test.each([
  [[]],
  [['services', '*']],
  [['services', '*', 'build']],
  [['services', '*', 'deploy']],
  [['services', '*', 'deploy', 'resources', 'limits']],
  [['services', '*', 'healthcheck']],
  [['services', '*', 'ports', '*']],
  [['services', '*', 'volumes', '*']],
  [['services', '*', 'depends_on', '*']],
  [['services', '*', 'env_file', '*']],
  [['services', '*', 'networks', '*']],
  [['volumes', '*']],
  [['networks', '*']],
])('it is decided what becomes of each key of the specification in /%s', (path) => {
  const specified = inSchema(path, schema as Definition);
  expect(specified.length).toBeGreaterThan(2);
  expect(specified.filter((key) => !keysAt(path).includes(key))).toEqual([]);
});

/** The row of each key that is refused or left out: ``| `secrets` | mount … |``. */
const rowsOf = (keys: Keys, path: readonly string[] = []): readonly string[] =>
  Object.entries(keys).flatMap(([key, support]) => {
    if (typeof support === 'string') return [];
    if ('keys' in support) return rowsOf(support.keys, [...path, key]);
    if ('each' in support) return rowsOf(support.each, key === 'services' ? path : [...path, key]);
    return [`${[...path, key].join('.')} | ${Object.values(support).join()}`];
  });

test('docs/compose.md has each key that is refused or left out, with the reason, and no other', async () => {
  const page = await readFile(new URL('../../docs/compose.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (`.*`) \| (.*) \|$/gm)].flatMap(([, keys = '', why]) =>
    keys.split(', ').map((key) => `${key.replaceAll('`', '')} | ${why}`),
  );
  expect(rows.toSorted()).toEqual([...new Set(rowsOf(FILE))].toSorted());
});
