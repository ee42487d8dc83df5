import type { Clock } from '../core/clock.ts';
import type { Emit } from '../core/event.ts';
import type { CommandResult, Operator } from '../operator/operator.ts';
import type { PlannedCommand, PlannedStep } from '../plan/model.ts';

/** Between two tries of a verification, in ms. */
const RETRY_INTERVAL = 500;
/** How long a verification may take to hold when the runbook has a way to go on without it, in ms. */
const FALLBACK_AFTER = 10_000;

export interface Response {
  readonly operator: Operator;
  readonly emit: Emit;
  readonly clock: Clock;
  /** Aborted when the run is interrupted, or when the time to recover is up. */
  readonly signal: AbortSignal;
  /** When the time to recover is up, on the clock. */
  readonly deadline: number;
  /** Whether all probes hold now: asked where a fallback has no verification before it. */
  readonly holds: () => boolean;
}

/** A step's command, as it is run. */
interface Task {
  readonly step: PlannedStep;
  readonly command: PlannedCommand;
}

/**
 * Runs the runbook's steps in order, as a person would: a verification is repeated until it holds; a fallback is run only
 * when the verification before it did not hold, and that verification is then tried again.
 */
export const respond = async (steps: readonly PlannedStep[], response: Response): Promise<void> => {
  let unverified: readonly Task[] | undefined;
  for (const [index, step] of steps.entries()) {
    const held = unverified === undefined ? response.holds() : unverified.length === 0;
    if (step.skip || (step.fallback && held)) {
      skipStep(step, step.skip?.message ?? 'not needed: what it is the fallback for did hold', response);
      continue;
    }
    const fallbackFollows = steps.slice(index + 1).some((later) => later.fallback && !later.skip);
    const failed = await runStep(step, patience(response, fallbackFollows), response);
    if (step.role === 'verify') unverified = failed;
    else if (step.fallback && unverified) unverified = await verifyAgain(unverified, response);
  }
};

/** Until when a verification is repeated. */
const patience = ({ clock, deadline }: Response, fallbackFollows: boolean): number =>
  fallbackFollows ? Math.min(deadline, clock.now() + FALLBACK_AFTER) : deadline;

const runStep = async (step: PlannedStep, until: number, response: Response): Promise<readonly Task[]> => {
  response.emit({ type: 'step-started', arm: 'treated', step: step.number });
  const failed: Task[] = [];
  for (const command of step.commands) {
    const held = await runCommand({ step, command }, step.role === 'verify' ? until : undefined, response);
    if (!held) failed.push({ step, command });
  }
  return failed;
};

const verifyAgain = async (tasks: readonly Task[], response: Response): Promise<readonly Task[]> => {
  const failed: Task[] = [];
  for (const task of tasks) {
    if (!(await runCommand(task, response.deadline, response))) failed.push(task);
  }
  return failed;
};

const skipStep = (step: PlannedStep, reason: string, response: Response): void => {
  for (const command of step.commands) skip({ step, command }, command.skip?.message ?? reason, response);
};

/**
 * @param until for a verification: repeated until it holds, or until then
 * @returns whether it held; a command that is skipped is no obstacle
 */
const runCommand = async (task: Task, until: number | undefined, response: Response): Promise<boolean> => {
  const { command } = task;
  const { emit, clock, signal } = response;
  if (command.skip || signal.aborted) {
    skip(task, command.skip?.message ?? 'the time to recover was up before it', response);
    return true;
  }
  const about = aboutTask(task);
  emit({ type: 'command-started', ...about });
  const begun = clock.now();
  const mayRetry = (): boolean =>
    until !== undefined && !signal.aborted && clock.now() + RETRY_INTERVAL < until;
  let tries = 1;
  let result = await tryOnce(command, response);
  while (isFailure(result) && mayRetry()) {
    await clock.sleep(RETRY_INTERVAL, signal);
    result = await tryOnce(command, response);
    tries += 1;
  }
  emit({ type: 'command-finished', ...about, ...result, ms: clock.now() - begun, tries });
  return !isFailure(result);
};

const tryOnce = async (command: PlannedCommand, { operator, signal }: Response): Promise<CommandResult> => {
  const { text, timeout, endless, expect } = command;
  const result = await operator.run(text, { timeout, endless, signal });
  if (expect === undefined || isFailure(result) || result.output.includes(expect.text)) return result;
  return { ...result, status: 'failed', reason: `its output does not show “${expect.text}”` };
};

const aboutTask = ({ step, command }: Task) => ({
  arm: 'treated' as const,
  step: step.number,
  lines: command.lines,
  command: command.source,
});

const skip = (task: Task, reason: string, { emit }: Response): void =>
  emit({
    type: 'command-finished',
    ...aboutTask(task),
    status: 'skipped',
    ms: 0,
    output: '',
    truncated: false,
    tries: 0,
    reason,
  });

const isFailure = ({ status }: CommandResult): boolean => status === 'failed' || status === 'timed-out';
