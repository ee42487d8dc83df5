import type { Plan } from '../plan/model.ts';
import { formatDuration } from '../core/duration.ts';
import { outcomeLine } from './conclusion.ts';
import { cut } from './cut.ts';
import { type LiveOptions, type LiveView, REDRAW, type TextSink, unbroken } from './live.ts';
import type { JudgedDrill } from './model.ts';
import { pretty } from './pretty.ts';
import { Status } from './status.ts';

/** Shows several drills that run at once: a line for each as it ends, and on a terminal a line for each that runs. */
export interface Overview {
  /** Of one more drill. */
  open(): LiveView;
  /** The stories of those that did not pass. */
  close(drills: readonly JudgedDrill[]): void;
}

interface Row {
  name: string;
  readonly status: Status;
}

/** A terminal has no room for more, and what has scrolled away cannot be cleared. */
const MOST_ROWS = 12;
/** Of a phase, its time and a few probes, in columns: they are to be seen beside a long name. */
const STATUS_WIDTH = 40;

/** Up by so many lines, and all from there on gone. */
const clearLines = (lines: number): string => (lines === 0 ? '' : `\u001b[${lines}A\u001b[J`);

export const createOverview = (out: TextSink, { style, width, animate }: LiveOptions): Overview => {
  const rows = new Set<Row>();
  let drawn = 0;

  const print = (text: string): void => {
    const below = animate ? [...rows].slice(0, MOST_ROWS).map(rowLine) : [];
    const rest = below.length === 0 ? '' : unbroken(below.join(''));
    out.write(`${clearLines(drawn)}${text}${rest}`);
    drawn = below.length;
  };
  const rowLine = ({ name, status }: Row): string =>
    `  ${cut(name, width - STATUS_WIDTH)}  ${status.text(style)}\n`;

  const open = (): LiveView => {
    const row: Row = { name: '', status: new Status() };
    rows.add(row);
    let drawnAt = Number.NEGATIVE_INFINITY;
    return {
      show: (event) => {
        if (event.type === 'drill-started') row.name = (event.plan as Plan).drill.name;
        row.status.follow(event);
        if (!animate || event.at - drawnAt < REDRAW) return;
        drawnAt = event.at;
        print('');
      },
      finish: (drill) => {
        rows.delete(row);
        const took = formatDuration(drill.events.at(-1)?.at ?? 0);
        print(`${outcomeLine(drill, style, width - took.length - 2)}  ${style.faint(took)}\n`);
      },
    };
  };

  return { open, close: (drills) => print(pretty(drills.filter(isWorthTelling), style)) };
};

/** One that was interrupted has nothing to say about its runbook. */
const isWorthTelling = ({ judgement: { verdict, reasons } }: JudgedDrill): boolean =>
  verdict !== 'pass' && reasons[0]?.code !== 'interrupted';
