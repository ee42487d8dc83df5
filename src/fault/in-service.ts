import { HarnessError } from '../core/errors.ts';
import type { ExecResult, StartedEnvironment } from '../environment/model.ts';
import { isUp } from './is-up.ts';

/** `sh -c` for a script whose `$1`, `$2` … are the rest. */
export const script = (text: string, ...args: readonly string[]): readonly string[] => [
  'sh',
  '-c',
  text,
  'sh',
  ...args,
];

/** Runs a program in the service or, while that is down, beside it. */
export const runAt = async (
  environment: StartedEnvironment,
  service: string,
  argv: readonly string[],
  timeoutMs = 60_000,
): Promise<ExecResult> => {
  const beside = (): Promise<ExecResult> =>
    environment.runBeside(service, argv, { signal: AbortSignal.timeout(timeoutMs) });
  if (!(await isUp(environment, service))) return await beside();
  // It may have gone down meanwhile, as what is in a crash loop does.
  return await environment.exec(service, argv, { timeoutMs }).catch(beside);
};

/**
 * What a program wrote that ended well.
 * @throws HarnessError with what it said when it did not
 */
export const outputOf = ({ exitCode, stdout, stderr }: ExecResult, what: string): string => {
  if (exitCode === 0) return stdout;
  throw new HarnessError('fault-command-failed', `${what} ended with ${exitCode}: ${stderr.trim()}`);
};
