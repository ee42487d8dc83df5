import type { Diagnostic } from '../core/diagnostic.ts';
import { formatDuration } from '../core/duration.ts';
import type { Origin } from '../core/origin.ts';
import type { ObjectiveKind, ObjectiveSpec } from '../drill/model.ts';
import { traitsOf } from '../drill/objective-kinds.ts';
import type { Claim, Procedure } from '../runbook/model.ts';
import { severityIn } from '../runbook/procedures/severities.ts';

/** An objective that nobody wrote into the drill. */
export interface Promised {
  readonly spec: ObjectiveSpec;
  readonly origin: Origin;
  /** What the runbook promises besides, less tightly. */
  readonly others?: readonly Origin[];
}

/** Which claims of a runbook promise which objective. */
const PROMISES: readonly {
  readonly name: ObjectiveKind;
  readonly about: Claim['about'];
  readonly unit: 'ms' | '%';
  /** Others are about the same, and promise nothing. */
  readonly isPromise?: (claim: Claim) => boolean;
}[] = [
  { name: 'recover', about: 'recover', unit: 'ms' },
  { name: 'outage', about: 'downtime', unit: 'ms' },
  {
    name: 'error-rate',
    about: 'threshold',
    unit: '%',
    // "Error rate should drop below 1%".
    isPromise: ({ comparison = '', text }) => comparison.startsWith('<') && /\berror/i.test(text),
  },
];

/** What the runbook's own words promise. Of several the tightest counts, but a mark before all. */
export const promisesOf = (procedure: Procedure, runbookPath: string): readonly Promised[] => {
  const claims = ofSeverity(
    [...procedure.claims, ...procedure.parts.flatMap((part) => part.claims)],
    procedure.severity,
  );
  const originOf = ({ text, lines }: Claim): Origin => ({
    from: 'runbook',
    what: text,
    file: runbookPath,
    lines,
  });
  return PROMISES.flatMap(({ name, about, unit, isPromise = () => true }) => {
    const all = claims.filter(
      (claim) =>
        claim.about === about && claim.unit === unit && typeof claim.value === 'number' && isPromise(claim),
    );
    const marked = all.filter((claim) => claim.marked);
    const [first, ...more] = (marked.length > 0 ? marked : all).toSorted(byTightness);
    if (first === undefined) return [];
    const limit = limitOf(first);
    const { within } = first;
    return [
      {
        spec: {
          name,
          limit: unit === '%' ? limit / 100 : limit,
          ...(within === undefined ? {} : { within }),
        },
        origin: originOf(first),
        others: more.filter((claim) => isOther(claim, first)).map(originOf),
      },
    ];
  });
};

const limitOf = ({ value, upTo }: Claim): number => upTo ?? Number(value);

/** Of the same limit, what says by when goes before what does not. */
const byTightness = (one: Claim, other: Claim): number =>
  limitOf(one) - limitOf(other) || (one.within ?? Infinity) - (other.within ?? Infinity) || 0;

/** The same without a time promises nothing else. */
const isOther = (claim: Claim, first: Claim): boolean =>
  limitOf(claim) !== limitOf(first) || (claim.within ?? first.within) !== first.within;

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

/** The drill says when itself, and the runbook promises another time. */
export const otherTime = (
  { name, within }: ObjectiveSpec,
  said: Promised | undefined,
): readonly Diagnostic[] => {
  if (said?.spec.within === undefined || within === undefined || said.spec.within === within) return [];
  const { origin } = said;
  return [
    {
      code: 'several-promises',
      severity: 'info',
      message: `the runbook promises another time for the ${traitsOf(name).called ?? name}, "${origin.what}": the drill is held to its own, ${formatDuration(within)}`,
      location: { file: origin.file ?? '', line: origin.lines?.[0] ?? 1, column: 1 },
      hint: `if the runbook's is meant, leave "within" out: objectives: { ${name}: { limit: … } }`,
    },
  ];
};

/** Whoever wrote the runbook may have meant another of them. */
export const othersThan = ({ spec: { name }, origin, others = [] }: Promised): readonly Diagnostic[] => {
  if (others.length === 0 || origin.lines === undefined) return [];
  const said = others.map(({ what, lines }) => `"${what}" on line ${lines?.[0]}`).join(', ');
  return [
    {
      code: 'several-promises',
      severity: 'info',
      message: `the runbook promises more than one ${traitsOf(name).called ?? name}: the drill is held to the tightest, "${origin.what}", and not to ${said}`,
      location: { file: origin.file ?? '', line: origin.lines[0], column: 1 },
      hint: `if another one is meant, say so in the drill: objectives: { ${name}: … }`,
    },
  ];
};
