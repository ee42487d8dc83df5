import type { LoadThreshold } from './model.ts';

/** What k6 writes to stderr: its log, a JSON object a line, and at the end its summary, one JSON object over many lines. */
const SUMMARY = /^\{\n[\s\S]*?^\}/m;

interface Summary {
  readonly metrics: Readonly<Record<string, Metric>>;
}

/** Its figures, and its thresholds: `true` for one that was crossed. */
type Metric = Readonly<Record<string, number>> & { readonly thresholds?: Readonly<Record<string, boolean>> };

/** Those of k6's own that a script which does its work fills. One of the team's own may well count nothing but errors. */
const FILLED = /^(?:checks|http_req)/;

/** The thresholds, over all of the run; none without a summary: k6 was killed. */
export const thresholdsIn = (said: string): readonly LoadThreshold[] => {
  const text = SUMMARY.exec(said)?.[0];
  if (text === undefined) return [];
  const { metrics } = JSON.parse(text) as Summary;
  return Object.entries(metrics).flatMap(([metric, { thresholds = {}, ...figures }]) => {
    const isEmpty = FILLED.test(metric) && Object.values(figures).every((figure) => figure === 0);
    return Object.entries(thresholds).map(([form, crossed]) => ({
      metric: `${metric}: ${form}`,
      met: !crossed,
      ...(isEmpty && { empty: true as const }),
    }));
  });
};

/** What the script threw last, without where. */
export const exceptionIn = (said: string): string | undefined => {
  const thrown = said.split('\n').findLast((line) => line.includes('"source":"stacktrace"'));
  return thrown === undefined ? undefined : messageOf(thrown).split('\n')[0];
};

/** The last thing that k6 said in its log, or whatever it said. */
export const lastMessageIn = (said: string): string =>
  messageOf(said.replace(SUMMARY, '').trim().split('\n').at(-1) ?? '');

const messageOf = (line: string): string => {
  try {
    return (JSON.parse(line) as { readonly msg?: string }).msg ?? line;
  } catch {
    return line;
  }
};
