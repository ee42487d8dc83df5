import type { Table } from 'mdast';
import { DURATION, inOneUnit, readDuration } from '../../core/duration-text.ts';
import { ESCALATED, TIME_COLUMNS } from '../knowledge/claims.ts';
import { linesOf } from '../markdown/sections.ts';
import { textWithCode } from '../markdown/node-text.ts';
import type { Claim } from '../model.ts';

/** Rows of a severity, service-level or cause table: their times belong to what the first cell names. */
export const claimsOfTable = ({ children }: Table, lines: readonly string[]): readonly Claim[] => {
  const [header = [], ...rows] = children.map((row) => row.children.map((cell) => plain(textWithCode(cell))));
  const columns = header.map((name) => TIME_COLUMNS.find(({ header: form }) => form.test(name))?.about);
  if (columns.slice(1).every((about) => about === undefined)) return [];
  return rows.flatMap((cells, index) => {
    const row = children[index + 1];
    const line = row === undefined ? 1 : linesOf(row)[0];
    return cells.flatMap((cell, column): readonly Claim[] => {
      const about = columns[column];
      if (about === undefined || column === 0) return [];
      const base = {
        about,
        text: (lines[line - 1] ?? '').trim(),
        lines: [line, line] as const,
        subject: header[column] ?? '',
        scope: cells[0] ?? '',
      };
      const said = inOneUnit(cell);
      const time = (about === 'escalate' ? ESCALATED : AT_FIRST).exec(said);
      if (time !== null) return [{ ...base, comparison: '<=', ...readDuration(time.slice(1)), unit: 'ms' }];
      const figure = /^\W*(\d+(?:\.\d+)?)\s*%/.exec(said);
      if (figure === null) return [];
      return [
        { ...base, comparison: said.startsWith('<') ? '<' : '>=', value: Number(figure[1]), unit: '%' },
      ];
    });
  });
};

const plain = (cell: string): string => cell.replaceAll('`', '').trim();

const AT_FIRST = new RegExp(String.raw`^\W*(?:immediate(?:ly)?\W+)?${DURATION}`, 'i');
