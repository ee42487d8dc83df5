import { z } from 'zod';
import { besideFault, besideProbe, plainFields } from './fields.ts';

/** A fault or a probe kind, as far as a drill file is concerned. */
export interface Kind {
  /** The key that names it. */
  readonly kind: string;
  readonly schema: z.ZodType;
  /** The spec with its paths made absolute; they are relative to the drill file’s folder. */
  locate?(spec: unknown, folder: string): unknown;
}

/** The kinds that a drill may name. */
export interface Catalogues {
  readonly faults: readonly Kind[];
  readonly probes: readonly Kind[];
}

/** The JSON Schema of a drill file, for editors (`# yaml-language-server: $schema=…`). */
export const drillJsonSchema = ({ faults, probes }: Catalogues): object => {
  const fault = {
    anyOf: [...faults.map(({ schema }) => withProperties(schema, besideFault)), { const: 'noop' }],
  };
  const aFault = { $ref: '#/$defs/fault' };
  const plain = z.toJSONSchema(z.strictObject(plainFields), { io: 'input' });
  return {
    ...plain,
    $defs: { fault },
    title: 'Drillbook drill',
    required: ['runbook', 'environment'],
    oneOf: [{ required: ['fault'] }, { required: ['faults'] }],
    properties: {
      ...plain.properties,
      fault: {
        description: 'What breaks the system',
        anyOf: [aFault, { type: 'array', minItems: 1, items: aFault }],
      },
      faults: {
        description: 'Several faults, injected together or one after the other',
        type: 'array',
        minItems: 1,
        items: aFault,
      },
      probes: {
        description:
          'What tells whether the system is well, beside the health checks and published ports of the Compose file',
        type: 'array',
        minItems: 1,
        items: { anyOf: probes.map(({ schema }) => withProperties(schema, besideProbe)) },
      },
    },
  };
};

/** The schema, with keys that may stand beside its own; in each of its forms, where it has several. */
const withProperties = (schema: z.ZodType, beside: z.ZodObject): object => {
  const more = z.toJSONSchema(beside, { io: 'input' }).properties;
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  const extend = (one: z.core.JSONSchema.JSONSchema): z.core.JSONSchema.JSONSchema => ({
    ...one,
    ...(one.properties === undefined ? {} : { properties: { ...one.properties, ...more } }),
    ...(one.anyOf === undefined ? {} : { anyOf: one.anyOf.map(extend) }),
    ...(one.oneOf === undefined ? {} : { oneOf: one.oneOf.map(extend) }),
  });
  return extend(json);
};
