import { expect, test } from 'vitest';
import { answerTo, openAnswers } from './answers.ts';

test.each([
  ['the disk is full', { 'disk is full': true }, true],
  ['The disk is full', { 'the DISK': false }, false],
  ['the disk is full', { 'the queue': true }, undefined],
  ['the disk is full', {}, undefined],
  // Two that match do not say which is meant.
  ['the disk is full', { disk: true, full: false }, undefined],
  ['unless the disk is full', { 'disk is full': true }, false],
  ['unless the disk is full', { 'disk is full': false }, true],
  ['unless the disk is full', {}, undefined],
  ['unless the disk is full, and unless the queue is', { disk: false }, undefined],
  ['unless the disk is full, and unless the queue is', { disk: true }, false],
  ['unless the disk is full, and unless the queue is', { disk: false, queue: false }, true],
])('%j: %j answers %j', (condition, answers, expected) => {
  expect(answerTo(condition, answers)).toBe(expected);
});

test('what is still to be answered is told with the answer that has it typed', () => {
  expect(openAnswers('the disk is full', {})).toEqual({ 'the disk is full': true });
  expect(openAnswers('the disk is full', { disk: true })).toEqual({});
  expect(openAnswers('unless the disk is full, and unless the queue is', { disk: false })).toEqual({
    'the queue is': false,
  });
});
