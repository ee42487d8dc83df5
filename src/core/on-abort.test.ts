import { expect, test } from 'vitest';
import { onAbort } from './on-abort.ts';

const listen = (signal: AbortSignal | undefined): { readonly done: number[]; readonly end: () => void } => {
  const done: number[] = [];
  return { done, end: onAbort(signal, () => done.push(1)) };
};

test('it is done when the signal is aborted, once', () => {
  const abort = new AbortController();
  const { done } = listen(abort.signal);
  expect(done).toEqual([]);
  abort.abort();
  abort.abort();
  expect(done).toEqual([1]);
});

test('it is done at once when the signal was aborted before', () => {
  expect(listen(AbortSignal.abort()).done).toEqual([1]);
});

test('it is not done after the end of the listening, nor without a signal', () => {
  const abort = new AbortController();
  const { done, end } = listen(abort.signal);
  end();
  abort.abort();
  expect(done).toEqual([]);
  expect(listen(undefined).done).toEqual([]);
});
