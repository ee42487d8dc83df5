import { own } from '../../../../core/own.ts';
import type { Container, LogLine } from '../../supervisor-model.ts';
import { absent, bool, list, text } from '../flags.ts';
import { merge } from '../merge.ts';
import { singleFrontEnd } from '../program.ts';
import { goDuration } from '../units.ts';
import { any, line, Refusal, verb, type Invocation } from '../verb.ts';
import { syslogLine } from './syslog.ts';
import { containersOfUnit } from './units.ts';

const PLAIN = 'the journal here holds what the services wrote, without fields; leave the flag out';

/** `journalctl`: the logs of the drill's services. */
export const journalctl = singleFrontEnd(
  verb({
    names: ['journalctl'],
    usage: '[OPTIONS...] [MATCHES...]',
    flags: {
      boot: bool('b'),
      catalog: bool('x'),
      dmesg: absent('the drill has no kernel of its own', 'k'),
      follow: bool('f'),
      full: bool('l'),
      grep: text('g'),
      lines: text('n'),
      'no-hostname': bool(),
      'no-pager': bool(),
      output: text('o'),
      'pager-end': bool('e'),
      priority: absent(PLAIN, 'p'),
      quiet: bool('q'),
      reverse: bool('r'),
      since: text('S'),
      unit: list('u'),
      until: text('U'),
      utc: bool(),
    },
    arity: any,
    async *run(invocation) {
      const { flags, operands, supervisor } = invocation;
      if (operands.length > 0) throw new Refusal(`Failed to add match '${operands[0]}': Invalid argument`);
      const containers =
        flags.unit?.flatMap((unit) => containersOfUnit(supervisor, unit)) ?? supervisor.containers();
      const selection: Selection = {
        since: journalTime(flags.since),
        until: journalTime(flags.until),
        matching: flags.grep === undefined ? undefined : new RegExp(flags.grep, 'i'),
      };
      const show = ({ container, logged }: Entry) =>
        line(flags.output === 'cat' ? logged.text : syslogLine(supervisor.system.project, container, logged));
      const past: Entry[] = [];
      for await (const entry of read(invocation, containers, selection, 'past')) past.push(entry);
      const last = lastEntries(past, flags.lines, flags.follow === true);
      if (last.length === 0 && !flags.follow && !flags.quiet) yield line('-- No entries --');
      for (const entry of flags.reverse ? last.toReversed() : last) yield show(entry);
      if (!flags.follow) return;
      for await (const entry of read(invocation, containers, selection, 'from now on')) yield show(entry);
    },
  }),
);

interface Entry {
  readonly container: Container;
  readonly logged: LogLine;
}

interface Selection {
  readonly since: Date | undefined;
  readonly until: Date | undefined;
  readonly matching: RegExp | undefined;
}

/** What the containers wrote, as it comes. */
const read = (
  { supervisor, call }: Pick<Invocation, 'supervisor' | 'call'>,
  containers: readonly Container[],
  { since, until, matching }: Selection,
  when: 'past' | 'from now on',
): AsyncIterable<Entry> =>
  merge(
    containers.map(async function* (container) {
      const options = when === 'past' ? { follow: false } : { follow: true, tail: 0 };
      const from = since === undefined ? {} : { since };
      for await (const logged of supervisor.logs(container, { ...options, ...from, signal: call.signal }))
        if ((until === undefined || logged.time <= until) && (matching?.test(logged.text) ?? true))
          yield { container, logged };
    }),
  );

const FOLLOWED = 10;

/** In the order of time; all of them, or as many as asked for. */
const lastEntries = (
  entries: readonly Entry[],
  lines: string | undefined,
  follow: boolean,
): readonly Entry[] => {
  const count = /^\d+$/.test(lines ?? '') ? Number(lines) : follow ? FOLLOWED : entries.length;
  return entries
    .toSorted((a, b) => a.logged.time.getTime() - b.logged.time.getTime())
    .slice(Math.max(0, entries.length - count));
};

const WORDS: Readonly<Record<string, () => number>> = {
  now: () => Date.now(),
  today: () => new Date().setHours(0, 0, 0, 0),
  yesterday: () => new Date().setHours(-24, 0, 0, 0),
};

/**
 * `10 minutes ago`, `-1h`, `today`, `2026-11-21 04:00:00` (systemd.time(7)).
 * @throws Refusal
 */
const journalTime = (typed: string | undefined): Date | undefined => {
  if (typed === undefined) return undefined;
  const word = own(WORDS, typed);
  if (word !== undefined) return new Date(word());
  const ago = span(typed);
  if (ago !== undefined) return new Date(Date.now() - ago);
  const time = Date.parse(typed);
  if (Number.isNaN(time)) throw new Refusal(`Failed to parse timestamp: ${typed}`);
  return new Date(time);
};

const span = (typed: string): number | undefined => {
  const [, text_] = /^-(.+)$/.exec(typed) ?? /^(.+?)\s+ago$/.exec(typed) ?? [];
  const short = text_
    ?.replaceAll(/\s+/g, '')
    .replaceAll(/(\d)(s|m|h|d)[a-z]*/gi, (_, digit: string, unit: string) => digit + unit.toLowerCase());
  const days = /^(\d+)d$/.exec(short ?? '');
  return days === null ? goDuration(short ?? '') : Number(days[1]) * 24 * 3_600_000;
};
