import type { LoadThreshold } from './model.ts';

/** What k6 writes to stderr: its log, a JSON object a line, and at the end its summary, one JSON object over many lines. */
const SUMMARY = /^\{\n[\s\S]*?^\}/m;

interface Summary {
  /** Of each metric; `true` for a threshold that was crossed. */
  readonly metrics: Readonly<Record<string, { readonly thresholds?: Readonly<Record<string, boolean>> }>>;
}

/** The thresholds, over all of the run; none without a summary: k6 was killed. */
export const thresholdsIn = (said: string): readonly LoadThreshold[] => {
  const text = SUMMARY.exec(said)?.[0];
  if (text === undefined) return [];
  const { metrics } = JSON.parse(text) as Summary;
  return Object.entries(metrics).flatMap(([metric, { thresholds = {} }]) =>
    Object.entries(thresholds).map(([form, crossed]) => ({ metric: `${metric}: ${form}`, met: !crossed })),
  );
};

/** The last thing that k6 said in its log, or whatever it said. */
export const lastMessageIn = (said: string): string => {
  const last = said.replace(SUMMARY, '').trim().split('\n').at(-1) ?? '';
  try {
    return (JSON.parse(last) as { readonly msg?: string }).msg ?? last;
  } catch {
    return last;
  }
};
