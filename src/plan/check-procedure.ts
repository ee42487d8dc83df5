import type { Diagnostic } from '../core/diagnostic.ts';
import type { Procedure } from '../runbook/model.ts';
import type { PlannedStep } from './model.ts';
import { remedyWithoutTool } from './without-tool.ts';

/** What of the procedure makes a drill of it pointless, or weaker than it could be. */
export const checkProcedure = (
  procedure: Procedure,
  steps: readonly PlannedStep[],
  runbookPath: string,
): readonly Diagnostic[] => {
  const location = { file: runbookPath, line: procedure.lines[0], column: 1 };
  if (steps.every((step) => step.commands.length === 0)) {
    return [
      {
        code: 'no-commands',
        severity: 'error',
        message: `"${procedure.heading}" has no command to run`,
        location,
        hint: 'name another procedure (FILE#NAME), or see what was read: drillbook parse FILE',
      },
    ];
  }
  const verifies = steps.some((step) => step.role === 'verify' && step.commands.length > 0);
  return verifies
    ? withoutTool(steps, runbookPath)
    : [
        ...withoutTool(steps, runbookPath),
        {
          code: 'no-verification',
          severity: 'warning',
          message: `"${procedure.heading}" has no command that verifies the recovery`,
          location,
          hint: "the drill's probes are the only judges; add a step such as `# Verify` with a check that can fail",
        },
      ];
};

const withoutTool = (steps: readonly PlannedStep[], file: string): readonly Diagnostic[] =>
  remedyWithoutTool(steps).map(({ lines: [line], skip }) => ({
    code: 'tool-missing',
    severity: 'warning',
    message: `a command of the remedy will not be typed: ${skip?.message}`,
    location: { file, line, column: 1 },
    hint: 'install it, or say in the drill which image has it: operator: { image: … }',
  }));
