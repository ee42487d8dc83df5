import type { Diagnostic } from '../core/diagnostic.ts';
import { HarnessError } from '../core/errors.ts';

/** What is found lacking; where it cannot even be looked for, why. */
export const lacking = async (look: () => Promise<readonly Diagnostic[]>): Promise<readonly Diagnostic[]> => {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const { code, message, hint } = error;
    return [{ code, severity: 'error', message, ...(hint !== undefined && { hint }) }];
  }
};
