/** What the usual errors of a connection mean, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed',
  ETIMEDOUT: 'connection timed out',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
};

/** Why a check does not hold, in one line for people. */
export const reasonOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return CAUSES[code] ?? oneLine(message || code);
};

const WIDTH = 120;

/** Text as one line that fits a report. */
export const oneLine = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
};

/** A check failed; the message is for people. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';
}

/** Passes on what a check shows, and turns its error into words. @throws ProbeError */
export const inWords = async <T>(check: () => Promise<T>): Promise<T> => {
  try {
    return await check();
  } catch (error) {
    throw error instanceof ProbeError ? error : new ProbeError(reasonOf(error), { cause: error });
  }
};
