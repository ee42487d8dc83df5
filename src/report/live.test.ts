import { expect, it } from 'vitest';
import { judgedFixture } from '../../test/support/journals.ts';
import { createLiveView, unbroken } from './live.ts';
import { createOverview } from './overview.ts';
import { noColours } from './style.ts';

const drill = judgedFixture('pass');

/** What is written, each time. */
const written = (animate: boolean, open: 'one' | 'several'): readonly string[] => {
  const texts: string[] = [];
  const out = { write: (text: string) => texts.push(text) };
  const options = { style: noColours, width: 20, animate };
  const view = open === 'one' ? createLiveView(out, options) : createOverview(out, options).open();
  for (const event of drill.events) view.show(event);
  return texts;
};

it('what is drawn again is broken into two by no terminal, however narrow', () => {
  const line = unbroken('LINE').split('LINE') as [string, string];
  const status = written(true, 'one').filter((text) => text.includes(' … '));
  expect(status.length).toBeGreaterThan(10);
  for (const text of status)
    expect(text.slice(5, 5 + line[0].length) + text.slice(-line[1].length)).toBe(line.join(''));
  const rows = written(true, 'several').filter((text) => text.includes(drill.judgement.plan.drill.name));
  expect(rows.length).toBeGreaterThan(10);
  for (const text of rows) {
    expect(text.indexOf(line[0])).toBeLessThan(text.indexOf(drill.judgement.plan.drill.name));
    expect(text.endsWith(`\n${line[1]}`)).toBe(true);
  }
  // Control: in a pipe there is nothing of it.
  expect(written(false, 'one').join('')).not.toContain('\u001b');
});
