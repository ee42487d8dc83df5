import type { Edit, Page, Problem, Rule } from '../model.ts';

export const mojibake: Rule = {
  id: 'mojibake',
  severity: 'warning',
  summary: 'the file was saved in the wrong encoding',
  check: (page) => [...misread(page), ...otherCharset(page)],
};

const misread = ({ runbook, lines, raw }: Page): readonly Problem[] => {
  const charset = runbook.encoding.mojibake;
  if (charset === undefined) return [];
  const fix = raw.flatMap((line, index) => repairs(line, lines[index] ?? line, index + 1));
  const count = new Set(fix.map((edit) => edit.line)).size;
  const [first] = fix;
  const line = first?.line ?? 1;
  const text = raw[line - 1] ?? '';
  const start = text.search(/[^\u0020-\u007e\t]/);
  return [
    {
      message: `UTF-8 that was read as ${charset} and saved again, on ${count} ${count === 1 ? 'line' : 'lines'}: anchors and searches do not match`,
      place: { line, column: Math.max(1, start + 1), endLine: line, endColumn: text.length + 1 },
      hint: 'drillbook lint --fix repairs it',
      fix,
    },
  ];
};

/** To save it as UTF-8 is the whole repair: no line of it changes. */
const otherCharset = ({ runbook, raw }: Page): readonly Problem[] => {
  const { charset } = runbook.encoding;
  if (charset === 'utf-8') return [];
  const beyond = raw.flatMap((line, index) => (line.search(RUNS) < 0 ? [] : [index]));
  const [first = 0] = beyond;
  const text = raw[first] ?? '';
  const start = Math.max(0, text.search(RUNS));
  const end = start + (text.slice(start).match(RUNS)?.[0].length ?? 1);
  return [
    {
      message:
        charset === 'windows-1252'
          ? `the file is no UTF-8, on ${beyond.length} ${beyond.length === 1 ? 'line' : 'lines'}, and was read as windows-1252: most programs show � there`
          : `the file is ${charset}: git and most programs take it for binary`,
      place: { line: first + 1, column: start + 1, endLine: first + 1, endColumn: end + 1 },
      hint: 'drillbook lint --fix saves it as UTF-8',
      fix: [{ line: first + 1, start, end, text: text.slice(start, end) }],
    },
  ];
};

/** Characters beyond ASCII: all that a wrong encoding can change. */
const RUNS = /[^\u0000-\u007f]+/g; // oxlint-disable-line no-control-regex

/** Only what differs, so that other repairs of the same line can be made at the same time. */
const repairs = (line: string, repaired: string, number: number): readonly Edit[] => {
  if (line === repaired) return [];
  const now = repaired.match(RUNS) ?? [];
  return [...line.matchAll(RUNS)].flatMap(({ 0: run, index }, at) => {
    const text = now[at] ?? run;
    return text === run ? [] : [{ line: number, start: index, end: index + run.length, text }];
  });
};
