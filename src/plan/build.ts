import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Drill } from '../drill/model.ts';
import type { Backend } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';
import type { Procedure, Runbook } from '../runbook/model.ts';
import { planAlerts } from './alerts.ts';
import { checkEvents } from './check-events.ts';
import { checkFaults, checkLate } from './check-faults.ts';
import { checkNames } from './check-names.ts';
import { checkOperator } from './check-operator.ts';
import { checkProbes } from './check-probes.ts';
import { checkProcedure } from './check-procedure.ts';
import { planFaults } from './faults.ts';
import { planLoad } from './load.ts';
import { planLedgers } from './ledgers.ts';
import type { Plan } from './model.ts';
import { planObjectives } from './objectives.ts';
import { planProbes } from './probes.ts';
import { planSteps } from './steps.ts';
import { planTiming } from './timing.ts';

/** All that a plan is made from. */
export interface PlanInput {
  readonly drill: Drill;
  readonly runbook: Runbook;
  readonly procedure: Procedure;
  /** The runbook is another one than the drill names. */
  readonly isOther?: boolean;
  readonly system: System;
  readonly backend: Pick<Backend, 'name' | 'capabilities'>;
  /** The programs that the operator will have. */
  readonly tools: ReadonlySet<string>;
  readonly faults: readonly FaultDefinition[];
  readonly probes: readonly ProbeDefinition[];
  /** Run the control arm? */
  readonly control: boolean;
}

/**
 * Decides everything that a run will do, before anything starts. Pure.
 * @returns the plan with warnings, or all that is wrong with the drill for this system and this runbook
 */
export const buildPlan = (input: PlanInput): Result<Plan> => {
  const { drill, runbook, procedure, system, backend } = input;
  const steps = planSteps(procedure, { drill, system, runbookPath: runbook.path, tools: input.tools });
  const probes = planProbes(drill, system);
  const ledgers = planLedgers(drill, system);
  const load = planLoad(drill, system);
  const alerts = planAlerts(drill, system);
  const objectives = planObjectives({ drill, procedure, runbookPath: runbook.path, probes });
  const timing = planTiming(drill, objectives.planned);
  const diagnostics: readonly Diagnostic[] = [
    ...checkOperator(drill, backend),
    ...checkFaults(drill, system, backend, input.faults),
    ...checkEvents(drill, system),
    ...checkLate(drill, timing),
    ...checkProbes(drill, system, input.probes, probes),
    ...checkProcedure(procedure, steps, runbook.path),
    ...checkNames(drill, procedure, input.isOther === true ? 'warning' : 'error'),
    ...ledgers.diagnostics,
    ...load.diagnostics,
    ...objectives.diagnostics,
  ];
  if (hasErrors(diagnostics)) return failure(...diagnostics);
  const plan: Plan = {
    drill: { name: drill.name, path: drill.path },
    runbook: { path: runbook.path, sha256: runbook.sha256 },
    procedure: {
      slug: procedure.slug,
      heading: procedure.heading,
      lines: procedure.lines,
      ...(procedure.alert === undefined ? {} : { alert: procedure.alert }),
    },
    backend: backend.name,
    environment: system.file,
    ...(drill.operator === undefined || !backend.capabilities.has('operator-image')
      ? {}
      : { operator: drill.operator.value }),
    faults: planFaults(drill, input.faults),
    steps,
    probes,
    objectives: objectives.planned,
    ledgers: ledgers.planned,
    ...(load.planned === undefined ? {} : { load: load.planned }),
    ...(alerts === undefined ? {} : { alerts }),
    timing,
    control: input.control,
  };
  return success(plan, diagnostics);
};
