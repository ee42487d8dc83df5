import type { ContainerInspectInfo } from 'dockerode';
import type { Healthcheck } from '../../compose/model.ts';
import { systemClock } from '../../core/clock.ts';
import { saidBy } from '../health.ts';

const NANOSECONDS_PER_MS = 1_000_000;

/** Between looks at a port that is not open yet, in ms. */
const PORT_PAUSE = 20;

/** Resolves when one of these ports is open, or at the signal. */
export const untilOpen = async (
  ports: readonly number[],
  opens: (port: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const isOpen = await Promise.any(ports.map(opens)).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    await systemClock.sleep(PORT_PAUSE, signal);
  }
};

/** What the engine's last check said. */
export const lastCheck = (seen: ContainerInspectInfo | undefined): string | undefined => {
  const last = seen?.State.Health?.Log?.at(-1);
  return last && saidBy({ exitCode: last.ExitCode, stdout: last.Output, stderr: '' });
};

const ms = (nanoseconds: number | undefined, otherwise: number): number =>
  nanoseconds ? nanoseconds / NANOSECONDS_PER_MS : otherwise;

/** Those that the container says it listens on. */
export const tcpPorts = (seen: ContainerInspectInfo | undefined): readonly number[] =>
  Object.keys(seen?.Config.ExposedPorts ?? {}).flatMap((port) =>
    port.endsWith('/tcp') ? [Number.parseInt(port, 10)] : [],
  );

type EngineHealthcheck = ContainerInspectInfo['Config']['Healthcheck'];

/** The check as the container has it, from the Compose file or from its image. */
export const checkOf = (check: EngineHealthcheck): Healthcheck | undefined => {
  const [kind, ...words] = check?.Test ?? [];
  if (check === undefined || kind === undefined || kind === 'NONE') return undefined;
  return {
    location: { file: '', line: 0, column: 0 },
    test: kind === 'CMD-SHELL' ? { shell: words.join(' ') } : { argv: words },
    interval: ms(check.Interval, 30_000),
    timeout: ms(check.Timeout, 30_000),
    startPeriod: ms(check.StartPeriod, 0),
    retries: check.Retries || 3,
  };
};
