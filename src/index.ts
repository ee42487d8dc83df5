/**
 * Drillbook as a library: the steps of `drillbook run`, each on its own.
 *
 * @packageDocumentation
 */

// Markdown → Runbook
export { parseRunbook } from './runbook/parse.ts';
export { findProcedure } from './runbook/find-procedure.ts';
export { lintRunbook } from './runbook/lint/lint.ts';
export { rules } from './runbook/lint/catalogue.ts';
export type * from './runbook/model.ts';
export type { Level } from './runbook/lint/levels.ts';
export type { ComposeNames, Finding, LintContext, Rule } from './runbook/lint/model.ts';

// Compose file → System
export { loadSystem } from './compose/load.ts';
export type * from './compose/model.ts';

// YAML → Drill → Plan
export { loadDrill } from './drill/load.ts';
export type * from './drill/model.ts';
export type { Catalogues } from './drill/schema.ts';
export { buildPlan, type PlanInput } from './plan/build.ts';
export { prepareDrill, type PreparedDrill, type PrepareOptions } from './plan/prepare.ts';
export type * from './plan/model.ts';

// What a drill may name, and what it runs in
export { faults } from './fault/catalogue.ts';
export { defineFault } from './fault/model.ts';
export type { Evidence, Fault, FaultContext, FaultDefinition } from './fault/model.ts';
export { probes } from './probe/catalogue.ts';
export { defineProbe } from './probe/model.ts';
export type { Probe, ProbeDefinition } from './probe/model.ts';
export { dockerBackend } from './environment/docker/backend.ts';
export { sandboxBackend } from './environment/sandbox/backend.ts';
export type * from './environment/model.ts';

// Plan → journal
export { conductDrill } from './conduct/conduct.ts';
export { openJournal, readJournal, type Journal, type JournalOptions } from './conduct/journal.ts';
export type { ConductOptions } from './conduct/model.ts';
export { secretsOf } from './conduct/secrets.ts';
export type * from './core/event.ts';

// Journal → Judgement
export { judge } from './verdict/judge.ts';
export type * from './verdict/model.ts';
export type { Verdict } from './core/verdict.ts';

export { HarnessError } from './core/errors.ts';
export { hasErrors, type Diagnostic, type Severity } from './core/diagnostic.ts';
export type { Result } from './core/result.ts';
export type { Lines, Location } from './core/location.ts';
export { systemClock, type Clock } from './core/clock.ts';
export { version } from './cli/version.ts';
