import { readFileSync } from 'node:fs';
import { readJournal } from '../../src/conduct/journal.ts';
import type { JudgedDrill } from '../../src/report/model.ts';
import { judge } from '../../src/verdict/judge.ts';

/** A journal of `test/fixtures/journals`, judged. */
export const judgedFixture = (name: string): JudgedDrill => {
  const text = readFileSync(new URL(`../fixtures/journals/${name}.jsonl`, import.meta.url), 'utf8');
  const events = readJournal(text, name);
  if (!events.ok) throw new Error(events.diagnostics[0]?.message);
  return { events: events.value, judgement: judge(events.value), journal: `${name}.jsonl` };
};
