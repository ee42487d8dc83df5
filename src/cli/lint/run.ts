import { resolve } from 'node:path';
import { hasErrors, type Diagnostic } from '../../core/diagnostic.ts';
import { UsageError } from '../../core/errors.ts';
import { EXIT } from '../../core/exit-code.ts';
import { remembered } from '../../core/remembered.ts';
import { didYouMean } from '../../core/suggest.ts';
import { findingsReports } from '../../report/findings/catalogue.ts';
import type { LintReport, ReadRunbook } from '../../report/findings/model.ts';
import { findingsText } from '../../report/findings/text.ts';
import { commandsOf } from '../../runbook/commands-of.ts';
import { styleFor } from '../../report/style.ts';
import { rules } from '../../runbook/lint/catalogue.ts';
import { lintRunbook } from '../../runbook/lint/lint.ts';
import type { Level } from '../../runbook/lint/levels.ts';
import { sqlIn } from '../../runbook/lint/sql-in.ts';
import { LIMITS } from '../../runbook/text/limits.ts';
import { showDiagnostics } from '../diagnostics.ts';
import { sourceOf } from '../source-of.ts';
import { STDIN } from '../stdin.ts';
import { version } from '../version.ts';
import type { AskedPostgres } from './ask-postgres.ts';
import { loadConfig, type LintConfig } from './config.ts';
import { composeFiles, filesAround, type ComposeFiles } from './context.ts';
import { findRunbooks } from './find.ts';
import { fixed } from './fix.ts';
import { fixAll, type Repairable } from './fix-all.ts';
import { showProgress } from './progress.ts';
import { readRunbook } from './read.ts';

export interface LintOptions {
  readonly format: string;
  readonly all?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly rule?: Readonly<Record<string, Level>>;
  readonly compose?: string;
  readonly postgres?: string;
  readonly config?: string;
}

/** Lines that are written where no terminal says how many there are. */
const SCREEN = 50;

/**
 * `drillbook lint`.
 * @returns the exit code: files that could not be read (3) come before errors found (1), for there may be more in them
 */
export const runLint = async (patterns: readonly string[], options: LintOptions): Promise<number> => {
  const cwd = process.cwd();
  for (const id of Object.keys(options.rule ?? {})) assertRule(id);
  if (options.dryRun && !options.fix) throw new UsageError('--dry-run goes with --fix');
  if (options.fix && patterns.includes(STDIN))
    throw new UsageError('--fix repairs files, and - is none: name the file');
  const config = await loadConfig(options.config, cwd);
  if (!config.ok) {
    showDiagnostics(config.diagnostics);
    return EXIT.invalid;
  }
  const asked = options.compose === undefined ? config.value.compose : resolve(cwd, options.compose);
  const compose = composeFiles(asked);
  const wrong = await compose.unreadable();
  if (wrong.length > 0) {
    showDiagnostics(wrong);
    return EXIT.invalid;
  }
  const found = await findRunbooks(patterns, cwd, {
    globs: config.value.ignore,
    folder: config.value.folder,
  });
  const levels = { ...config.value.rules, ...options.rule };
  const url = options.postgres ?? config.value.postgres;
  const reached =
    url === undefined
      ? undefined
      : await import('./ask-postgres.ts').then((module) => module.askPostgres(url));
  await using server = reached !== undefined && 'ask' in reached ? reached : undefined;
  const progress = showProgress(found.paths.length);
  const files: LintedFile[] = [];
  for (const path of found.paths) {
    files.push(await lintFile(path, config.value, levels, compose, server));
    progress.step();
  }
  progress.end();
  const unread = [
    ...found.diagnostics,
    ...compose.diagnostics,
    ...(reached !== undefined && 'message' in reached ? [reached] : []),
    ...files.flatMap(({ unreadable }) => unreadable),
  ];
  if (options.fix) return await fixAll(files, unread, options.dryRun ?? false);
  const findings = files.flatMap((file) => file.findings);
  write(
    {
      runbooks: files.flatMap(({ read }) => (read === undefined ? [] : [read])),
      diagnostics: [...unread, ...files.flatMap(({ odd = [] }) => odd), ...findings],
      repairable: findings.filter(({ fix = [] }) => fix.length > 0).length,
    },
    options,
  );
  if (unread.length > 0) return EXIT.invalid;
  return hasErrors(findings) ? EXIT.fail : EXIT.pass;
};

const assertRule = (id: string): void => {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new UsageError(`there is no rule "${id}"; ${didYouMean(id, ids)}`);
};

interface LintedFile extends Repairable {
  readonly unreadable: readonly Diagnostic[];
  /** Why it is no runbook by its name. */
  readonly odd?: readonly Diagnostic[];
  readonly read?: ReadRunbook;
}

const lintFile = async (
  path: string,
  { maxBytes }: LintConfig,
  levels: Readonly<Record<string, Level>>,
  compose: ComposeFiles,
  server: AskedPostgres | undefined,
): Promise<LintedFile> => {
  const file = await readRunbook(path, { ...LIMITS, bytes: maxBytes });
  if (!file.ok) return { path, findings: [], unreadable: file.diagnostics };
  const { runbook, source } = file.value;
  const odd = runbook.diagnostics.filter(({ code }) => code === 'not-markdown');
  // What comes in on stdin is looked at as if it stood here.
  const place = resolve(path);
  const system = await compose.of(place);
  const postgres = await server?.ask(commandsOf(runbook).flatMap(sqlIn));
  const findings = lintRunbook(runbook, {
    source,
    ...filesAround(place),
    rules: levels,
    ...(system === undefined ? {} : { compose: system }),
    ...(postgres === undefined ? {} : { postgres }),
  });
  return {
    path,
    findings,
    unreadable: [],
    odd,
    read: { path, procedures: runbook.procedures.length, commands: commandsOf(runbook).length },
    // Of a Compose file, what looks like an old command may be a name.
    ...(odd.length === 0 && { repair: () => fixed(source, runbook.encoding, findings) }),
  };
};

const write = (report: LintReport, { format, all }: LintOptions): void => {
  const render = findingsReports[format];
  process.stdout.write(
    render === undefined
      ? findingsText(report, {
          style: styleFor(process.stdout),
          sourceOf: remembered(sourceOf),
          cwd: process.cwd(),
          height: all ? Infinity : (process.stdout.rows ?? SCREEN),
          width: process.stdout.columns ?? Infinity,
        })
      : render(report, { cwd: process.cwd(), version: version(), rules }),
  );
};
