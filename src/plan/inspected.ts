import type { Diagnostic } from '../core/diagnostic.ts';
import { HarnessError } from '../core/errors.ts';
import type { Location } from '../core/location.ts';

/** What the inspection of a file has found that the drill names at this place; nothing when it is as it should be. */
export const inspected = async (
  inspection: Promise<void>,
  location: Location,
): Promise<Diagnostic | undefined> => {
  try {
    await inspection;
    return undefined;
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const { code, message, hint } = error;
    return { code, severity: 'error', message, location, ...(hint !== undefined && { hint }) };
  }
};
