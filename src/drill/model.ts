import type { Location } from '../core/location.ts';
import type { AlertsText } from '../alert/schema.ts';
import type { LoadText } from '../load/schema.ts';
import type { LedgerTarget } from '../probe/ledger/model.ts';
import type { OBJECTIVES } from './objective-kinds.ts';

/** A drill file as it was written, checked for form; `plan` adds what it leaves to be derived. */
export interface Drill {
  /** Absolute path. */
  readonly path: string;
  /** The file's name without its ending, after its folder: `preskool/postgresql-down`. */
  readonly name: string;
  readonly runbook: Located<RunbookReference>;
  /** Absolute path of the Compose file. */
  readonly environment: Located<string>;
  readonly faults: readonly Located<FaultSpec>[];
  /** The drill's own; they are asked beside those that are derived. */
  readonly probes?: readonly Located<ProbeSpec>[];
  /** Only the drill's own probes are asked. */
  readonly withoutDerivedProbes?: true;
  readonly objectives: readonly Located<ObjectiveSpec>[];
  /** Absent: derived. */
  readonly ledger?: Located<LedgerSpec>;
  /** Absent: no traffic but that of the probes and ledgers. Its script’s path is absolute. */
  readonly load?: Located<LoadText>;
  /** Absent: the probes alone notice the fault. The path of the rules is absolute. */
  readonly alerts?: Located<AlertsText>;
  /** The image of the container in which the runbook's commands run. Absent: the backend's own. */
  readonly operator?: Located<{ readonly image: string }>;
  /** Placeholder name → value. */
  readonly bind: Readonly<Record<string, string>>;
  /** Condition, or a unique part of it → does it hold? */
  readonly answers: Readonly<Record<string, boolean>>;
  /** Choice or heading → the name or number of the alternative to take. */
  readonly choose: Readonly<Record<string, string | number>>;
  /** Environment-bound branches that this environment is: `[Kubernetes]`. */
  readonly branches: readonly string[];
  /** Names of environment variables whose values never reach a journal. */
  readonly secrets: readonly string[];
  /** All in ms; absent: default. */
  readonly interval?: number;
  readonly stableFor?: number;
  readonly stepTimeout?: number;
}

/** A value, and where in the file it stands. */
export interface Located<T> {
  readonly value: T;
  readonly location: Location;
}

/** `FILE#PROCEDURE` of a drill file. */
export interface RunbookReference {
  /** Absolute path. */
  readonly file: string;
  /** Heading slug, alert name, or a unique part of the heading. Absent: the file's only procedure. */
  readonly procedure?: string;
}

/** `kind` is the key that the fault's definition is found by; `spec` has passed the definition's schema. */
export interface FaultSpec {
  readonly kind: string;
  readonly spec: unknown;
  /** `lifted-by: restart postgres`: taken out when this happens; `lifted-after: 20s`: when this has passed, in ms. */
  readonly liftedBy?: { readonly event: string } | { readonly after: number };
  /** How long after the others it comes, in ms. Absent: it is one of those that come first. */
  readonly after?: number;
}

/** A probe as a drill file has it, checked against its kind’s schema. */
export interface ProbeSpec {
  readonly kind: string;
  readonly name?: string;
  readonly spec: unknown;
}

/** What a promise of a drill is about; `value` is what a probe sees. */
export type ObjectiveKind = keyof typeof OBJECTIVES;

/** A limit as a drill gives it: in ms, a count, a share of 1, or what a probe sees. */
export interface ObjectiveSpec {
  readonly name: ObjectiveKind;
  readonly limit: number;
  /** For `value`. */
  readonly probe?: string;
  /** For `value`: the limit is the least, not the most. */
  readonly atLeast?: boolean;
  /** In ms from the fault: when a figure must hold for good. */
  readonly within?: number;
}

/** Where the write ledger writes; or that there shall be none. */
export type LedgerSpec = LedgerTarget | { readonly off: true };
