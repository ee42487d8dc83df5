import type { Edit, Rule } from '../model.ts';

export const mojibake: Rule = {
  id: 'mojibake',
  severity: 'warning',
  summary: 'the file was saved in the wrong encoding',
  check: ({ runbook, lines, raw }) => {
    const charset = runbook.encoding.mojibake;
    if (charset === undefined) return [];
    const fix = raw.flatMap((line, index): readonly Edit[] => {
      const repaired = lines[index];
      return repaired === undefined || repaired === line
        ? []
        : [{ line: index + 1, start: 0, end: line.length, text: repaired }];
    });
    const [first] = fix;
    const line = first?.line ?? 1;
    const text = raw[line - 1] ?? '';
    const start = text.search(/[^\u0020-\u007e\t]/);
    return [
      {
        message: `UTF-8 that was read as ${charset} and saved again, on ${fix.length} ${fix.length === 1 ? 'line' : 'lines'}: anchors and searches do not match`,
        place: { line, column: Math.max(1, start + 1), endLine: line, endColumn: text.length + 1 },
        hint: 'drillbook lint --fix repairs it',
        fix,
      },
    ];
  },
};
