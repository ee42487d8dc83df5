type Answers = Readonly<Record<string, boolean>>;

/** What a drill answers to a condition of the runbook, by a part of it: `answers: { "disk is full": false }`; `undefined` where it says nothing. */
export const answerTo = (condition: string, answers: Answers): boolean | undefined => {
  const { cases, holds } = casesOf(condition);
  const given = new Set(cases.map((each) => answered(each, answers)));
  if (given.has(!holds)) return false;
  return given.has(undefined) ? undefined : true;
};

/** What a drill has still to answer, and how, for the condition to hold. */
export const openAnswers = (condition: string, answers: Answers): Answers => {
  const { cases, holds } = casesOf(condition);
  return Object.fromEntries(
    cases.filter((each) => answered(each, answers) === undefined).map((each) => [each, holds]),
  );
};

/** The cases that a condition is made of, and whether they must hold or must not. */
export const casesOf = (
  condition: string,
): { readonly cases: readonly string[]; readonly holds: boolean } => {
  const [first = '', ...others] = condition.split(AND_UNLESS);
  return first.startsWith(UNLESS)
    ? { cases: [first.slice(UNLESS.length), ...others], holds: false }
    : { cases: [condition], holds: true };
};

const answered = (condition: string, answers: Answers): boolean | undefined => {
  const wanted = condition.toLowerCase();
  const matching = Object.entries(answers).filter(([part]) => wanted.includes(part.toLowerCase()));
  return matching.length === 1 ? matching[0]?.[1] : undefined;
};

/** How a condition begins that is told by its opposite, and goes on with a further one. */
const UNLESS = 'unless ';
const AND_UNLESS = /, and unless /;
