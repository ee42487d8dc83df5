import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill, Located, ObjectiveKind, ObjectiveSpec } from '../drill/model.ts';
import type { Figure } from '../probe/level.ts';
import type { Claim, ClaimKind, Procedure } from '../runbook/model.ts';
import { severityIn } from '../runbook/procedures/severities.ts';
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
    diagnostics: [
      ...own.flatMap((objective) => whatItLacks(objective, context)),
      ...promised.flatMap((objective) => othersThan(objective)),
    ],
  };
};

interface Promised {
  readonly spec: ObjectiveSpec;
  readonly origin: PlannedObjective['origin'];
  /** What the runbook promises besides, less tightly. */
  readonly others?: readonly PlannedObjective['origin'][];
}

const DEFAULT: Promised = {
  spec: { name: 'recover', limit: DEFAULT_RECOVER },
  origin: { from: 'default', what: 'neither the drill nor the runbook promises a recovery time' },
};

/** What the runbook's own words promise: times, and an error rate to come back to. Of several the tightest counts, but a mark before all. */
const promises = ({ procedure, runbookPath, probes, drill }: Context): readonly Promised[] => {
  const claims = ofSeverity(
    [...procedure.claims, ...procedure.parts.flatMap((part) => part.claims)],
    procedure.severity,
  );
  const originOf = ({ text, lines }: Claim): PlannedObjective['origin'] => ({
    from: 'runbook',
    what: text,
    file: runbookPath,
    lines,
  });
  const tightest = (name: ObjectiveKind, all: readonly Claim[], unit: number): readonly Promised[] => {
    const marked = all.filter((claim) => claim.marked);
    const [first, ...more] = (marked.length > 0 ? marked : all).toSorted(
      (one, other) => limitOf(one) - limitOf(other),
    );
    if (first === undefined) return [];
    const limit = limitOf(first);
    const others = more.filter((claim) => limitOf(claim) !== limit).map(originOf);
    return [{ spec: { name, limit: limit / unit }, origin: originOf(first), others }];
  };
  const times = FROM_TIMES.flatMap(({ about, name }) =>
    tightest(
      name,
      claims.filter((claim) => claim.about === about && isNumber(claim, 'ms')),
      1,
    ),
  );
  if (sourceOf('error-rate', probes, drill.load) === undefined) return times;
  return [...times, ...tightest('error-rate', claims.filter(isErrorRate), 100)];
};

const limitOf = ({ value, upTo }: Claim): number => upTo ?? Number(value);

/** Where some are for the severity of the procedure, those for others are not. */
const ofSeverity = (claims: readonly Claim[], severity: string | undefined): readonly Claim[] => {
  const isOf = ({ scope }: Claim): boolean =>
    severity !== undefined && wordsOf(scope ?? '').includes(` ${wordsOf(severity).trim()} `);
  return claims.some(isOf)
    ? claims.filter((claim) => isOf(claim) || severityIn(claim.scope ?? '') === undefined)
    : claims;
};

/** "SEV-1: Critical" as ` sev1 critical `. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/\b(sev)[- ]?(?=\d)/g, '$1')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

const CALLED: Readonly<Partial<Record<ObjectiveKind, string>>> = {
  recover: 'time to recover',
  outage: 'downtime',
  'error-rate': 'error rate',
};

/** Whoever wrote the runbook may have meant another of them. */
const othersThan = ({ spec: { name }, origin, others = [] }: Promised): readonly Diagnostic[] => {
  const [first] = others;
  if (first === undefined || origin.lines === undefined) return [];
  const said = others.map(({ what, lines }) => `"${what}" on line ${lines?.[0]}`).join(', ');
  return [
    {
      code: 'several-promises',
      severity: 'info',
      message: `the runbook promises more than one ${CALLED[name] ?? name}: the drill is held to the tightest, "${origin.what}", and not to ${said}`,
      location: { file: origin.file ?? '', line: origin.lines[0], column: 1 },
      hint: `if another one is meant, say so in the drill: objectives: { ${name}: … }`,
    },
  ];
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
