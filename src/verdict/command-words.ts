import type { EventOf } from '../core/event.ts';

/** Which command it was, and why it failed or was skipped. */
export const inWords = ({
  command,
  lines,
  exitCode,
  reason,
  output,
}: EventOf<'command-finished'>): string => {
  const why = reason ?? `${exitCode === undefined ? 'failed' : `exit ${exitCode}`}${lastSaid(output)}`;
  return `${typedAt({ command, lines })}: ${why}`;
};

/** Which command it was. */
export const typedAt = ({
  command,
  lines: [line],
}: Pick<EventOf<'command-finished'>, 'command' | 'lines'>): string =>
  `line ${line}, \`${command.split('\n')[0]}\``;

/** In characters. */
const LONGEST_SAID = 160;

/** What PostgreSQL and others say of an error after its line: where it is, and what else is known. */
const BESIDE_ERROR = /^(?:LINE \d+:|(?:DETAIL|HINT|CONTEXT|QUERY|STATEMENT): |[\s^~]*$)/;

/** The last line of what it printed, which mostly is the error; without the line of the shell's own script. */
const lastSaid = (output: string): string => {
  const lines = output.trimEnd().split('\n');
  const last = (lines.findLast((line) => !BESIDE_ERROR.test(line)) ?? lines.at(-1) ?? '').trim();
  const said = last.replace(/^(\S*bash): line \d+: /, '$1: ');
  if (said === '') return '';
  return `, ${said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID - 1)}…` : said}`;
};
