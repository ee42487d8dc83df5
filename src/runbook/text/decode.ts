import type { Encoding } from '../model.ts';
import { repairMojibake } from './mojibake.ts';

export interface Decoded {
  /** With `\n` only, without BOM, repaired. As many lines as the raw file has. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Bytes into text, however they were saved. Lines stay where they are, so that spans refer to the raw file. */
export const decode = (bytes: Uint8Array): Decoded => {
  const { charset, bom, raw } = rawText(bytes);
  const { text, charset: mojibake } = repairMojibake(raw);
  return {
    text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text,
    encoding: { charset, bom, newline: newlineOf(raw), ...(mojibake === undefined ? {} : { mojibake }) },
  };
};

/** So much of a file tells how it was saved. */
const BEGINNING = 4096;

/** The first bytes, up to a character that has one of its own; what comes before it is whole. */
export const beginningOf = (bytes: Uint8Array): Uint8Array => {
  let end = Math.min(bytes.length, BEGINNING);
  while (end < bytes.length && end > 0 && (bytes[end - 1] ?? 0) > 0x7f) end -= 1;
  return bytes.subarray(0, end);
};

export interface RawText {
  readonly charset: Encoding['charset'];
  readonly bom: boolean;
  readonly raw: string;
}

/** Bytes into text: mojibake and line ends stay. */
export const rawText = (bytes: Uint8Array): RawText => {
  const text = (charset: string, skip: number, fatal = false): string =>
    new TextDecoder(charset, { fatal, ignoreBOM: true }).decode(bytes.subarray(skip));
  const begins = (...marks: readonly number[]): boolean =>
    marks.every((mark, index) => bytes[index] === mark);
  if (begins(0xef, 0xbb, 0xbf)) return { charset: 'utf-8', bom: true, raw: text('utf-8', 3) };
  if (begins(0xff, 0xfe)) return { charset: 'utf-16le', bom: true, raw: text('utf-16le', 2) };
  if (begins(0xfe, 0xff)) return { charset: 'utf-16be', bom: true, raw: text('utf-16be', 2) };
  try {
    return { charset: 'utf-8', bom: false, raw: text('utf-8', 0, true) };
  } catch {
    return { charset: 'windows-1252', bom: false, raw: text('windows-1252', 0) };
  }
};

const newlineOf = (raw: string): Encoding['newline'] => {
  if (!raw.includes('\r\n')) return 'lf';
  const crlf = raw.split('\r\n').length - 1;
  const all = raw.split(/\r\n|\n/).length - 1;
  return crlf === all ? 'crlf' : 'mixed';
};
