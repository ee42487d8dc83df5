/**
 * A text in one line of Markdown, where it shows as what it is: no format, no HTML, nobody mentioned. What it has between backticks is
 * code there, too.
 */
export const inMarkdown = (text: string): string => pieceByPiece(text, (code) => code);

/** The same in a table, where a bar would end the cell, in code as well. */
export const inTableCell = (text: string): string =>
  pieceByPiece(text, (code) =>
    // Of a bar after a backslash, a table makes the end of the cell or loses the backslash.
    code.includes('\\|') ? plain(code) : code.replaceAll('|', '\\|'),
  );

/** Code stands between two backticks that are alone. */
const CODE_OR_OTHER = /(?<!`)`(?!`)[^`]+(?<!`)`(?!`)|[^`]+|`/g;

const pieceByPiece = (text: string, asCode: (code: string) => string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(CODE_OR_OTHER, (piece) => (/^`[^]+`$/.test(piece) ? asCode(piece) : plain(piece)));

/** An invisible space keeps a name from being told of it, and a number from being linked, on GitHub. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*{}[\]<>|~&$]|(?<![^\W_])_|_(?![^\W_])/g, '\\$&')
    .replaceAll(/(?<!\w)(?:@(?=\w)|#(?=\d))/g, '$&\u200b');
