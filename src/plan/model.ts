import type { AlertSpec } from '../alert/model.ts';
import type { FigureUnit } from '../core/figure.ts';
import type { Lines } from '../core/location.ts';
import type { Origin } from '../core/origin.ts';
import type { LedgerSpec } from '../drill/model.ts';
import type { LoadSpec } from '../load/model.ts';
import type { Figure } from '../probe/level.ts';
import type { CommandKind, Role, Target } from '../runbook/model.ts';

/** Everything that a run will do, decided before anything starts. Plain JSON: it opens the journal, and the judge reads it there. */
export interface Plan {
  readonly drill: { readonly name: string; readonly path: string };
  readonly runbook: { readonly path: string; readonly sha256: string };
  readonly procedure: {
    readonly slug: string;
    readonly heading: string;
    readonly alert?: string;
    readonly lines: Lines;
  };
  readonly backend: string;
  /** The Compose file. */
  readonly environment: string;
  /** Where the commands run, if the drill says so. */
  readonly operator?: { readonly image: string };
  readonly faults: readonly PlannedFault[];
  readonly steps: readonly PlannedStep[];
  readonly probes: readonly PlannedProbe[];
  readonly objectives: readonly PlannedObjective[];
  readonly ledgers: readonly PlannedLedger[];
  readonly load?: PlannedLoad;
  readonly alerts?: PlannedAlerts;
  readonly timing: Timing;
  readonly control: boolean;
}

/** All in ms. */
export interface Timing {
  /** Between two samples of a probe. */
  readonly interval: number;
  /** A sample that takes longer is a failed one. */
  readonly sampleTimeout: number;
  /** How long good samples must last to count as recovery (and as steady state). */
  readonly stableFor: number;
  /** How long to wait for the steady state. */
  readonly steadyTimeout: number;
  /** How long to wait for the first failed sample. */
  readonly detectTimeout: number;
  /** How long after `inject` the system may take to come back before the run gives up. */
  readonly recoverTimeout: number;
}

/** A fault that will be injected. */
export interface PlannedFault {
  readonly kind: string;
  readonly spec: unknown;
  /** `kill postgres`. */
  readonly what: string;
  readonly liftedBy?: { readonly event: string } | { readonly after: number };
  /** How long after the first it comes, in ms. */
  readonly after?: number;
}

/** A step of the procedure, with what will be run of it. */
export interface PlannedStep {
  /** 1-based, in the order in which they are run. */
  readonly number: number;
  readonly title?: string;
  readonly role: Role;
  readonly lines: Lines;
  /** Run only if the verification before it did not hold. */
  readonly fallback: boolean;
  /** A verification is repeated until it holds or time is up. */
  readonly commands: readonly PlannedCommand[];
  /** Why nothing of it is run: `manual`, `branch`, … */
  readonly skip?: Skip;
}

/** A command as it will be run, or why it will not be. */
export interface PlannedCommand {
  readonly kind: CommandKind;
  readonly lines: Lines;
  /** As the runbook has it. */
  readonly source: string;
  /** What is run: placeholders bound, `-t` dropped, client statements folded into their client's stdin. */
  readonly text: string;
  readonly runsOn: Target;
  readonly tools: readonly string[];
  /** Changes made to `source`, in words: `-t dropped: there is no terminal`. */
  readonly changes: readonly string[];
  /** Ended after this many ms. For an endless command this is its window, and being ended is success. */
  readonly timeout: number;
  readonly endless: boolean;
  /** Known to change nothing: only such a diagnosis is typed while all is well, too. */
  readonly looks: boolean;
  /** What data it is known to lose for good, as it stands after "loses": `the volumes, with the data of every service`. */
  readonly loses?: string;
  /** What its output must show (`PONG`), from the runbook's words. */
  readonly expect?: Expected;
  /** Where the runbook shows what it prints, with values of a day: nothing is compared with it. */
  readonly sample?: Origin;
  /** Where the runbook says with what status it is answered ("returns 200"): it prints none, and ends with 0 at each. */
  readonly unseenStatus?: Origin;
  readonly skip?: Skip;
}

/** What a command must do by the runbook's words. */
export interface Expected {
  /** What its output must show; empty where it must print nothing. */
  readonly text: string;
  /** The number that it prints must compare so: "should be less than 10". */
  readonly number?: { readonly comparison: '<' | '<=' | '>' | '>=' | '='; readonly value: number };
  /** It must fail, whatever it prints: "should fail with `connection refused`", which each program has its own words for. */
  readonly fails?: true;
  readonly origin: Origin;
}

/** Why something is left out. */
export interface Skip {
  readonly code:
    | 'manual'
    | 'branch'
    | 'placeholder'
    | 'condition'
    | 'alternative'
    | 'fallback-not-needed'
    | 'tool-missing'
    | 'interactive'
    | 'marked'
    | 'reference';
  /** For people: `AWS RDS (Production): not the drill's environment`. */
  readonly message: string;
  /** What a drill would have to say so that it is run; absent where nothing that it says would do. */
  readonly wants?: Wants;
}

/** Keys of a drill file that would have a command run. */
export interface Wants {
  /** Names of placeholders. */
  readonly bind?: readonly string[];
  /** To conditions. */
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly choose?: { readonly choice: string; readonly option: number };
}

/** A probe that will be sampled. */
export interface PlannedProbe {
  /** Unique in the plan: `backend /health/ready`. */
  readonly name: string;
  readonly kind: string;
  readonly spec: unknown;
  readonly origin: Origin;
}

/** A promised limit, and who promised it. */
export interface PlannedObjective {
  /** `recover`; a figure that a probe sees is called after the probe. */
  readonly name: string;
  /** Whose figure it is; absent for all that is not what a probe sees. */
  readonly probe?: string;
  readonly limit: number;
  readonly unit: FigureUnit;
  /** The limit is the least, not the most. */
  readonly atLeast?: boolean;
  /** A figure that must come back within its limit, not a total. */
  readonly level?: {
    readonly figure: Figure;
    readonly of: 'load' | readonly string[];
    /** In ms from the fault. */
    readonly within: number;
  };
  readonly origin: Origin;
}

/** The alerts that will watch. */
export interface PlannedAlerts {
  readonly spec: AlertSpec;
  readonly origin: Origin;
}

/** Traffic that will be made. */
export interface PlannedLoad {
  readonly spec: LoadSpec;
  readonly origin: Origin;
}

/** A write ledger that will be kept. */
export interface PlannedLedger {
  readonly name: string;
  readonly spec: Exclude<LedgerSpec, { off: true }>;
  readonly origin: Origin;
}
