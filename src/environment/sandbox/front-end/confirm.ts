import { createInterface } from 'node:readline';
import type { FrontEndCall } from '../supervisor-model.ts';
import { out, type Output } from './verb.ts';

/** Asks, and reads one line of the caller's input; anything but `y` or `yes`, and no input, is no. */
export async function* confirmed(
  { stdin, signal }: Pick<FrontEndCall, 'stdin' | 'signal'>,
  question: string,
): AsyncGenerator<Output, boolean> {
  yield out(question);
  const lines = createInterface({ input: stdin, signal });
  for await (const answer of lines) return /^y(es)?$/i.test(answer.trim());
  return false;
}
