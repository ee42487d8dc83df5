import { formatDuration } from '../core/duration.ts';
import type { DrillEvent } from '../core/event.ts';
import { sum } from '../core/statistics.ts';
import type { Verdict } from '../core/verdict.ts';
import { effortOf } from './effort.ts';
import type { JudgedDrill } from './model.ts';
import { paintOf, type Style } from './style.ts';

const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'inconclusive'];

/**
 * How several drills came out, and what their time went into.
 * @param planned how many there were to run: an interruption leaves some out
 */
export const totals = (drills: readonly JudgedDrill[], planned: number, style: Style): string => {
  const efforts = drills.map(({ events }) => effortOf(events));
  const [waits, work] = [sum(efforts.map(({ waitMs }) => waitMs)), sum(efforts.map(({ workMs }) => workMs))];
  const counts = VERDICTS.flatMap((verdict) => {
    const count = drills.filter(({ judgement }) => judgement.verdict === verdict).length;
    return count === 0 ? [] : [paintOf(verdict, style)(`${count} ${verdict}`)];
  });
  if (drills.length < planned) counts.push(`${planned - drills.length} not begun`);
  const spent = `${formatDuration(waits)} of waits (steady, detect, recover) and ${formatDuration(work)} of work`;
  return `${style.strong(`${planned} drills`)} in ${formatDuration(wallMs(drills))}: ${counts.join(', ')}\n${style.faint(`In them ${spent}.`)}\n`;
};

/** From the first that began to the last that ended. */
const wallMs = (drills: readonly JudgedDrill[]): number => {
  if (drills.length === 0) return 0;
  const begun = drills.map(({ events }) => wallOf(events[0]));
  const ended = drills.map(({ events }) => wallOf(events.at(-1)));
  return Math.max(...ended) - Math.min(...begun);
};

const wallOf = (event: DrillEvent | undefined): number => Date.parse(event?.wall ?? '');
