import type { Root } from 'mdast';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import type { Location } from '../../core/location.ts';
import type { Command, Part, Procedure, Runbook, Step } from '../model.ts';
import type { Level } from './levels.ts';

/** One thing that would go wrong, and one way to tell it. One rule, one file; `catalogue.ts` lists them. */
export interface Rule {
  /** Stable, kebab-case; `docs/rules/<id>.md` is its page. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: what is wrong. */
  readonly summary: string;
  check(page: Page): readonly Problem[];
}

/** What a rule found. */
export interface Problem {
  /** One sentence that names the thing. */
  readonly message: string;
  readonly place: Place;
  readonly hint?: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** What can be changed without a decision. */
  readonly fix?: readonly Edit[];
}

/** A place in the raw file; columns as in `Location`. */
export type Place = Omit<Location, 'file'>;

/** Replaces columns `start` to `end` (0-based UTF-16 units, end excluded) of a raw line. */
export interface Edit {
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A problem in a file: `code` is the rule's id. */
export interface Finding extends Diagnostic {
  readonly location: Location;
  readonly fix?: readonly Edit[];
}

/** What a runbook is checked against. Nothing here reads a file by itself: the caller gives what there is. */
export interface LintContext {
  /** The raw file, as `parseRunbook` had it. */
  readonly source: Uint8Array;
  /** Absent: there is no Compose file, and what needs one is not checked. */
  readonly compose?: ComposeNames;
  /** Is there a file or folder at `path`, seen from the runbook's folder or from the repository's root? */
  exists(path: string): boolean;
  /**
   * The anchors of another Markdown file, found as by `exists`, with GitLab's forms of them.
   * `undefined`: it cannot be read as Markdown. Absent: other files are not looked at.
   */
  anchorsIn?(path: string): ReadonlySet<string> | undefined;
  /** Is the whole repository there, so that a script that is not found is missing? */
  readonly wholeRepository: boolean;
  /** What a server makes of this file's SQL. Absent: nobody asked one, and a table of what versions lack is used. */
  readonly postgres?: PostgresAnswers;
  /** Rule id → level. Absent: each rule's own severity. */
  readonly rules?: Readonly<Record<string, Level>>;
}

/** A PostgreSQL server's answers to the statements of `sqlIn`. */
export interface PostgresAnswers {
  /** The server's major version. */
  readonly major: number;
  answerTo(statement: string): SqlAnswer;
}

/** `unknown`: it was not asked, or it lacks the tables. */
export type SqlAnswer =
  | 'accepted'
  | 'unknown'
  | {
      readonly message: string;
      readonly hint?: string;
      /** 0-based offset into the statement. */
      readonly at?: number;
    };

/** The part of a Compose file's `System` that runbooks speak of. */
export interface ComposeNames {
  readonly file: string;
  /** Nobody named the file: it is only the nearest one. */
  readonly guessed?: boolean;
  readonly project: string;
  readonly services: readonly {
    readonly name: string;
    readonly containerName: string;
    readonly image?: string;
    readonly ports: readonly { readonly published?: number }[];
    readonly mounts: readonly { readonly target: string }[];
    readonly environment: Readonly<Record<string, string>>;
  }[];
  /** Behind a profile, by the names of the services. */
  readonly inactive?: Readonly<Record<string, { readonly containerName: string }>>;
}

/** A runbook with all that rules look at, made once. */
export interface Page {
  readonly runbook: Runbook;
  readonly context: LintContext;
  /** Of all rules, those that are off included. */
  readonly ruleIds: readonly string[];
  /** The Markdown tree of the repaired text. */
  readonly root: Root;
  /** Lines of the repaired text; as many as the raw file has. */
  readonly lines: readonly string[];
  readonly raw: readonly string[];
  /** In the order of the file. */
  readonly commands: readonly PlacedCommand[];
  /** First and last lines of each fence, fence marks included. */
  readonly fences: readonly (readonly [first: number, last: number])[];
  /** Headings in their order. */
  readonly headings: readonly Heading[];
  readonly links: readonly PageLink[];
}

/** A link, or a definition of one, that points into a file. */
export interface PageLink {
  readonly line: number;
  /** As it stands: `./other.md#part`. */
  readonly url: string;
  readonly path: string;
  readonly anchor: string;
}

export interface PlacedCommand {
  readonly command: Command;
  readonly step: Step;
  readonly part: Part;
  readonly procedure?: Procedure;
}

export interface Heading {
  readonly text: string;
  readonly depth: number;
  readonly line: number;
  /** Last line before the next heading of the same depth or above. */
  readonly last: number;
  /** GitHub's anchor. */
  readonly slug: string;
}
