import type { Claim, Runbook } from './model.ts';

/** All that the runbook says can be checked, wherever it stands. */
export const allClaims = ({ procedures, reference }: Runbook): readonly Claim[] => [
  ...procedures.flatMap((procedure) => [
    ...procedure.claims,
    ...procedure.parts.flatMap((part) => part.claims),
  ]),
  ...reference.flatMap((part) => part.claims),
];
