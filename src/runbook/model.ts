import type { Diagnostic } from '../core/diagnostic.ts';
import type { Lines } from '../core/location.ts';

/** What a part of a procedure is for. */
export type Role = 'diagnose' | 'mitigate' | 'verify' | 'escalate' | 'reference';

/** A shell line, a statement typed into a client, or SQL. */
export type CommandKind = 'shell' | 'client' | 'sql';

/** How a command stands in the text. */
export type CommandPlace = 'fence' | 'indented' | 'inline' | 'prose';

/** Each only where it clearly holds. */
export type CommandFlag =
  | 'placeholder'
  | 'interactive'
  | 'endless'
  | 'destructive'
  | 'alternative'
  | 'conditional';

/**
 * A part of a command that the reader must replace: `<pod-name>`, `YOUR_TOKEN`, `[School Name]`, `PID_HERE`, `...`; or a variable that nobody
 * sets, `$POD`, which a drill must give (without the flag, unless the text tells to replace it).
 */
export interface Placeholder {
  /** As it stands: `<pod-name>`. */
  readonly text: string;
  /** What a drill binds it by: `pod-name`. */
  readonly name: string;
  /** Offsets into `Command.text`, end excluded. */
  readonly span: readonly [start: number, end: number];
}

/** Where a command takes effect. */
export interface Target {
  readonly kind: 'host' | 'container' | 'pod' | 'remote' | 'branch';
  /** The container, pod, remote host, or the heading of the environment-bound branch. */
  readonly name?: string;
}

/** One thing typed. */
export interface Command {
  readonly kind: CommandKind;
  /** The client that a `client` statement is typed into: `psql`, `redis-cli`, `django`. */
  readonly client?: string;
  readonly where: CommandPlace;
  readonly lines: Lines;
  /** What is typed: prompts and list indentation taken off, lines joined by `\n`, on the repaired text. */
  readonly text: string;
  /** Language of the fence, lower-cased, where it names one. */
  readonly language?: string;
  /** For what is typed into a client, or into a shell in a container or on another host: first line of the command that opened it. */
  readonly openedAt?: number;
  readonly flags: readonly CommandFlag[];
  readonly placeholders: readonly Placeholder[];
  readonly runsOn: Target;
  /** Programs that must exist where it runs: `docker`, `jq`, `psql`. */
  readonly tools: readonly string[];
  /** The output that the runbook shows under the command in a prompt session. */
  readonly expectedOutput?: string;
  /** The alternative it belongs to: commands of one choice share `choice` and differ in `option`. */
  readonly alternative?: Alternative;
  /** The words that say when to run it, where it is conditional. */
  readonly condition?: string;
  /** Time limit in ms, where a mark gives one. */
  readonly timeout?: number;
  /** What its output must hold, where a mark says so. */
  readonly expect?: string;
  /** A mark says that it is not for a drill. */
  readonly skip?: boolean;
  /** How the shell parser failed, where the text is not valid bash. The text is then read line by line. */
  readonly invalid?: string;
}

/** One of several either/or ways. */
export interface Alternative {
  /** The same for all ways of one choice. */
  readonly choice: string;
  /** 1-based position in the choice. */
  readonly option: number;
  /** `Option A`, `systemd`, where the text names it. */
  readonly name?: string;
  /** "when to use: …", as it stands. */
  readonly when?: string;
}

/** What a person does at one go. */
export interface Step {
  /** From a numbered comment, a list item or a heading: `Restart PostgreSQL`. */
  readonly title?: string;
  readonly lines: Lines;
  /** Nothing to type: a person reads, looks or calls. */
  readonly manual: boolean;
  /** To be run only if the verification before it did not hold. */
  readonly fallback?: boolean;
  /** Where a mark says so; else its part's. */
  readonly role?: Role;
  readonly commands: readonly Command[];
}

/** A heading's worth of one role. */
export interface Part {
  readonly role: Role;
  readonly heading?: string;
  readonly lines: Lines;
  /** Bound to an environment that the drill may not have: `Kubernetes (Production)`, `AWS RDS`. */
  readonly branch?: string;
  readonly steps: readonly Step[];
  readonly claims: readonly Claim[];
}

/** What a claim is about, and so what it is compared with. */
export type ClaimKind =
  | 'respond'
  | 'recover'
  | 'downtime'
  | 'trigger'
  | 'threshold'
  | 'expected-output'
  | 'http-status'
  | 'escalate'
  | 'checklist'
  | 'sla'
  | 'figure';

/** Something the runbook says that can be checked. */
export interface Claim {
  /** Named `about`, since `kind` is a command's. */
  readonly about: ClaimKind;
  /** Its sentence, on the repaired text, without marks of emphasis; a table's row as it stands. */
  readonly text: string;
  readonly lines: Lines;
  /** What the figure measures, where the text names it: `P95`, `error rate`, `/health`. */
  readonly subject?: string;
  readonly comparison?: '<' | '<=' | '>' | '>=' | '=';
  /** Durations in ms, percentages as written (5 for 5 %), text for outputs (`PONG`), an empty one where nothing must be printed. */
  readonly value?: number | string;
  /** An output: the command must fail, in whatever words. */
  readonly fails?: true;
  /** Upper end of a range ("30–60 second downtime"). */
  readonly upTo?: number;
  /** How long it must hold before it counts, in ms: "CPU > 80% for 10 minutes". */
  readonly lasting?: number;
  /** By when it should hold, in ms: "below 1% within 5 minutes". */
  readonly within?: number;
  readonly unit?: 'ms' | '%' | 'count' | 'status' | 'text' | 'bytes' | 'per-second' | 'per-minute';
  /** The severity row or the level that it belongs to (`P0`, `Critical`). */
  readonly scope?: string;
  /** A mark says so: it goes before what the text promises. */
  readonly marked?: true;
}

/** A heading's section that answers one incident or one recovery level. */
export interface Procedure {
  /** GitHub's heading slug, on the repaired text. */
  readonly slug: string;
  readonly heading: string;
  readonly lines: Lines;
  readonly alert?: string;
  readonly severity?: string;
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
}

/** How the raw bytes were read. */
export interface Encoding {
  /** Charset of the raw file. */
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly bom: boolean;
  readonly newline: 'lf' | 'crlf' | 'mixed';
  /** UTF-8 that was read as this charset and saved again; the model holds the repaired text. */
  readonly mojibake?: 'windows-1252' | 'mac-roman';
}

/** One Markdown file, as a person would work with it. */
export interface Runbook {
  readonly schemaVersion: 1;
  readonly path: string;
  /** Hex SHA-256 of the raw bytes. */
  readonly sha256: string;
  readonly title?: string;
  readonly encoding: Encoding;
  readonly procedures: readonly Procedure[];
  /** Parts outside all procedures: quick references, severity tables, checklists. */
  readonly reference: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}
