import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadSystem } from '../compose/load.ts';
import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import { remedyFor, whyUnreadable } from '../core/file-error.ts';
import { takePlaces } from '../core/places.ts';
import { failure, success, type Result } from '../core/result.ts';
import { filesOf, loadDrill } from '../drill/load.ts';
import type { Drill } from '../drill/model.ts';
import type { Backend } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';
import { findProcedure } from '../runbook/find-procedure.ts';
import { headingsIn } from '../runbook/lint/headings.ts';
import { parseMarkdown } from '../runbook/markdown/markdown.ts';
import type { Procedure, Runbook } from '../runbook/model.ts';
import { isAboutMarks } from '../runbook/marks/marks.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { decode } from '../runbook/text/decode.ts';
import { checkAlerts } from './alerts.ts';
import { buildPlan } from './build.ts';
import { placeholdersOf } from './check-names.ts';
import { checkScripts } from './load.ts';
import type { Plan } from './model.ts';
import { ownNames } from './own-names.ts';
import { programsOf } from './programs.ts';

/** What a drill is planned for, and what wins over its file. */
export interface PrepareOptions {
  readonly backend: Backend;
  readonly faults: readonly FaultDefinition[];
  readonly probes: readonly ProbeDefinition[];
  /** Run the control arm? */
  readonly control: boolean;
  /** Takes the procedure from this file; `FILE#NAME` also names another procedure than the drill does. */
  readonly runbook?: { readonly file: string; readonly procedure?: string };
  /** Values for placeholders; they win over the drill's. */
  readonly bind?: Readonly<Record<string, string>>;
  /** For the variables of the Compose file. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A drill that can be run. */
export interface PreparedDrill {
  readonly drill: Drill;
  readonly plan: Plan;
  readonly system: System;
  /** What `bind` may give: the names of the procedure's placeholders, with and without their brackets. */
  readonly placeholders: ReadonlySet<string>;
}

/** Reads a drill and all that it names, and plans it. All that is wrong with any of them is told at once. */
export const prepareDrill = async (path: string, options: PrepareOptions): Promise<Result<PreparedDrill>> => {
  const loaded = await loadDrill(path, options);
  if (!loaded.ok) return failure(...loaded.diagnostics, ...(await wrongWithFiles(path, options)));
  const drill = withOverrides(loaded.value, options);
  const [system, procedure] = await Promise.all([
    loadSystem(drill.environment.value, { env: options.env, location: drill.environment.location }),
    loadProcedure(drill, options.runbook !== undefined),
  ]);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics, ...system.diagnostics, ...procedure.diagnostics];
  if (system.ok) diagnostics.push(...options.backend.validate(system.value));
  if (!system.ok || !procedure.ok) return failure(...diagnostics);
  const programs = await options.backend.tools(
    [
      ...toolsOf(procedure.value.procedure),
      ...programsOf({ ...drill, faults: drill.faults.map(({ value }) => value) }, options.faults),
    ],
    system.value,
    drill.operator?.value.image,
  );
  const there = new Set([...programs, ...options.backend.brings]);
  diagnostics.push(
    ...(await checkAlerts(drill, system.value, there)),
    ...(await checkScripts(drill, system.value, options.faults, there)),
  );
  const tools = new Set([...programs, ...ownNames(procedure.value.procedure)]);
  const plan = buildPlan({
    ...options,
    drill,
    system: system.value,
    ...procedure.value,
    isOther: options.runbook !== undefined,
    tools,
  });
  const all = [...diagnostics, ...plan.diagnostics];
  if (!plan.ok || hasErrors(all)) return failure(...all);
  const placeholders = placeholdersOf(procedure.value.procedure);
  return {
    ok: true,
    value: { drill, plan: plan.value, system: system.value, placeholders },
    diagnostics: all,
  };
};

/** What is wrong with the files that a drill names which cannot be used itself. */
const wrongWithFiles = async (
  path: string,
  { backend, env, runbook: own }: PrepareOptions,
): Promise<readonly Diagnostic[]> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  const { environment, runbook } = filesOf(text, resolve(path));
  const system =
    environment && (await loadSystem(environment.value, { env, location: environment.location }));
  const procedure = runbook && own === undefined ? await loadProcedure({ runbook }, false) : undefined;
  return [
    ...(system?.diagnostics ?? []),
    ...(procedure?.diagnostics ?? []),
    ...(system?.ok ? backend.validate(system.value) : []),
  ];
};

const withOverrides = (drill: Drill, { runbook, bind }: PrepareOptions): Drill => {
  const name = runbook?.procedure ?? drill.runbook.value.procedure;
  return {
    ...drill,
    bind: takePlaces({ ...drill.bind, ...bind }, drill.bind),
    runbook:
      runbook === undefined
        ? drill.runbook
        : {
            ...drill.runbook,
            value: { file: runbook.file, ...(name === undefined ? {} : { procedure: name }) },
          },
  };
};

/** @param byOption it is not the drill that names it, but `--runbook` */
const loadProcedure = async (
  { runbook: { value, location } }: Pick<Drill, 'runbook'>,
  byOption: boolean,
): Promise<Result<{ runbook: Runbook; procedure: Procedure }>> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(value.file);
  } catch (thrown) {
    // A name that no file can have is refused as well.
    const error = thrown as NodeJS.ErrnoException;
    const message = `cannot read the runbook ${value.file}: ${whyUnreadable(error)}`;
    const relative = byOption
      ? 'its path is relative to the folder that you are in'
      : 'paths in a drill are relative to the drill file';
    return failure({
      code: 'unreadable-runbook',
      severity: 'error',
      ...(byOption ? { message: `--runbook: ${message}` } : { message, location }),
      hint: remedyFor(error, relative),
    });
  }
  const runbook = parseRunbook(bytes, value.file);
  const procedure = findProcedure(runbook, value.procedure, byOption ? undefined : location, () =>
    hasErrors(runbook.diagnostics) ? [] : headingsOf(bytes),
  );
  const marks = runbook.diagnostics.filter(isAboutMarks);
  return procedure.ok
    ? success({ runbook, procedure: procedure.value }, [...procedure.diagnostics, ...marks])
    : failure(...procedure.diagnostics.map((each) => (byOption ? asOption(each) : each)), ...marks);
};

const asOption = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  message: `--runbook: ${diagnostic.message}`,
});

const headingsOf = (bytes: Uint8Array): ReturnType<typeof headingsIn> => {
  const { text } = decode(bytes);
  return headingsIn(parseMarkdown(text), text.split('\n'));
};

const toolsOf = (procedure: Procedure): readonly string[] => [
  ...new Set(
    procedure.parts.flatMap((part) =>
      part.steps.flatMap((step) => step.commands.flatMap(({ tools }) => tools)),
    ),
  ),
];
