/** What a condition depends on, and whether it must be so or must not. */
export interface Case {
  readonly text: string;
  readonly holds: boolean;
}

/**
 * A condition by its cases, all of which must be as said: "the disk is full", "unless the disk is full", "the disk is full, and unless
 * the queue is".
 */
export const casesOf = (condition: string): readonly Case[] => {
  const first = isOpposite(condition)
    ? { text: condition.slice(UNLESS.length), holds: false }
    : { text: condition, holds: true };
  const [text = '', ...others] = first.text.split(AND);
  const more = others.flatMap((word, index) =>
    index % 2 === 0 ? [{ text: others[index + 1] ?? '', holds: word === 'only if' }] : [],
  );
  return [{ ...first, text }, ...more];
};

/** The condition whose case must not be so. */
export const unless = (text: string): string => `${UNLESS}${text}`;

/** Where none of the conditions holds. */
export const unlessAny = (conditions: readonly string[]): string =>
  conditions
    .map((condition, index) => {
      if (!isOpposite(condition)) return `${index === 0 ? '' : ', and '}${unless(condition)}`;
      return `${index === 0 ? '' : ', and only if '}${condition.slice(UNLESS.length)}`;
    })
    .join('');

/** Whether it says what must not be so. */
export const isOpposite = (condition: string): boolean => condition.startsWith(UNLESS);

const UNLESS = 'unless ';
const AND = /, and (unless|only if) /;
