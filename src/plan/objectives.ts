import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill, Located, ObjectiveKind, ObjectiveSpec } from '../drill/model.ts';
import type { Figure } from '../probe/level.ts';
import type { Claim, ClaimKind, Procedure } from '../runbook/model.ts';
import type { PlannedObjective, PlannedProbe } from './model.ts';

/** Recovery limit where neither the drill nor the runbook promises one, in ms. */
export const DEFAULT_RECOVER = 300_000;

/** Which promised time of the runbook becomes which objective. */
const FROM_TIMES: readonly { readonly about: ClaimKind; readonly name: ObjectiveKind }[] = [
  { about: 'recover', name: 'recover' },
  { about: 'downtime', name: 'outage' },
];

const UNITS: Readonly<Partial<Record<ObjectiveKind, PlannedObjective['unit']>>> = {
  'lost-writes': 'count',
  'load-thresholds': 'count',
  availability: 'share',
  'error-rate': 'share',
  value: 'number',
};

/** Objectives about a figure that must come back within its limit. */
const FIGURES: Readonly<Partial<Record<ObjectiveKind, Figure>>> = {
  'error-rate': 'error-rate',
  'latency-p50': 'p50',
  'latency-p95': 'p95',
  'latency-p99': 'p99',
  value: 'value',
};

interface Context {
  readonly drill: Pick<Drill, 'path' | 'objectives' | 'load'>;
  readonly procedure: Procedure;
  readonly runbookPath: string;
  readonly probes: readonly Pick<PlannedProbe, 'name' | 'kind'>[];
}

interface Objectives {
  readonly planned: readonly PlannedObjective[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The limits that the drill is judged by: the drill's own, then the runbook's promises, then a default recovery limit. */
export const planObjectives = (context: Context): Objectives => {
  const own = context.drill.objectives;
  const promised = promises(context).filter(({ spec }) => !own.some(({ value }) => value.name === spec.name));
  const given = [
    ...own.map(({ value, location: { line } }) => ({
      spec: value,
      origin: { from: 'drill', what: 'objectives', file: context.drill.path, lines: [line, line] } as const,
    })),
    ...promised,
  ];
  const all = given.some(({ spec }) => spec.name === 'recover') ? given : [...given, DEFAULT];
  const recover = all.find(({ spec }) => spec.name === 'recover')?.spec.limit ?? DEFAULT_RECOVER;
  return {
    planned: all.map(({ spec, origin }) => plannedOf(spec, origin, recover, context)),
    diagnostics: own.flatMap((objective) => whatItLacks(objective, context)),
  };
};

interface Promised {
  readonly spec: ObjectiveSpec;
  readonly origin: PlannedObjective['origin'];
}

const DEFAULT: Promised = {
  spec: { name: 'recover', limit: DEFAULT_RECOVER },
  origin: { from: 'default', what: 'neither the drill nor the runbook promises a recovery time' },
};

/** What the runbook's own words promise: times, and an error rate to come back to. */
const promises = ({ procedure, runbookPath, probes, drill }: Context): readonly Promised[] => {
  const claims = [...procedure.claims, ...procedure.parts.flatMap((part) => part.claims)];
  const origin = ({ text, lines }: Claim): PlannedObjective['origin'] => ({
    from: 'runbook',
    what: text,
    file: runbookPath,
    lines,
  });
  const times = FROM_TIMES.flatMap(({ about, name }) => {
    const claim = claims.find((each) => each.about === about && isNumber(each, 'ms'));
    return claim === undefined
      ? []
      : [{ spec: { name, limit: claim.upTo ?? Number(claim.value) }, origin: origin(claim) }];
  });
  const errors =
    sourceOf('error-rate', probes, drill.load) === undefined ? undefined : claims.find(isErrorRate);
  return errors === undefined
    ? times
    : [...times, { spec: { name: 'error-rate', limit: Number(errors.value) / 100 }, origin: origin(errors) }];
};

const isNumber = ({ unit, value }: Claim, of: string): boolean => unit === of && typeof value === 'number';

/** "Error rate should drop below 1%". */
const isErrorRate = (claim: Claim): boolean =>
  claim.about === 'threshold' &&
  isNumber(claim, '%') &&
  (claim.comparison ?? '').startsWith('<') &&
  /\berror/i.test(claim.text);

const plannedOf = (
  { name, limit, probe, atLeast, within }: ObjectiveSpec,
  origin: PlannedObjective['origin'],
  recover: number,
  { probes, drill }: Context,
): PlannedObjective => {
  const figure = FIGURES[name];
  const of = figure && (name === 'value' ? [probe ?? ''] : sourceOf(name, probes, drill.load));
  return {
    name: probe ?? name,
    ...(probe === undefined ? {} : { probe }),
    limit,
    unit: UNITS[name] ?? 'ms',
    ...(atLeast || name === 'availability' ? { atLeast: true } : {}),
    ...(figure && of ? { level: { figure, of, within: within ?? recover } } : {}),
    origin,
  };
};

/** The load's requests, where there is load; else those of the HTTP probes, where there are any. */
const sourceOf = (
  name: ObjectiveKind,
  probes: Context['probes'],
  load: unknown,
): 'load' | readonly string[] | undefined => {
  if (load !== undefined) return 'load';
  const http = probes.filter(({ kind }) => kind === 'http' && name !== 'load-thresholds');
  return http.length === 0 ? undefined : http.map((probe) => probe.name);
};

const whatItLacks = (
  { value, location }: Located<ObjectiveSpec>,
  context: Context,
): readonly Diagnostic[] => {
  const { probes, drill } = context;
  if (value.name === 'value') {
    if (probes.some(({ name }) => name === value.probe)) return [];
    return [
      {
        code: 'unknown-probe',
        severity: 'error',
        message: `an objective is about the probe "${value.probe}", which the drill does not have`,
        location,
        hint: `there are: ${probes.map(({ name }) => name).join(', ')}; a probe gets a name by "name:"`,
      },
    ];
  }
  const needsRequests = FIGURES[value.name] !== undefined || value.name === 'load-thresholds';
  if (!needsRequests || sourceOf(value.name, probes, drill.load) !== undefined) return [];
  return [
    {
      code: 'no-requests',
      severity: 'error',
      message: `the objective "${value.name}" is about requests, and the drill makes none`,
      location,
      hint:
        value.name === 'load-thresholds'
          ? 'add "load: { script: …, rate: … }"'
          : 'add "load: { script: steady, rate: 50/s }", or an HTTP probe',
    },
  ];
};
