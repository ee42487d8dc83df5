import { expect, test } from 'vitest';
import { z } from 'zod';
import { faults } from './catalogue.ts';
import { durationField } from '../core/duration-field.ts';
import { shareField } from '../core/share-field.ts';
import { size } from './fields.ts';

type Property = z.core.JSONSchema.JSONSchema;

const page = new URL('../../docs/fault-parameters.md', import.meta.url).pathname;

const patternOf = (schema: z.ZodType): string | undefined => z.toJSONSchema(schema).pattern;

const code = (text: unknown): string => `\`${typeof text === 'string' ? text : JSON.stringify(text)}\``;

const takes = ({ enum: values, type, pattern, minimum = 0, maximum = Infinity }: Property): string => {
  if (values !== undefined) return values.map(code).join(', ');
  if (pattern === patternOf(durationField())) return 'duration';
  if (pattern === patternOf(size)) return 'size';
  if (pattern === patternOf(shareField)) return 'share';
  if (type === 'integer')
    return maximum < Number.MAX_SAFE_INTEGER ? `${minimum} to ${maximum}` : `${minimum} or more`;
  return { number: `${minimum} to ${maximum}`, object: 'mapping', array: 'list' }[String(type)] ?? 'text';
};

/** What a description says at its end: "Default: none." */
const DEFAULT = /\s*Default: (.+?)\.?$/;

const row = (kind: string, name: string, property: Property, needed: boolean): string => {
  const { description = '', default: preset } = property;
  const told = DEFAULT.exec(description)?.[1];
  const without = preset === undefined ? (told ?? (needed ? 'needed' : '')) : code(preset);
  // A parameter that may be left out says what happens then.
  expect([kind, name, without]).not.toEqual([kind, name, '']);
  const meaning = description.replace(DEFAULT, '').replaceAll('|', '\\|');
  return `| ${code(name)} | ${takes(property)} | ${without} | ${meaning} |`;
};

/** `scripts/node vitest -u` writes the page anew. */
test('docs/fault-parameters.md lists the parameters of each fault, as its schema has them', async () => {
  const sections = faults.map(({ kind, schema }) => {
    const { properties = {}, required = [], description } = z.toJSONSchema(schema, { io: 'input' });
    const rows = Object.entries(properties).map(([name, property]) =>
      row(kind, name, property as Property, required.includes(name)),
    );
    const table = ['| parameter | takes | left out | what it is |', '| --- | --- | --- | --- |', ...rows];
    return `## ${kind}\n\n${description}\n${kind === 'noop' ? '' : `\n${table.join('\n')}\n`}`;
  });
  await expect(
    [
      '# Parameters of the faults\n',
      'What each fault does, shows and is cured by: [faults.md](faults.md). Beside these, any fault may have `lifted-by`, `lifted-after` and `after`',
      '([the drill file](drill-file.md#faults)). A duration is `250ms`, `5s`, `1m30s` or `2h`; a size is `512kb`, `64mb` or `1gb`, in powers of two; a share is `1%`.\n',
      ...sections,
    ].join('\n'),
  ).toMatchFileSnapshot(page);
});
