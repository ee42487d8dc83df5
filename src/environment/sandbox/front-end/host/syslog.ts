import type { Container, LogLine } from '../../supervisor-model.ts';

/** `Nov 21 04:25:02`. */
const syslogTime = (date: Date): string =>
  `${date.toLocaleDateString('en-US', { month: 'short' })} ${String(date.getDate()).padStart(2, '0')} ${date.toTimeString().slice(0, 8)}`;

/** A line of a service as the journal shows it: `Nov 21 04:25:02 host postgres[1234]: ready`. */
export const syslogLine = (host: string, { service, pid }: Container, { time, text }: LogLine): string =>
  `${syslogTime(time)} ${host} ${service.name}[${pid ?? 0}]: ${text}`;
