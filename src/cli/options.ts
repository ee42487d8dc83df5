import { InvalidArgumentError } from 'commander';

/** `k=v`, any number of times, into one record. */
export const collectVariable = (
  text: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must be NAME=VALUE.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
};

/** Formats that `--report` writes to a file, or (`github`) to stdout. */
export interface ReportTarget {
  readonly format: string;
  /** Absent: stdout. */
  readonly file?: string;
}

/** `junit=F,json=F,github,summary=F`. */
export const parseReports = (text: string): readonly ReportTarget[] =>
  text.split(',').map((part) => {
    const [format = '', ...file] = part.split('=');
    return file.length === 0 ? { format } : { format, file: file.join('=') };
  });
