import type { Piece } from './pieces.ts';

/** "`x` va `y`": where nothing stands between code but a short word, it joins them, in whatever language. */
export const withEnglishJoins = (pieces: readonly Piece[]): readonly Piece[] => {
  const said = pieces.filter(({ text }) => !/^[\s.;]*$/.test(text));
  const joins =
    said.length > 2 &&
    said.every(({ code, text }, at) => (at % 2 === 0 ? code !== undefined : SHORT_WORD.test(text))) &&
    said.at(-1)?.code !== undefined;
  return joins
    ? pieces.map((piece) =>
        piece.code === undefined && SHORT_WORD.test(piece.text)
          ? { ...piece, text: OR.test(piece.text) ? ' or ' : ' and ' }
          : piece,
      )
    : pieces;
};

/** None of English, where it may mean something else: "`x` vs `y`". */
const SHORT_WORD =
  /^\s+(?!(?:as|at|but|by|from|for|if|in|into|is|like|not|of|on|over|per|plus|than|then|to|via|vs|was|were|when|with)\s)\p{Ll}{1,4}\s+$/u;
const OR = /^\s+(?:or|o|ou|oder|of|або|или|ili|lub|nebo|tai|vagy|yoki|veya|sau|atau)\s+$/u;
