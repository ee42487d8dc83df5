import { drillAsJson } from '../../report/json.ts';
import { verdictLines } from '../../report/conclusion.ts';
import { createLiveView, type LiveView } from '../../report/live.ts';
import type { JudgedDrill } from '../../report/model.ts';
import { createOverview, type Overview } from '../../report/overview.ts';
import { noColours, styleFor } from '../../report/style.ts';
import { totals } from '../../report/totals.ts';
import type { RunOptions } from './options.ts';

const DEFAULT_WIDTH = 120;

/** How much there is to show. */
export interface RunSize {
  readonly drills: number;
  readonly atOnce: number;
}

/**
 * What a run shows on stdout: the story of each drill on a terminal or in a pipe, a line for each where several run at once, one
 * JSON object a drill, or only the end.
 */
export const viewFor = ({ format, quiet }: RunOptions, { drills, atOnce }: RunSize): Overview => {
  const out = process.stdout;
  const style = format === 'plain' ? noColours : styleFor(out);
  if (format === 'json') return atTheEnd((drill) => `${JSON.stringify(drillAsJson(drill))}\n`);
  if (quiet) return atTheEnd((drill) => `${verdictLines(drill, style)}\n`);
  const width = out.columns ?? DEFAULT_WIDTH;
  const options = { style, width, animate: out.isTTY && format !== 'plain' };
  const stories = withoutEnd(() => createLiveView(out, options));
  if (drills === 1) return stories;
  const view = atOnce === 1 ? stories : createOverview(out, options);
  if (atOnce > 1) out.write(`${style.faint(`${drills} drills, ${atOnce} at once`)}\n`);
  return {
    open: () => view.open(),
    close: (judged) => {
      view.close(judged);
      out.write(`\n${totals(judged, drills, style)}`);
    },
  };
};

const withoutEnd = (open: () => LiveView): Overview => ({ open, close: () => {} });

const atTheEnd = (render: (drill: JudgedDrill) => string): Overview =>
  withoutEnd(() => ({ show: () => {}, finish: (drill) => process.stdout.write(render(drill)) }));
