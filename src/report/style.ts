import { styleText } from 'node:util';
import type { Verdict } from '../core/verdict.ts';

type Paint = (text: string) => string;

/** How a terminal shows what matters. */
export interface Style {
  readonly good: Paint;
  readonly bad: Paint;
  readonly unsure: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

const painter =
  (format: Parameters<typeof styleText>[0]): Paint =>
  (text) =>
    styleText(format, text, { validateStream: false });

const unpainted: Paint = (text) => text;

export const colours: Style = {
  good: painter('green'),
  bad: painter('red'),
  unsure: painter('yellow'),
  faint: painter('dim'),
  strong: painter('bold'),
};

export const noColours: Style = {
  good: unpainted,
  bad: unpainted,
  unsure: unpainted,
  faint: unpainted,
  strong: unpainted,
};

/** Colours where the stream shows them and nobody asked for none. `NO_COLOR` wins over `FORCE_COLOR`. */
export const styleFor = (stream: NodeJS.WriteStream): Style => {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return noColours;
  if (FORCE_COLOR !== undefined) return ['0', 'false'].includes(FORCE_COLOR) ? noColours : colours;
  return stream.isTTY && stream.getColorDepth() > 1 ? colours : noColours;
};

/** How a verdict is painted. */
export const paintOf = (verdict: Verdict, style: Style): Paint =>
  ({ pass: style.good, fail: style.bad, inconclusive: style.unsure })[verdict];
