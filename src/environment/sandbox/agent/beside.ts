import { onAbort } from '../../../core/on-abort.ts';
import type { ExecResult } from '../../model.ts';
import type { ServiceContainer } from './container.ts';
import { Written } from './collected.ts';
import { launch } from './launch.ts';
import { sendSignal } from './processes.ts';
import { START } from './root.ts';

/** Runs a program in a container of its own, that is made as this one is: the same root, mounts, user and network. */
export const runBeside = async (
  { spec }: ServiceContainer,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<ExecResult> => {
  await spec.prepare();
  const written = new Written();
  const { argv: own, ...rest } = spec.command;
  const process = await launch(
    { ...rest, argv: [...own.filter((word) => word !== START), ...argv], keepsInput: false },
    written,
  );
  const end = (): void => void sendSignal(process.pid, 'SIGKILL');
  const settled = onAbort(signal, end);
  const exitCode = await process.exited;
  settled();
  return { exitCode, ...written.texts };
};
