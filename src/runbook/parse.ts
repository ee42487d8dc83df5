import type { Diagnostic } from '../core/diagnostic.ts';
import { beginningOf, decode } from './text/decode.ts';
import { findMarks } from './marks/find-marks.ts';
import { LIMITS, notMarkdown, oddName, overLimit, tooDeep } from './text/limits.ts';
import { asMeant, parseMarkdown } from './markdown/markdown.ts';
import type { Encoding, Runbook } from './model.ts';
import { toStructure } from './procedures/procedures.ts';
import { titleOf } from './markdown/title.ts';
import { toSections } from './markdown/sections.ts';

/**
 * Reads a runbook as a person would work with it. Anything gives a result: what could not be read is a diagnostic in it.
 * @param limits beyond which a file is refused with a diagnostic
 * @param bytes the raw file; all lines in the result count in it
 */
export const parseRunbook = (bytes: Uint8Array, path: string, limits = LIMITS): Runbook => {
  const tooLarge = overLimit(bytes.length, limits, path);
  const { text, encoding } = decode(tooLarge === undefined ? bytes : beginningOf(bytes));
  const lines = text.split('\n');
  const unreadable = tooLarge ?? notMarkdown(lines, limits, path);
  const parsed = parseMarkdown(unreadable === undefined ? text : '');
  const refused = unreadable ?? tooDeep(parsed, limits, path);
  const tree = refused === undefined ? parsed : parseMarkdown('');
  const root = toSections(tree, lines.length);
  const marking = findMarks(tree, root, refused === undefined ? asMeant(text) : '', path);
  const title = titleOf(root);
  return {
    schemaVersion: 1,
    path,
    // Asked for where the runbook is printed or bound to a drill: loading what computes it takes longer than to read a short file.
    get sha256(): string {
      return sha256(bytes);
    },
    ...(title === undefined ? {} : { title }),
    encoding,
    ...toStructure(root, refused === undefined ? lines : [], marking),
    diagnostics: [
      ...[refused ?? oddName(path)].filter((each) => each !== undefined),
      ...(refused === undefined ? encodingDiagnostics(encoding, path) : []),
      ...marking.diagnostics,
    ],
  };
};

/** An import of `node:crypto` would touch all that it exports, which takes longer than to read a short file. */
const sha256 = (bytes: Uint8Array): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'hex');

const encodingDiagnostics = ({ charset, mojibake }: Encoding, file: string): readonly Diagnostic[] => [
  ...(charset === 'utf-8'
    ? []
    : [aboutEncoding('not-utf-8', `the file is no UTF-8; it was read as ${charset}`, file)]),
  ...(mojibake === undefined
    ? []
    : [
        aboutEncoding(
          'mojibake',
          `the file holds UTF-8 that was read as ${mojibake} and saved again; it was read repaired`,
          file,
        ),
      ]),
];

const aboutEncoding = (code: string, message: string, file: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  location: { file, line: 1, column: 1 },
  hint: 'drillbook lint --fix saves it repaired, as UTF-8',
});
