import type { Healthcheck } from '../compose/model.ts';
import { systemClock } from '../core/clock.ts';
import type { ExecResult } from './model.ts';

/**
 * While it is starting, a check is repeated after an eighth of the time waited so far, but not faster than
 * this: a check takes the CPU from the service that it waits for.
 */
const QUICKEST_MS = 20;

/** In ms. As long as there is no sign, it is asked no sooner than this: some services give none. */
const WITHOUT_SIGN_MS = 150;

export interface HealthWatch {
  readonly check: Healthcheck;
  readonly exec: (argv: readonly string[], timeoutMs: number) => Promise<ExecResult>;
  /** @param said what the check printed last, and its exit code */
  readonly onChange: (health: 'healthy' | 'unhealthy', said: string) => void;
  readonly signal: AbortSignal;
  /** In ms: `QUICKEST_MS` when absent. */
  readonly quickest?: number;
  /** Resolves at a sign that it may have become healthy, so that it need not be asked again and again before. */
  readonly sign?: (signal: AbortSignal) => Promise<void>;
  /** In ms: `WITHOUT_SIGN_MS` when absent. */
  readonly withoutSign?: number;
}

/**
 * Repeats a health check until the signal.
 *
 *     starting ── passed ──> healthy <── passed / `retries` failures ──> unhealthy
 *        └── `retries` failures after the start period ──────────────────────^
 */
export const watchHealth = async ({
  check,
  exec,
  onChange,
  signal,
  quickest = QUICKEST_MS,
  sign,
  withoutSign = WITHOUT_SIGN_MS,
}: HealthWatch): Promise<void> => {
  const argv = 'shell' in check.test ? ['/bin/sh', '-c', check.test.shell] : check.test.argv;
  const begun = performance.now();
  let health: 'starting' | 'healthy' | 'unhealthy' = 'starting';
  let failures = 0;
  // Failures count at the pace of the check's own interval, however often it is looked at while starting.
  let lastCounted = begun;
  let signAt = sign === undefined ? begun : undefined;
  const pause = async (): Promise<void> => {
    const now = performance.now();
    if (health !== 'starting') return await systemClock.sleep(check.interval, signal);
    if (signAt !== undefined || sign === undefined)
      return await systemClock.sleep(pace(now - (signAt ?? begun), quickest, check.interval), signal);
    if (await comes(sign, pace(now - begun, withoutSign, check.interval), signal)) signAt = performance.now();
  };
  if (sign !== undefined) await pause();
  while (!signal.aborted) {
    const result = await exec(argv, check.timeout).catch(() => ({ exitCode: 1, stdout: '', stderr: '' }));
    const { exitCode } = result;
    if (signal.aborted) return;
    const now = performance.now();
    if (exitCode === 0) {
      failures = 0;
      if (health !== 'healthy') onChange((health = 'healthy'), saidBy(result));
    } else if (
      health === 'healthy' ||
      (now - begun > check.startPeriod && now - lastCounted >= check.interval)
    ) {
      failures += 1;
      lastCounted = now;
      if (failures >= check.retries && health !== 'unhealthy')
        onChange((health = 'unhealthy'), saidBy(result));
    }
    await pause();
  }
};

const SAID_LENGTH = 300;

/** What a check printed last, and its exit code. */
export const saidBy = ({ exitCode, stdout, stderr }: ExecResult): string => {
  const said = `${stdout}${stderr}`.trim().slice(-SAID_LENGTH);
  return `exit ${exitCode}${said === '' ? '' : `: ${said}`}`;
};

const pace = (waitedMs: number, quickest: number, interval: number): number =>
  Math.min(interval, Math.max(quickest, waitedMs / 8));

/** Whether the sign comes within this time. */
const comes = async (
  sign: NonNullable<HealthWatch['sign']>,
  ms: number,
  signal: AbortSignal,
): Promise<boolean> => {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const came = await Promise.race([
    sign(either).then(() => !signal.aborted),
    systemClock.sleep(ms, either).then(() => false),
  ]);
  over.abort();
  return came;
};
