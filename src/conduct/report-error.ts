import { HarnessError } from '../core/errors.ts';
import type { Arm } from '../core/event.ts';
import type { Drill } from './model.ts';

/** @throws the error itself, when it is a bug */
export const reportError = ({ emit }: Drill, arm: Arm, error: unknown): void => {
  if (!(error instanceof HarnessError)) throw error;
  const { code, message, hint } = error;
  emit({ type: 'harness-error', arm, code, message, ...(hint !== undefined && { hint }) });
};
