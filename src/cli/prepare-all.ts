import { hasErrors, type Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/suggest.ts';
import { findDrills } from '../drill/find.ts';
import { splitReference } from '../drill/reference.ts';
import type { Backend } from '../environment/model.ts';
import { isBare } from '../plan/check-names.ts';
import { prepareDrill, type PreparedDrill } from '../plan/prepare.ts';
import { catalogue } from './catalogue.ts';
import type { DrillOptions } from './drill-options.ts';

/** Those drills that are right, and what is wrong with the others. */
export interface Prepared {
  readonly drills: readonly PreparedDrill[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds, reads and plans drills. */
export const prepareAll = async (
  patterns: readonly string[],
  backend: Backend,
  options: DrillOptions,
): Promise<Prepared> => {
  const found = await findDrills(patterns, process.cwd());
  const runbook = options.runbook === undefined ? undefined : splitReference(options.runbook, process.cwd());
  const prepared = await Promise.all(
    found.paths.map((path) =>
      prepareDrill(path, {
        ...catalogue,
        backend,
        control: options.control,
        env: process.env,
        ...(runbook === undefined ? {} : { runbook }),
        ...(options.var === undefined ? {} : { bind: options.var }),
      }),
    ),
  );
  const diagnostics = [...found.diagnostics, ...prepared.flatMap((result) => result.diagnostics)];
  const drills = prepared.flatMap((result) => (result.ok ? [result.value] : []));
  // A drill that cannot be planned may be the one that a variable is for.
  const unused = hasErrors(diagnostics) ? [] : variablesOfNone(drills, options.var ?? {});
  return { drills, diagnostics: [...diagnostics, ...unused] };
};

/** Of several drills, a variable may be for one. */
const variablesOfNone = (
  drills: readonly PreparedDrill[],
  variables: Readonly<Record<string, string>>,
): readonly Diagnostic[] => {
  const known = new Set(drills.flatMap(({ placeholders }) => [...placeholders]));
  return Object.keys(variables)
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'unknown-placeholder',
      severity: 'error',
      message: `--var ${name}: no command of ${drills.length === 1 ? 'the procedure' : 'these procedures'} has such a placeholder`,
      hint: known.size === 0 ? 'there is none: leave it out' : didYouMean(name, [...known].filter(isBare)),
    }));
};
