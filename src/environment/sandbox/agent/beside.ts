import { onAbort } from '../../../core/on-abort.ts';
import type { ExecResult } from '../../model.ts';
import type { ServiceContainer } from './container.ts';
import { launch } from './launch.ts';
import { Log } from './log.ts';
import { sendSignal } from './processes.ts';
import { START } from './root.ts';

/** Runs a program in a container of its own, that is made as this one is: the same root, mounts, user and network. */
export const runBeside = async (
  { spec }: ServiceContainer,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<ExecResult> => {
  await spec.prepare();
  const log = new Log();
  const { argv: own, ...rest } = spec.command;
  const process = await launch({ argv: [...own.filter((word) => word !== START), ...argv], ...rest }, log);
  const end = (): void => void sendSignal(process.pid, 'SIGKILL');
  const settled = onAbort(signal, end);
  const exitCode = await process.exited;
  settled();
  const written = (stream: 'stdout' | 'stderr'): string =>
    log
      .tail(Number.POSITIVE_INFINITY)
      .filter((line) => line.stream === stream)
      .map(({ text }) => `${text}\n`)
      .join('');
  return { exitCode, stdout: written('stdout'), stderr: written('stderr') };
};
