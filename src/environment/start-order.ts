import type { Dependency, Service } from '../compose/model.ts';
import { HarnessError } from '../core/errors.ts';
import type { ServiceStatus } from './model.ts';

/** A container that ended so often before it was ready will not become ready. */
const GIVE_UP_AFTER_RESTARTS = 3;

const SHOWN_LOG_LINES = 20;

/** A service's container, as far as the order of starts knows it. */
export interface Startable {
  readonly service: Service;
  readonly status: ServiceStatus;
  control(action: 'start', cause: string): Promise<void>;
  /** Resolves as soon as the condition holds, which only a change of the container can bring about. */
  until(condition: () => boolean, signal: AbortSignal): Promise<void>;
  /** Of what it logged. */
  lastLines(count: number): Promise<readonly string[]>;
}

export interface StartOrder<One extends Startable> {
  /** A container comes after those that it depends on. */
  readonly start: readonly One[];
  /** All containers of the system: dependencies are looked up here. */
  readonly all: readonly One[];
  /** Waited for before a container is started. */
  readonly before?: (container: One) => Promise<void>;
  readonly cause: string;
  /** Whether to wait until they are ready, not only started. */
  readonly wait: boolean;
  /** Whether one counts as ready that has ended well. Absent: it does, having done its work; Compose's own `--wait` refuses it. */
  readonly mayEnd?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Starts containers as parallel as their dependencies allow.
 * @throws HarnessError with the last log lines of the first that failed
 */
export const startInOrder = async <One extends Startable>({
  start,
  all,
  before,
  cause,
  wait,
  mayEnd = true,
  signal,
}: StartOrder<One>): Promise<void> => {
  const started = new Map<One, Promise<void>>();
  /** What is started too is waited for first: how it ended the last time says nothing. */
  const met = async ({ service, condition }: Dependency): Promise<void> => {
    const needed = all.filter((container) => container.service.name === service);
    await Promise.all(needed.map((container) => started.get(container)));
    await Promise.all(needed.map((container) => becomes(container, CONDITIONS[condition], signal)));
  };
  for (const container of start) {
    const begin = async (): Promise<void> => {
      await Promise.all([before?.(container), ...container.service.dependsOn.map(met)]);
      signal.throwIfAborted();
      await container.control('start', cause);
    };
    started.set(container, begin());
  }
  await Promise.all(started.values());
  if (!wait) return;
  const endsWell = mayEnd ? isUpOrDone : isReady;
  await Promise.all(start.map((one) => becomes(one, isAwaitedJob(one, all) ? isDone : endsWell, signal)));
};

const isStarted = ({ status }: Startable): boolean =>
  status.state !== 'created' && status.state !== 'restarting';
const isReady = ({ status }: Startable): boolean => status.state === 'running' || status.state === 'healthy';
const isDone = ({ status }: Startable): boolean => status.state === 'exited' && status.exitCode === 0;

/**
 * A job that nobody waits for, `createbuckets`, has done its work when it ends: whether it is looked at before or after that depends
 * on how long the others take. One with a health check is meant to stay.
 */
const isUpOrDone = (one: Startable): boolean =>
  isReady(one) || (isDone(one) && one.service.healthcheck === undefined);

const CONDITIONS: Readonly<Record<Dependency['condition'], (container: Startable) => boolean>> = {
  service_started: isStarted,
  service_healthy: isReady,
  service_completed_successfully: isDone,
};

/** Others wait until it has done its work: a migration. */
const isAwaitedJob = ({ service }: Startable, containers: readonly Startable[]): boolean =>
  containers.some((other) =>
    other.service.dependsOn.some(
      (dependency) =>
        dependency.service === service.name && dependency.condition === 'service_completed_successfully',
    ),
  );

const becomes = async (
  container: Startable,
  condition: (container: Startable) => boolean,
  signal: AbortSignal,
): Promise<void> => {
  await container.until(() => condition(container) || isHopeless(container), signal);
  if (!condition(container)) throw await notReady(container);
};

const isHopeless = ({ status }: Startable): boolean =>
  status.state === 'exited' || status.state === 'unhealthy' || status.restarts >= GIVE_UP_AFTER_RESTARTS;

const notReady = async (container: Startable): Promise<HarnessError> => {
  const { service, status } = container;
  const { state, exitCode, unhealthySaid } = status;
  const check = unhealthySaid === undefined ? '' : ` (${unhealthySaid})`;
  const what =
    state === 'unhealthy' ? `its health check failed${check}` : `it ended with exit code ${exitCode}`;
  const log = await container.lastLines(SHOWN_LOG_LINES);
  return new HarnessError(
    'service-not-ready',
    `service ${service.name} did not become ready: ${what}${log.length === 0 ? '; it logged nothing' : `; its last log lines:\n${log.join('\n')}`}`,
    { hint: isDone(container) && service.healthcheck !== undefined ? TAKEN_FOR_SERVER : SEE_WITHOUT },
  );
};

const SEE_WITHOUT = 'start the Compose file without a drill, and see that the service comes up';

const TAKEN_FOR_SERVER =
  'a service with a health check is to run on: take its "healthcheck:" out where it is a job that ends, and let those that need it wait: depends_on: { condition: service_completed_successfully }';
