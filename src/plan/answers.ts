import { casesOf } from '../runbook/cases.ts';

type Answers = Readonly<Record<string, boolean>>;

/** What a drill answers to a condition of the runbook, by a part of it: `answers: { "disk is full": false }`; `undefined` where it says nothing. */
export const answerTo = (condition: string, answers: Answers): boolean | undefined => {
  const asSaid = new Set(
    casesOf(condition).map(({ text, holds }) => {
      const answer = answered(text, answers);
      return answer === undefined ? undefined : answer === holds;
    }),
  );
  if (asSaid.has(false)) return false;
  return asSaid.has(undefined) ? undefined : true;
};

/** What a drill has still to answer, and how, for the condition to hold. */
export const openAnswers = (condition: string, answers: Answers): Answers =>
  Object.fromEntries(
    casesOf(condition).flatMap(({ text, holds }) =>
      answered(text, answers) === undefined ? [[text, holds]] : [],
    ),
  );

const answered = (text: string, answers: Answers): boolean | undefined => {
  const wanted = text.toLowerCase();
  const matching = Object.entries(answers).filter(([part]) => wanted.includes(part.toLowerCase()));
  return matching.length === 1 ? matching[0]?.[1] : undefined;
};
