import type { Drill, Located } from '../drill/model.ts';
import type { Claim, ClaimKind, Procedure } from '../runbook/model.ts';
import type { ObjectiveName, PlannedObjective } from './model.ts';

/** Recovery limit where neither the drill nor the runbook promises one, in ms. */
export const DEFAULT_RECOVER = 300_000;

/** Which promise of the runbook becomes which objective. */
const FROM_CLAIMS: readonly { readonly about: ClaimKind; readonly name: ObjectiveName }[] = [
  { about: 'recover', name: 'recover' },
  { about: 'downtime', name: 'outage' },
];

/** The limits that the drill is judged by: the drill's own, then the runbook's promises, then a default recovery limit. */
export const planObjectives = (
  drill: Pick<Drill, 'path' | 'objectives'>,
  procedure: Procedure,
  runbookPath: string,
): readonly PlannedObjective[] => {
  const own = ownObjectives(drill);
  const promised = FROM_CLAIMS.flatMap(({ about, name }) => {
    const claim = claimsOf(procedure).find((candidate) => candidate.about === about && isDuration(candidate));
    return claim === undefined || own.some((objective) => objective.name === name)
      ? []
      : [fromClaim(name, claim, runbookPath)];
  });
  const objectives = [...own, ...promised];
  return objectives.some(({ name }) => name === 'recover') ? objectives : [...objectives, defaultRecover];
};

const ownObjectives = ({
  path,
  objectives,
}: Pick<Drill, 'path' | 'objectives'>): readonly PlannedObjective[] => {
  const limits: readonly (readonly [ObjectiveName, Located<number> | undefined, PlannedObjective['unit']])[] =
    [
      ['detect', objectives.detect, 'ms'],
      ['recover', objectives.recover, 'ms'],
      ['outage', objectives.outage, 'ms'],
      ['lost-writes', objectives.lostWrites, 'count'],
    ];
  return limits.flatMap(([name, limit, unit]) =>
    limit === undefined
      ? []
      : [
          {
            name,
            limit: limit.value,
            unit,
            origin: {
              from: 'drill',
              what: 'objectives',
              file: path,
              lines: [limit.location.line, limit.location.line],
            },
          },
        ],
  );
};

const claimsOf = (procedure: Procedure): readonly Claim[] => [
  ...procedure.claims,
  ...procedure.parts.flatMap((part) => part.claims),
];

const isDuration = (claim: Claim): boolean => claim.unit === 'ms' && typeof claim.value === 'number';

const fromClaim = (name: ObjectiveName, claim: Claim, runbookPath: string): PlannedObjective => ({
  name,
  limit: claim.upTo ?? Number(claim.value),
  unit: 'ms',
  origin: { from: 'runbook', what: claim.text, file: runbookPath, lines: claim.lines },
});

const defaultRecover: PlannedObjective = {
  name: 'recover',
  limit: DEFAULT_RECOVER,
  unit: 'ms',
  origin: { from: 'default', what: 'neither the drill nor the runbook promises a recovery time' },
};
