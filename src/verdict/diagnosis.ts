import type { EventOf } from '../core/event.ts';
import { mayCure } from '../plan/may-cure.ts';
import type { Facts } from './facts.ts';

type Reading = EventOf<'command-finished'>;

/**
 * Whether a diagnosis reads otherwise with the fault than without. What differs between two readings of a healthy system is chance,
 * and so are times and ids.
 *
 * @param command of the treated arm
 * @returns nothing where it was not tried: no diagnosis, no control, or typed after something was done against the fault
 */
export const tells = (facts: Facts, command: Reading): boolean | undefined => {
  const healthy = facts.control?.healthy.filter((reading) => isSame(reading, command)) ?? [];
  const [first, second] = healthy;
  if (first === undefined || command.status === 'skipped' || !isBeforeAnyCure(facts, command))
    return undefined;
  if (!healthy.some((reading) => outcome(reading) === outcome(command))) return true;
  return !readsAs(words(command), words(first), words(second ?? first));
};

const isSame = (a: Reading, b: Reading): boolean =>
  a.step === b.step && a.command === b.command && a.lines[0] === b.lines[0];

const isBeforeAnyCure = ({ plan, treated }: Facts, command: Reading): boolean => {
  const curing = new Set(plan.steps.filter(mayCure).map(({ number }) => number));
  const cure = treated.commands.find(({ step, status }) => curing.has(step) && status !== 'skipped');
  return cure === undefined || command.at < cure.at;
};

const outcome = ({ status, exitCode }: Reading): string => `${status} ${exitCode}`;

/** Times, dates, durations and ids, which are others each time. */
const BY_CHANCE = [
  /\b\d{4}-\d\d-\d\d(?:T|\b)/g,
  /\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?Z?/g,
  /\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b/gi,
  /\b(?:about |less than )?(?:an?|\d+(?:\.\d+)?) ?(?:ns|µs|us|ms|s|sec|seconds?|minutes?|hours?|days?)\b/gi,
  /\b[0-9a-f]{12,64}\b/g,
];

const words = ({ output }: Reading): readonly string[] =>
  BY_CHANCE.reduce((text, chance) => text.replaceAll(chance, '*'), output)
    .split(/\s+/)
    .filter(Boolean);

/** Word for word, but for those that differ between the two others. */
const readsAs = (one: readonly string[], first: readonly string[], second: readonly string[]): boolean => {
  if (first.length !== second.length)
    return one.every((word) => first.includes(word) || second.includes(word));
  return (
    one.length === first.length &&
    one.every((word, index) => word === first[index] || first[index] !== second[index])
  );
};
