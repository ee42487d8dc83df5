import type { DrillEvent } from '../core/event.ts';
import type { Plan } from '../plan/model.ts';
import { conclusion } from './conclusion.ts';
import { renderLine } from './line.ts';
import type { JudgedDrill } from './model.ts';
import { createNarrator } from './narrate.ts';
import { shortPath } from '../core/short-path.ts';
import { Status } from './status.ts';
import type { Style } from './style.ts';

const CLEAR_LINE = '\r\u001b[2K';

/** Cut at the edge of the terminal, by the terminal itself: what is drawn again must not be broken into two, however narrow that is. */
export const unbroken = (text: string): string => `\u001b[?7l${text}\u001b[?7h`;

/** Between two redraws, in ms. */
export const REDRAW = 100;

/** Shows a drill while it runs. */
export interface LiveView {
  show(event: DrillEvent): void;
  finish(drill: JudgedDrill): void;
}

export interface LiveOptions {
  readonly style: Style;
  /** Columns of the terminal; lines are cut there. */
  readonly width: number;
  /** A terminal: one line at the bottom is drawn again and again. */
  readonly animate: boolean;
}

/** A stream, or anything else that takes text. */
export interface TextSink {
  write(text: string): unknown;
}

/** Plain lines in a pipe; on a terminal also a last line with the phase, its time, and what the probes see now. */
export const createLiveView = (out: TextSink, { style, width, animate }: LiveOptions): LiveView => {
  const narrator = createNarrator();
  const status = new Status();
  let drawnAt = Number.NEGATIVE_INFINITY;

  const print = (text: string): void => {
    out.write(`${animate ? CLEAR_LINE : ''}${text}\n`);
  };
  const draw = (at: number): void => {
    if (!animate || at - drawnAt < REDRAW) return;
    drawnAt = at;
    out.write(`${CLEAR_LINE}${unbroken(`  ${status.text(style)}`)}`);
  };

  return {
    show: (event) => {
      if (event.type === 'drill-started') print(heading(event.plan as Plan, style));
      for (const line of narrator.tell(event)) print(renderLine(line, style, width));
      status.follow(event);
      draw(event.at);
    },
    finish: (drill) => print(conclusion(drill, style, width)),
  };
};

const heading = ({ drill, procedure, runbook, backend }: Plan, style: Style): string =>
  `\n${style.strong(drill.name)}  ${procedure.heading}  ${style.faint(`${shortPath(runbook.path)}:${procedure.lines[0]} · ${backend}`)}`;
