import { z } from 'zod';
import { durationField, toMs } from '../core/duration-field.ts';
import { shareField, toShare } from '../core/share-field.ts';
import type { YamlFile } from '../core/yaml.ts';
import type { Located, ObjectiveKind, ObjectiveSpec } from './model.ts';
import { OBJECTIVES, traitsOf } from './objective-kinds.ts';

const COUNT = 'a whole number, not negative';

/** How a limit is written, and read, by what it counts. */
const LIMITS = {
  ms: { field: durationField(), read: toMs },
  share: { field: shareField, read: toShare },
  count: { field: z.int({ error: COUNT }).min(0, { error: COUNT }), read: Number },
} as const;

const within = durationField()
  .optional()
  .describe(
    'From the fault to when it must hold for good. Default: what the runbook says of it, else the limit of recover',
  );

type NamedKind = Exclude<ObjectiveKind, 'value'>;

/** A limit; of a figure that the system must come back to, also with when. */
const fieldOf = (kind: NamedKind) => {
  const limit = LIMITS[OBJECTIVES[kind].unit].field;
  const { what, figure } = traitsOf(kind);
  const field = figure === undefined ? limit : z.union([limit, z.strictObject({ limit, within })]);
  return field.optional().describe(what);
};

const { value: ofProbe, ...named } = OBJECTIVES;

const namedFields = Object.fromEntries(
  Object.keys(named).map((kind) => [kind, fieldOf(kind as NamedKind)]),
) as Readonly<Record<NamedKind, ReturnType<typeof fieldOf>>>;

const value = z
  .strictObject({
    probe: z.string().min(1).describe('The name of a probe; the first number in what it sees is meant'),
    'at-most': z.number().optional(),
    'at-least': z.number().optional(),
    within,
  })
  .refine((spec) => (spec['at-most'] === undefined) !== (spec['at-least'] === undefined), {
    error: 'either at-most or at-least',
  });

/** `objectives:` of a drill. */
export const objectivesSchema = z
  .strictObject({ ...namedFields, values: z.array(value).optional().describe(ofProbe.what) })
  .describe('The promised limits. Default: what the runbook promises');

type Given = z.infer<typeof objectivesSchema>;

/** The limits as one list, each with its place. */
export const toObjectives = (given: Given, yaml: YamlFile): readonly Located<ObjectiveSpec>[] => {
  const { values = [], ...limits } = given;
  return [
    ...Object.entries(limits).flatMap(([name, limit]) =>
      limit === undefined
        ? []
        : [{ value: toSpec(name as NamedKind, limit), location: yaml.locate(['objectives', name]) }],
    ),
    ...values.map((spec, index) => ({
      value: {
        name: 'value',
        probe: spec.probe,
        ...(spec['at-least'] === undefined
          ? { limit: spec['at-most'] ?? 0 }
          : { limit: spec['at-least'], atLeast: true }),
        ...withinOf(spec.within),
      } as const,
      location: yaml.locate(['objectives', 'values', index]),
    })),
  ];
};

const toSpec = (name: NamedKind, given: NonNullable<Given[NamedKind]>): ObjectiveSpec => {
  const spec = typeof given === 'object' ? given : { limit: given };
  return {
    name,
    limit: LIMITS[OBJECTIVES[name].unit].read(String(spec.limit)),
    ...withinOf('within' in spec ? spec.within : undefined),
  };
};

const withinOf = (text: string | undefined): Pick<ObjectiveSpec, 'within'> =>
  text === undefined ? {} : { within: toMs(text) };
