import { z } from 'zod';
import { liftFields, plainFields } from './fields.ts';

/** A fault or a probe kind, as far as a drill file is concerned. */
export interface Kind {
  /** The key that names it. */
  readonly kind: string;
  readonly schema: z.ZodType;
}

export interface Catalogues {
  readonly faults: readonly Kind[];
  readonly probes: readonly Kind[];
}

/** The JSON Schema of a drill file, for editors (`# yaml-language-server: $schema=…`). */
export const drillJsonSchema = ({ faults, probes }: Catalogues): object => {
  const lift = z.toJSONSchema(z.object(liftFields), { io: 'input' }).properties ?? {};
  const fault = { oneOf: [...faults.map(({ schema }) => withProperties(schema, lift)), { const: 'noop' }] };
  const name =
    z.toJSONSchema(z.object({ name: z.string().describe('What reports call it') }), { io: 'input' })
      .properties ?? {};
  const plain = z.toJSONSchema(z.strictObject(plainFields), { io: 'input' });
  return {
    ...plain,
    title: 'Drillbook drill',
    required: ['runbook', 'environment', 'fault'],
    properties: {
      ...plain.properties,
      fault: {
        description: 'What breaks the system; several are injected together',
        oneOf: [fault, { type: 'array', minItems: 1, items: fault }],
      },
      probes: {
        description:
          'What tells whether the system is well. Default: health checks and published ports of the Compose file',
        type: 'array',
        minItems: 1,
        items: { oneOf: probes.map(({ schema }) => withProperties(schema, name)) },
      },
    },
  };
};

const withProperties = (schema: z.ZodType, more: object): object => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return { ...json, properties: { ...json.properties, ...more } };
};
