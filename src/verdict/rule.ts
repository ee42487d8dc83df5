import type { Facts } from './facts.ts';
import type { JudgedObjective, Measures, Reason } from './model.ts';

/** What a rule looks at. */
export interface Case {
  readonly facts: Facts;
  readonly measures: Measures;
  readonly objectives: readonly JudgedObjective[];
}

/** Finds reasons for the verdict of its stage; none, when it does not apply. */
export type Rule = (drill: Case) => readonly Reason[];
