type Answers = Readonly<Record<string, boolean>>;

/** What a drill answers to a condition of the runbook, by a part of it: `answers: { "disk is full": false }`; `undefined` where it says nothing. */
export const answerTo = (condition: string, answers: Answers): boolean | undefined => {
  const [first = '', ...others] = condition.split(AND_UNLESS);
  if (!first.startsWith(UNLESS)) return answered(condition, answers);
  const cases = new Set([first.slice(UNLESS.length), ...others].map((each) => answered(each, answers)));
  if (cases.has(true)) return false;
  return cases.has(undefined) ? undefined : true;
};

const answered = (condition: string, answers: Answers): boolean | undefined => {
  const wanted = condition.toLowerCase();
  const matching = Object.entries(answers).filter(([part]) => wanted.includes(part.toLowerCase()));
  return matching.length === 1 ? matching[0]?.[1] : undefined;
};

/** How a condition begins that is told by its opposite, and goes on with a further one. */
const UNLESS = 'unless ';
const AND_UNLESS = /, and unless /;
