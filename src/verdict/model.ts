import type { CommandStatus } from '../core/event.ts';
import type { Lines } from '../core/location.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Plan, PlannedObjective } from '../plan/model.ts';

/** What the judge makes of a journal: a pure function of it. Everything that a report shows is here or in the events. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Why, the weightiest first. For a pass: what was proved. */
  readonly reasons: readonly Reason[];
  /** What did not change the verdict but should be looked at. */
  readonly notes: readonly Reason[];
  readonly plan: Plan;
  readonly measures: Measures;
  readonly objectives: readonly JudgedObjective[];
  readonly evidence: readonly { readonly fault: string; readonly what: string; readonly seen: boolean }[];
  readonly control: JudgedControl;
  readonly steps: readonly JudgedCommand[];
}

/** A reason for a verdict, or a note beside it. */
export interface Reason {
  /** Stable, kebab-case: `control-recovered`, `no-evidence`, `objective-missed`, `not-recovered`, `interrupted`. */
  readonly code: string;
  readonly message: string;
}

/** Absent: it could not be measured. All times in ms. */
export interface Measures {
  readonly detectMs?: number;
  readonly respondMs?: number;
  readonly recoverMs?: number;
  readonly outageMs?: number;
  readonly ackedWrites?: number;
  readonly lostWrites?: number;
}

/** A promised limit, and what was measured against it; absent where nothing could be measured. */
export interface JudgedObjective extends Pick<
  PlannedObjective,
  'name' | 'probe' | 'limit' | 'unit' | 'atLeast' | 'origin'
> {
  readonly measured?: number;
  /** What was left of the limit; negative when it was missed. */
  readonly margin?: number;
  readonly met: boolean;
  /** Of a figure: when it had come back for good, in ms from the fault; absent when it had not. */
  readonly after?: number;
  /** Of a figure: when it was promised to, in ms from the fault. */
  readonly within?: number;
}

/** What the arm without the runbook showed. */
export interface JudgedControl {
  readonly ran: boolean;
  readonly recovered: boolean;
  readonly watchedMs: number;
}

/** How a command of the runbook ended. */
export interface JudgedCommand {
  readonly lines: Lines;
  readonly command: string;
  readonly status: CommandStatus;
  readonly exitCode?: number;
  readonly ms: number;
  readonly reason?: string;
  /** Of a diagnosis: whether it read otherwise with the fault than without; absent where that was not tried. */
  readonly tells?: boolean;
}
