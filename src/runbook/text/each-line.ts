/** The numbers of the lines from the first to the last. */
export const eachLine = ([first, last]: readonly [first: number, last: number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
