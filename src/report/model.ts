import type { DrillEvent } from '../core/event.ts';
import type { Judgement } from '../verdict/model.ts';

/** What every report is made of. Nothing else is read: an old journal gives the same report again. */
export interface JudgedDrill {
  readonly events: readonly DrillEvent[];
  readonly judgement: Judgement;
  /** Path of the journal, as the reader may open it. */
  readonly journal: string;
}

/** One format. */
export type Report = (drills: readonly JudgedDrill[]) => string;
