import { HarnessError } from '../core/errors.ts';
import { isFileError } from '../core/file-error.ts';
import type { Arm } from '../core/event.ts';
import type { RunningDrill } from './model.ts';

/** @throws the error itself, when it is a bug; the journal says so, too: what came before it is not the drill's fault */
export const reportError = ({ emit }: RunningDrill, arm: Arm, error: unknown): void => {
  if (!(error instanceof HarnessError)) {
    emit({ type: 'harness-error', arm, code: 'bug', message: `a bug in Drillbook: ${messageOf(error)}` });
    throw error;
  }
  const { code, message, hint } = error;
  emit({ type: 'harness-error', arm, code, message, ...(hint !== undefined && { hint }) });
};

/** What a system's start has thrown: mostly the machine refuses something. It ends this drill, and no other. */
export const asStartError = (error: unknown): HarnessError =>
  error instanceof HarnessError
    ? error
    : new HarnessError('not-started', `the system could not be started: ${messageOf(error)}`, {
        cause: error,
        hint: isFileError(error)
          ? 'see that the file is there, and that the user who runs the drill may use it'
          : 'start the Compose file without a drill; if it comes up, please report this as a bug, with the journal',
      });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
