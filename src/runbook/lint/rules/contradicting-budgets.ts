import { escalationsIn } from '../escalations.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const contradictingBudgets: Rule = {
  id: 'contradicting-budgets',
  severity: 'warning',
  summary: 'two places promise different times for the same thing',
  check: (page) => [...calls(page), ...targets(page)],
};

/** One post, called after different times. */
const calls = (page: Page): readonly Problem[] => {
  const all = escalationsIn(page);
  return all.flatMap((each, index) => {
    const other = all.find(
      (earlier, at) => at < index && earlier.who === each.who && earlier.line !== each.line,
    );
    const again = all.findIndex(({ who, minutes }) => who === each.who && minutes === each.minutes) < index;
    if (other === undefined || other.minutes === each.minutes || again) return [];
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
  return read
    .filter(({ alert, sign }) => alert && sign === '>')
    .flatMap((alert) => {
      const target = read.find(
        ({ sign, percentile, seconds, alert: isAlert }) =>
          !isAlert && sign === '<' && percentile === alert.percentile && seconds < alert.seconds,
      );
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
