import type { Dependency } from '../../../compose/model.ts';
import { HarnessError } from '../../../core/errors.ts';
import type { ServiceContainer } from './container.ts';

/** A container that ended so often before it was ready will not become ready. */
const GIVE_UP_AFTER_RESTARTS = 3;

const SHOWN_LOG_LINES = 20;

/**
 * Starts containers as parallel as their dependencies allow, and resolves when all are ready.
 * @throws HarnessError with the last log lines of the first that failed
 */
export const startInOrder = async (
  containers: readonly ServiceContainer[],
  signal: AbortSignal,
): Promise<void> => {
  await Promise.all(
    containers.map(async (container) => {
      await Promise.all(container.service.dependsOn.map((dependency) => met(dependency, containers, signal)));
      signal.throwIfAborted();
      await container.control('start', 'drillbook');
      await becomes(container, isOneShot(container, containers) ? isDone : isReady, signal);
    }),
  );
};

const met = async (
  { service, condition }: Dependency,
  containers: readonly ServiceContainer[],
  signal: AbortSignal,
): Promise<void> => {
  const needed = containers.filter((container) => container.service.name === service);
  await Promise.all(needed.map((container) => becomes(container, CONDITIONS[condition], signal)));
};

const isStarted = ({ status }: ServiceContainer): boolean =>
  status.state !== 'created' && status.state !== 'restarting';
const isReady = ({ status }: ServiceContainer): boolean =>
  status.state === 'running' || status.state === 'healthy';
const isDone = ({ status }: ServiceContainer): boolean => status.state === 'exited' && status.exitCode === 0;

const CONDITIONS: Readonly<Record<Dependency['condition'], (container: ServiceContainer) => boolean>> = {
  service_started: isStarted,
  service_healthy: isReady,
  service_completed_successfully: isDone,
};

/** Others wait until it has done its work: a migration. */
const isOneShot = ({ service }: ServiceContainer, containers: readonly ServiceContainer[]): boolean =>
  containers.some((other) =>
    other.service.dependsOn.some(
      (dependency) =>
        dependency.service === service.name && dependency.condition === 'service_completed_successfully',
    ),
  );

const becomes = async (
  container: ServiceContainer,
  condition: (container: ServiceContainer) => boolean,
  signal: AbortSignal,
): Promise<void> => {
  await container.until(() => condition(container) || isHopeless(container), signal);
  if (!condition(container)) throw notReady(container);
};

const isHopeless = ({ status }: ServiceContainer): boolean =>
  status.state === 'exited' || status.state === 'unhealthy' || status.restarts >= GIVE_UP_AFTER_RESTARTS;

const notReady = (container: ServiceContainer): HarnessError => {
  const { state, exitCode } = container.status;
  const what = state === 'unhealthy' ? 'its health check failed' : `it ended with exit code ${exitCode}`;
  const log = container.log.tail(SHOWN_LOG_LINES).map(({ text }) => text);
  return new HarnessError(
    'service-not-ready',
    `service ${container.service.name} did not become ready: ${what}${log.length === 0 ? '; it logged nothing' : `; its last log lines:\n${log.join('\n')}`}`,
    { hint: 'start the Compose file without a drill, and see that the service comes up' },
  );
};
