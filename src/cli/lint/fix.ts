import { writeFile } from 'node:fs/promises';
import { applyFixes } from '../../runbook/lint/fix.ts';
import type { Finding } from '../../runbook/lint/model.ts';
import { rawLines } from '../../runbook/lint/page.ts';
import type { Encoding } from '../../runbook/model.ts';

export interface Fixed {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The whole file in UTF-8, its line ends and its byte order mark as they were. */
  readonly text: string;
}

/** The file with all that needs no decision repaired. */
export const fixed = (source: Uint8Array, encoding: Encoding, findings: readonly Finding[]): Fixed => {
  const whole = new TextDecoder(encoding.charset, { ignoreBOM: true }).decode(source);
  const before = rawLines(source, encoding);
  const after = applyFixes(before, findings);
  const ends = whole.match(/\r\n|\n|\r/g) ?? [];
  const mark = encoding.bom ? '\ufeff' : '';
  return { before, after, text: mark + after.map((line, index) => line + (ends[index] ?? '')).join('') };
};

export const writeFixed = (path: string, { text }: Fixed): Promise<void> => writeFile(path, text);
