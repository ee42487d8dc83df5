import type { Clock } from '../core/clock.ts';
import { type Emit, hasFailed } from '../core/event.ts';
import type { CommandResult, Operator, TypedCommand } from '../operator/operator.ts';
import { mayCure } from '../plan/may-cure.ts';
import type { PlannedCommand, PlannedStep } from '../plan/model.ts';
import { asExpected } from './as-expected.ts';

/** Between two tries of a verification, in ms. */
const RETRY_INTERVAL = 500;
/** How long a verification is repeated while the runbook still has something to try: this share of the time left, at most so many ms. */
const PATIENCE = { share: 0.25, most: 10_000 };

export interface Response {
  readonly operator: Operator;
  readonly emit: Emit;
  readonly clock: Clock;
  /** Aborted when the run is interrupted, or when the time to recover is up. */
  readonly signal: AbortSignal;
  /** When the time to recover is up, on the clock. */
  readonly deadline: number;
  /** Whether all probes hold now: asked where nothing was verified before a fallback, after what was done last. */
  readonly holds: () => boolean;
}

/** A step's command, as it is run. */
interface Task {
  readonly step: PlannedStep;
  readonly command: PlannedCommand;
}

/**
 * Runs the runbook's steps in order, as a person would. A verification that does not hold is repeated: shortly while there is
 * still something to try, until the time is up at the end, not at all before anything was done. After what was done since, it is
 * tried again. A fallback is run only when the verification before it did not hold.
 */
export const respond = async (steps: readonly PlannedStep[], response: Response): Promise<void> => {
  const { clock, deadline } = response;
  const lastAct = steps.findLastIndex((step) => mayCure(step) && !step.skip);
  const patience = Math.min(PATIENCE.most, (deadline - clock.now()) * PATIENCE.share);
  /** Verifications that did not hold: those tried since something was done, and those tried before. */
  const failing: Task[] = [];
  const stale: Task[] = [];
  /** Whether a verification was typed since something was done. */
  let verified = false;
  let acted = false;
  for (const [index, step] of steps.entries()) {
    if (step.fallback && !step.skip) {
      const again = await tryTasks(stale.splice(0), clock.now() + patience, response);
      failing.push(...again.failed);
      verified ||= again.typed;
    }
    const held = verified ? failing.length === 0 : response.holds();
    if (step.skip || (step.fallback && held)) {
      skipStep(step, step.skip?.message ?? 'not needed: what it is the fallback for did hold', response);
      continue;
    }
    response.emit({ type: 'step-started', arm: 'treated', step: step.number });
    const until = step.role !== 'verify' || !acted ? 0 : index < lastAct ? clock.now() + patience : deadline;
    const { failed, typed } = await tryTasks(tasksOf(step), until, response);
    if (step.role === 'verify') {
      verified ||= typed;
      failing.push(...failed);
    } else if (mayCure(step)) {
      acted = true;
      verified = false;
      stale.push(...failing.splice(0));
    }
  }
  await tryTasks(stale, deadline, response);
};

const tasksOf = (step: PlannedStep): readonly Task[] => step.commands.map((command) => ({ step, command }));

interface Tried {
  /** Those that did not hold. */
  readonly failed: readonly Task[];
  /** Whether any was typed at all. */
  readonly typed: boolean;
}

/** @param until each is repeated until it holds, or until then */
const tryTasks = async (tasks: readonly Task[], until: number, response: Response): Promise<Tried> => {
  const failed: Task[] = [];
  let typed = false;
  for (const task of tasks) {
    const outcome = await runCommand(task, until, response);
    if (outcome === 'failed') failed.push(task);
    typed ||= outcome !== 'skipped';
  }
  return { failed, typed };
};

const skipStep = (step: PlannedStep, reason: string, response: Response): void => {
  for (const command of step.commands) skip({ step, command }, command.skip?.message ?? reason, response);
};

const runCommand = async (
  task: Task,
  until: number,
  response: Response,
): Promise<'held' | 'failed' | 'skipped'> => {
  const { command } = task;
  const { emit, clock, signal } = response;
  if (command.skip || signal.aborted) {
    skip(task, command.skip?.message ?? `${String(signal.reason)} before it`, response);
    return 'skipped';
  }
  const about = aboutTask(task);
  emit({ type: 'command-started', ...about });
  const begun = clock.now();
  const mayRetry = (): boolean => !signal.aborted && clock.now() + RETRY_INTERVAL < until;
  let tries = 1;
  let result = await tryOnce(task, response);
  while (hasFailed(result) && mayRetry()) {
    await clock.sleep(RETRY_INTERVAL, signal);
    const again = await tryOnce(task, response);
    // Cut off, it says nothing: why the one before did not hold is what a person wants to know.
    if (hasFailed(again) && signal.aborted) break;
    result = again;
    tries += 1;
  }
  emit({ type: 'command-finished', ...about, ...result, ms: clock.now() - begun, tries });
  return hasFailed(result) ? 'failed' : 'held';
};

const tryOnce = async (task: Task, { operator, signal }: Response): Promise<CommandResult> => {
  const { text, timeout, endless, expect } = task.command;
  const result = await operator.run(text, { timeout, endless, signal, typed: typedOf(task) });
  return expect === undefined ? result : asExpected(result, expect);
};

const typedOf = ({ step, command }: Task): TypedCommand => ({
  step: step.number,
  lines: command.lines,
  command: command.source,
});

const aboutTask = (task: Task) => ({ arm: 'treated' as const, ...typedOf(task) });

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
