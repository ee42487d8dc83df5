import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isFileError, whyUnwritable } from '../../core/file-error.ts';
import type { Changed } from '../../report/findings/diff.ts';
import { applyFixes } from '../../runbook/lint/fix.ts';
import type { Finding } from '../../runbook/lint/model.ts';
import { rawLines } from '../../runbook/lint/page.ts';
import type { Encoding } from '../../runbook/model.ts';

export interface Fixed extends Changed {
  /** The whole file in UTF-8, its line ends as they were, and its byte order mark, unless that was UTF-16's. */
  readonly text: string;
}

/** The file with all that needs no decision repaired. */
export const fixed = (source: Uint8Array, encoding: Encoding, findings: readonly Finding[]): Fixed => {
  const whole = new TextDecoder(encoding.charset, { ignoreBOM: true }).decode(source);
  const before = rawLines(source, encoding);
  const after = applyFixes(before, findings);
  const ends = whole.match(/\r\n|\n|\r/g) ?? [];
  const mark = encoding.bom && encoding.charset === 'utf-8' ? '\ufeff' : '';
  const converts = encoding.charset !== 'utf-8' && findings.some(({ fix = [] }) => fix.length > 0);
  return {
    before,
    after,
    text: mark + after.map((line, index) => line + (ends[index] ?? '')).join(''),
    ...(converts ? { from: encoding.charset } : {}),
  };
};

/**
 * Not asynchronous: a signal that is caught waits until the file is in its place.
 * @returns why it could not be written; the other files are to be written all the same
 */
export const writeFixed = (path: string, { text }: Fixed): Diagnostic | undefined => {
  try {
    replace(realpathSync(path), text);
    return undefined;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return {
      code: 'unwritable-runbook',
      severity: 'error',
      message: `cannot write ${path}: ${whyUnwritable(error)}`,
      hint: 'it is as it was; the other files were repaired all the same',
    };
  }
};

/** At no moment is there only a part of it: the new text stands beside the file until it takes its place, with its mode and its owner. */
const replace = (file: string, text: string): void => {
  const { mode, uid, gid } = statsOfWritable(file);
  const beside = `${file}.${process.pid}.new`;
  const after = openSync(beside, 'wx');
  try {
    writeFileSync(after, text);
    fsyncSync(after);
    if (process.getuid?.() === 0) fchownSync(after, uid, gid);
    fchmodSync(after, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(after);
  }
};

/** What may not be written is not to be replaced either. */
const statsOfWritable = (file: string): Stats => {
  const descriptor = openSync(file, 'r+');
  try {
    return fstatSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
