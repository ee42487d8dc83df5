/** Letters that terminals draw over two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Marks that are drawn over the letter before them. */
const NO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})$/u;

/** How many columns a terminal needs for it. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text) width += NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
};
