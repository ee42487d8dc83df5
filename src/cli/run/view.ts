import { drillAsJson } from '../../report/json.ts';
import { verdictLine } from '../../report/conclusion.ts';
import { createLiveView, type LiveView } from '../../report/live.ts';
import { noColours, styleFor } from '../../report/style.ts';
import type { RunOptions } from './options.ts';

const DEFAULT_WIDTH = 120;

/** What a run shows on stdout: the story on a terminal or in a pipe, one JSON object a drill, or only the end. */
export const viewFor = ({ format, quiet }: RunOptions): LiveView => {
  const out = process.stdout;
  if (format === 'json') {
    return { show: () => {}, finish: (drill) => out.write(`${JSON.stringify(drillAsJson(drill))}\n`) };
  }
  const animate = out.isTTY && format !== 'plain' && !quiet;
  const style = format === 'plain' ? noColours : styleFor(out);
  if (quiet) return { show: () => {}, finish: (drill) => out.write(`${verdictLine(drill, style)}\n`) };
  return createLiveView(out, { style, width: out.columns ?? DEFAULT_WIDTH, animate });
};
