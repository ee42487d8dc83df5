import { formatDuration } from '../core/duration.ts';
import { cut } from './cut.ts';
import type { Line, Mark } from './narrate.ts';
import type { Style } from './style.ts';

const SIGNS: Readonly<Record<Mark, string>> = { good: '✓', bad: '✗', skipped: '–', none: '·' };

/** A line of the story, cut to the width: `  detect   · app /health/ready: 503  84 ms`. */
export const renderLine = ({ label, mark, text, ms }: Line, style: Style, width: number): string => {
  const time = ms === undefined ? '' : `  ${formatDuration(ms)}`;
  const shown = cut(text, width - 13 - time.length);
  return `  ${style.faint(label.padEnd(8))} ${sign(mark, style)} ${mark === 'skipped' ? style.faint(shown) : shown}${style.faint(time)}`;
};

const sign = (mark: Mark, style: Style): string => {
  const paint = { good: style.good, bad: style.bad, skipped: style.faint, none: style.faint }[mark];
  return paint(SIGNS[mark]);
};
