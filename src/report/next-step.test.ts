import { expect, test } from 'vitest';
import { judgedFixture } from '../../test/support/journals.ts';
import type { PlannedStep, Skip } from '../plan/model.ts';
import { nextStep } from './next-step.ts';

const { judgement } = judgedFixture('not-recovered');
const [remedy, verification] = judgement.plan.steps as readonly [PlannedStep, PlannedStep];

/** What is next where these commands of the remedy were skipped, or typed. */
const next = (...skips: readonly (Skip | undefined)[]): string | undefined => {
  const commands = skips.map((skip) => ({ ...remedy.commands[0], ...(skip && { skip }) }));
  const steps = [{ ...remedy, commands }, verification] as readonly PlannedStep[];
  return nextStep({ ...judgement, plan: { ...judgement.plan, steps } }, 'journal.jsonl');
};

const PID: Skip = { code: 'placeholder', message: '', wants: { bind: ['PID'] } };
const other = (option: number, bind: readonly string[]): Skip => ({
  code: 'alternative',
  message: '',
  wants: { bind, choose: { choice: 'L6', option } },
});

const READ = 'read what the steps printed: drillbook report --format steps journal.jsonl';

test('where nothing of the remedy was typed, the drill is told what to say', () => {
  expect(next(PID, { code: 'condition', message: '', wants: { answers: { 'it is "late"': true } } })).toBe(
    'nothing of the remedy was typed; say in the drill: bind: { PID: … }, answers: { "it is \\"late\\"": true }',
  );
});

test('each other way stands beside it, with all that it needs', () => {
  expect(next(PID, PID, other(2, ['pod name']), other(2, []), other(3, []))).toBe(
    'nothing of the remedy was typed; say in the drill: bind: { PID: … }, or bind: { "pod name": … }, choose: { L6: 2 }, or choose: { L6: 3 }',
  );
});

test('where a part of it was, both are told', () => {
  expect(next(PID, undefined)).toBe(
    `${READ}; a part of the remedy was not typed; say in the drill, where it is so: bind: { PID: … }`,
  );
});

test('it is the output that is to be read where something was typed, or nothing that a drill says would do', () => {
  expect(next(other(2, ['PID']), undefined)).toBe(READ);
  expect(next({ code: 'tool-missing', message: '' })).toBe(READ);
});

const lacking = (backend: string): string | undefined =>
  nextStep(
    {
      ...judgement,
      verdict: 'inconclusive',
      reasons: [{ code: 'tool-missing', message: '' }],
      plan: { ...judgement.plan, backend },
    },
    'journal.jsonl',
  );

test('a program that is not there is found in another image, or installed on this machine', () => {
  expect(lacking('docker')).toContain('operator: { image: … }');
  expect(lacking('sandbox')).toContain('install it on this machine');
});
