import { formatDuration } from '../../../core/duration.ts';
import { firstsBelow } from '../by-line.ts';
import { allClaims } from '../../claims-of.ts';
import { escalationsIn, isLower, type Escalation } from '../escalations.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const contradictingBudgets: Rule = {
  id: 'contradicting-budgets',
  severity: 'warning',
  summary: 'two places promise different times for the same thing',
  check: (page) => [...calls(page), ...targets(page), ...availability(page), ...lateHelp(page)],
};

/** One post, called after different times. */
const calls = (page: Page): readonly Problem[] => {
  const firsts = new Map<string, Escalation>();
  const seen = new Set<string>();
  return escalationsIn(page).flatMap((each) => {
    const who = each.who.toLowerCase();
    const other = firsts.get(who);
    if (other === undefined) firsts.set(who, each);
    const said = `${each.minutes} ${who}`;
    const again = seen.has(said);
    seen.add(said);
    if (other === undefined || other.line === each.line || other.minutes === each.minutes || again) return [];
    return [
      {
        message: `${each.who}: "${each.text}" here, "${other.text}" on line ${other.line}`,
        place: placeOfText(page, each.line, page.raw[each.line - 1]?.trim() ?? ''),
        hint: 'keep one, or say which case each is for',
      },
    ];
  });
};

const LATENCY = /\bP(9\d)\b[^|<>\n]*(?:\|\s*)?([<>])\s*(\d+(?:\.\d+)?)\s*(ms|s|seconds?)\b/i;

/** An alert on a latency that fires only after the target is already missed. */
const targets = (page: Page): readonly Problem[] => {
  const read = page.lines.flatMap((line, index) => {
    const [text, percentile, sign, number, unit = ''] =
      LATENCY.exec(line.replace(/response time|latency/gi, '')) ?? [];
    return text === undefined
      ? []
      : [
          {
            percentile,
            sign,
            seconds: Number(number) / (unit === 'ms' ? 1000 : 1),
            line: index + 1,
            alert: /\balert\b/i.test(line),
          },
        ];
  });
  const promiseBelow = firstsBelow(
    read.filter(({ alert, sign }) => !alert && sign === '<'),
    ({ percentile }) => percentile,
    ({ seconds }) => seconds,
  );
  return read
    .filter(({ alert, sign }) => alert && sign === '>')
    .flatMap((alert) => {
      const target = promiseBelow(alert.percentile, alert.seconds);
      return target === undefined
        ? []
        : [
            {
              message: `the alert fires at P${alert.percentile} > ${alert.seconds} s, and line ${target.line} promises < ${target.seconds} s: the promise is broken before anybody is called`,
              place: placeOfText(page, alert.line, page.raw[alert.line - 1]?.trim() ?? ''),
              hint: 'alert at or below what is promised',
            },
          ];
    });
};

/** `Availability <99.5% (target: 99.9%)`: the same on one line. */
const availability = (page: Page): readonly Problem[] =>
  page.lines.flatMap((line, index) => {
    const [text = '', alert = '', target = ''] =
      /(?:availability|uptime)[^|<]*<\s*(\d+(?:\.\d+)?)\s*%.*?\btarget:?\s*(\d+(?:\.\d+)?)\s*%/i.exec(line) ??
      [];
    return text === '' || Number(alert) >= Number(target)
      ? []
      : [
          {
            message: `the alert fires below ${alert} %, and ${target} % is promised: the promise is broken before anybody is called`,
            place: placeOfText(page, index + 1, page.raw[index]?.trim() ?? ''),
            hint: 'alert at or above what is promised, for instance on the error budget that is left',
          },
        ];
  });

/** Whoever is to solve it within a time, and is called only when that time is over. */
const lateHelp = (page: Page): readonly Problem[] => {
  const claims = allClaims(page.runbook);
  const promised = claims
    .filter(
      ({ about, scope, value }) => about === 'recover' && scope !== undefined && typeof value === 'number',
    )
    .sort((a, b) => Number(a.value) - Number(b.value))[0];
  return claims.flatMap(({ about, text, value, lines: [line] }) =>
    promised === undefined ||
    about !== 'escalate' ||
    typeof value !== 'number' ||
    value < Number(promised.value) ||
    !/\bnot (?:resolved|fixed|solved|recovered)\b/i.test(text) ||
    isLower(text)
      ? []
      : [
          {
            message: `the next one is called after ${formatDuration(value)}, and line ${promised.lines[0]} promises ${promised.scope} solved within ${formatDuration(Number(promised.value))}`,
            place: placeOfText(page, line, page.raw[line - 1]?.trim() ?? ''),
            hint: 'call earlier than the time that is promised, or say for which severity this is',
          },
        ],
  );
};
