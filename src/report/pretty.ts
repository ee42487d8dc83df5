import { conclusion } from './conclusion.ts';
import { createLiveView } from './live.ts';
import type { JudgedDrill } from './model.ts';
import type { Style } from './style.ts';

/** The story of drills that are over, as the live view told it. */
export const pretty = (drills: readonly JudgedDrill[], style: Style): string =>
  drills.map((drill) => story(drill, style)).join('');

const story = (drill: JudgedDrill, style: Style): string => {
  const parts: string[] = [];
  const view = createLiveView(
    { write: (text: string) => parts.push(text) },
    { style, width: 120, animate: false },
  );
  for (const event of drill.events) view.show(event);
  return `${parts.join('')}${conclusion(drill, style)}\n`;
};
