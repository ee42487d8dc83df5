/** A `Map`, or a `WeakMap` where the key is soon forgotten. */
interface Answers<Key, Answer> {
  get(key: Key): Promise<Answer> | undefined;
  set(key: Key, answer: Promise<Answer>): unknown;
  delete(key: Key): unknown;
}

/** The answer that was asked for before, also while it is on its way. One that failed is none: the next one may have more luck. */
export const shared = <Key, Answer>(
  answers: Answers<Key, Answer>,
  key: Key,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const answer = answers.get(key) ?? ask();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
};
