import type { Diagnostic } from '../core/diagnostic.ts';
import { originAt } from '../core/origin.ts';
import type { Drill, Located, ObjectiveSpec } from '../drill/model.ts';
import { traitsOf } from '../drill/objective-kinds.ts';
import type { Procedure } from '../runbook/model.ts';
import type { PlannedObjective, PlannedProbe } from './model.ts';
import { othersThan, otherTime, type Promised, promisesOf } from './promises.ts';

/** Recovery limit where neither the drill nor the runbook promises one, in ms. */
const DEFAULT_RECOVER = 300_000;

const DEFAULT: Promised = {
  spec: { name: 'recover', limit: DEFAULT_RECOVER },
  origin: { from: 'default', what: 'neither the drill nor the runbook promises a recovery time' },
};

/** What a drill has that figures can be of. */
interface Sources {
  readonly drill: Pick<Drill, 'objectives' | 'load'>;
  readonly probes: readonly Pick<PlannedProbe, 'name' | 'kind'>[];
}

interface Context extends Sources {
  readonly procedure: Procedure;
  readonly runbookPath: string;
}

interface Objectives {
  readonly planned: readonly PlannedObjective[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The limits that the drill is judged by: the drill's own, then the runbook's promises, then a default recovery limit. */
export const planObjectives = (context: Context): Objectives => {
  const own = context.drill.objectives;
  const said = promisesOf(context.procedure, context.runbookPath);
  const saidOf = ({ name }: ObjectiveSpec): Promised | undefined =>
    said.find(({ spec }) => spec.name === name);
  const promised = said
    .filter(({ spec }) => !own.some(({ value }) => value.name === spec.name))
    .filter(({ spec }) => hasSource(spec, context));
  const given: readonly Promised[] = [
    ...own.map((objective) => ownOf(objective, saidOf(objective.value))),
    ...promised,
  ];
  const recover = given.find(({ spec }) => spec.name === 'recover') ?? DEFAULT;
  const all = given.includes(recover) ? given : [...given, recover];
  return {
    planned: all.map((objective) => plannedOf(objective, recover.spec.limit, context)),
    diagnostics: [
      ...own.flatMap((objective) => withoutSource(objective, context)),
      ...own.flatMap(({ value }) => otherTime(value, saidOf(value))),
      ...promised.flatMap(othersThan),
    ],
  };
};

/** What the drill says goes before what the runbook does; where it gives a limit alone, the runbook says by when. */
const ownOf = ({ value, location }: Located<ObjectiveSpec>, said: Promised | undefined): Promised => {
  const within = said?.spec.within;
  if (value.within !== undefined || within === undefined)
    return { spec: value, origin: originAt('drill', 'objectives', location) };
  const what = `objectives, and by when the runbook: ${said?.origin.what}`;
  return { spec: { ...value, within }, origin: originAt('drill', what, location) };
};

const plannedOf = ({ spec, origin }: Promised, recover: number, sources: Sources): PlannedObjective => {
  const { name, limit, probe, within = recover } = spec;
  const { unit, figure, atLeast = spec.atLeast } = traitsOf(name);
  const of = figure && sourceOf(spec, sources);
  return {
    name: probe ?? name,
    ...(probe === undefined ? {} : { probe }),
    limit,
    unit,
    ...(atLeast ? { atLeast } : {}),
    ...(figure && of ? { level: { figure, of, within } } : {}),
    origin,
  };
};

/** Whose figure it is; nothing where the drill has none of these, or where it is nobody's (a time, a count). */
const sourceOf = (
  { name, probe }: ObjectiveSpec,
  { probes, drill }: Sources,
): 'load' | readonly string[] | undefined => {
  const { of } = traitsOf(name);
  if (of !== 'probe' && drill.load !== undefined) return 'load';
  const asked = probes.filter((each) =>
    of === 'probe' ? each.name === probe : of === 'requests' && each.kind === 'http',
  );
  return asked.length === 0 ? undefined : asked.map((each) => each.name);
};

const hasSource = (spec: ObjectiveSpec, sources: Sources): boolean =>
  traitsOf(spec.name).of === undefined || sourceOf(spec, sources) !== undefined;

const withoutSource = (
  { value, location }: Located<ObjectiveSpec>,
  sources: Sources,
): readonly Diagnostic[] => {
  if (hasSource(value, sources)) return [];
  const { of } = traitsOf(value.name);
  if (of === 'probe')
    return [
      {
        code: 'unknown-probe',
        severity: 'error',
        message: `an objective is about the probe "${value.probe}", which the drill does not have`,
        location,
        hint: `there are: ${sources.probes.map(({ name }) => name).join(', ')}; a probe gets a name by "name:"`,
      },
    ];
  return [
    {
      code: 'no-requests',
      severity: 'error',
      message: `the objective "${value.name}" is about requests, and the drill makes none`,
      location,
      hint:
        of === 'load'
          ? 'add "load: { script: …, rate: … }"'
          : 'add "load: { script: steady, rate: 50/s }", or an HTTP probe',
    },
  ];
};
