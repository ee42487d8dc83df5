import type { Container, LogLine } from '../../supervisor-model.ts';
import { absent, bool, list, text } from '../flags.ts';
import { merge } from '../merge.ts';
import { singleFrontEnd } from '../program.ts';
import { goDuration } from '../units.ts';
import { any, line, Refusal, verb } from '../verb.ts';
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
    async *run({ flags, operands, supervisor, call }) {
      if (operands.length > 0) throw new Refusal(`Failed to add match '${operands[0]}': Invalid argument`);
      const since = journalTime(flags.since);
      const until = journalTime(flags.until);
      const containers =
        flags.unit === undefined
          ? supervisor.containers()
          : flags.unit.flatMap((unit) => containersOfUnit(supervisor, unit));
      const wanted = flags.grep === undefined ? undefined : new RegExp(flags.grep, 'i');
      const show = (container: Container, logged: LogLine) =>
        flags.output === 'cat' ? logged.text : syslogLine(supervisor.system.project, container, logged);
      const keep = ({ time, text: written }: LogLine) =>
        (until === undefined || time <= until) && (wanted === undefined || wanted.test(written));
      const read = async function* (container: Container, follow: boolean) {
        const options = { follow, signal: call.signal, ...(since === undefined ? {} : { since }) };
        for await (const logged of supervisor.logs(container, follow ? { ...options, tail: 0 } : options))
          if (keep(logged)) yield { container, logged };
      };
      const past: { container: Container; logged: LogLine }[] = [];
      for await (const each of merge(containers.map((container) => read(container, false)))) past.push(each);
      past.sort((a, b) => a.logged.time.getTime() - b.logged.time.getTime());
      const fallback = flags.follow ? 10 : Infinity;
      const count = /^\d+$/.test(flags.lines ?? '') ? Number(flags.lines) : fallback;
      const last = past.slice(Math.max(0, past.length - count));
      if (last.length === 0 && !flags.follow && !flags.quiet) yield line('-- No entries --');
      for (const { container, logged } of flags.reverse ? last.toReversed() : last)
        yield line(show(container, logged));
      if (!flags.follow) return;
      for await (const { container, logged } of merge(containers.map((each) => read(each, true))))
        yield line(show(container, logged));
    },
  }),
);

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
  const word = Object.hasOwn(WORDS, typed) ? WORDS[typed] : undefined;
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
