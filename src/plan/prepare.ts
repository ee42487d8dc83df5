import { resolve } from 'node:path';
import { loadSystem } from '../compose/load.ts';
import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import { takePlaces } from '../core/places.ts';
import { readText } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { filesOf, loadDrill } from '../drill/load.ts';
import type { Drill } from '../drill/model.ts';
import type { Backend } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';
import { commandsIn } from '../runbook/commands-of.ts';
import type { Procedure } from '../runbook/model.ts';
import { checkAlerts } from './alerts.ts';
import { buildPlan } from './build.ts';
import { placeholdersOf } from './check-names.ts';
import { checkScripts } from './load.ts';
import { loadProcedure } from './load-procedure.ts';
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
    loadProcedure(drill.runbook.value, options.runbook ? undefined : drill.runbook.location),
  ]);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics, ...system.diagnostics, ...procedure.diagnostics];
  if (system.ok) diagnostics.push(...options.backend.validate(system.value));
  if (!system.ok || !procedure.ok) return failure(...diagnostics);
  const programs = await options.backend.tools(
    [
      ...toolsOf(procedure.value.procedure),
      ...programsOf({ ...drill, faults: drill.faults.map(({ value }) => value) }, options.faults),
    ],
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
  return success({ drill, plan: plan.value, system: system.value, placeholders }, all);
};

/** What is wrong with the files that a drill names which cannot be used itself. */
const wrongWithFiles = async (
  path: string,
  { backend, env, runbook: own }: PrepareOptions,
): Promise<readonly Diagnostic[]> => {
  const text = await readText(path).catch(() => '');
  const { environment, runbook } = filesOf(text, resolve(path));
  const system =
    environment && (await loadSystem(environment.value, { env, location: environment.location }));
  const procedure =
    runbook && own === undefined ? await loadProcedure(runbook.value, runbook.location) : undefined;
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

const toolsOf = ({ parts }: Procedure): readonly string[] => [
  ...new Set(commandsIn(parts.flatMap(({ steps }) => steps)).flatMap(({ tools }) => tools)),
];
