import { describe, expect, it } from 'vitest';
import { toyCommand, toyPlan, toySteps } from '../support/toy-plan.ts';
import type { Plan } from '../../src/plan/model.ts';
import { conduct, eventsOf, setScene, verdictOf } from './scene.ts';

setScene();

const withoutControl = (more: Partial<Plan>): Plan => toyPlan({ control: false, ...more });

describe('the runbook’s diagnoses', () => {
  it('are typed twice in the control, before anything is broken, where they are known to look only', async () => {
    const [look, ...others] = toySteps('diagnose: ctl look web', 'mitigate: ctl restart web', 'verify: true');
    const commands = [...(look?.commands ?? []), toyCommand('touch x', { looks: false })];
    const drill = await conduct(toyPlan({ steps: [{ ...look, commands }, ...others] as Plan['steps'] }));
    const story = drill.events.flatMap((event) =>
      'arm' in event && event.arm === 'control'
        ? event.type === 'phase'
          ? [event.phase]
          : event.type === 'command-finished'
            ? [event.command]
            : []
        : [],
    );
    expect(story.slice(0, 6)).toEqual([
      'prepare',
      'diagnose',
      'ctl look web',
      'ctl look web',
      'steady',
      'inject',
    ]);
    expect(drill.verdict).toBe('pass');
    expect(drill.notes.map(({ code }) => code)).toEqual(['diagnosis-blind']);
  });

  it('that do harm make no control', async () => {
    const harmful = toySteps('diagnose: ctl stop web', 'mitigate: ctl restart web', 'verify: true');
    const timing = { ...toyPlan().timing, steadyTimeout: 500 };
    expect(verdictOf(await conduct(toyPlan({ steps: harmful, timing })))).toBe('inconclusive not-steady');
  });
});

describe('the runbook’s steps', () => {
  it('repeats a verification until it holds', async () => {
    const steps = toySteps('mitigate: ctl restart web', 'verify: tries=$((tries + 1)); [ $tries -ge 2 ]');
    const drill = await conduct(withoutControl({ steps }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(eventsOf(drill, 'command-finished').at(-1)).toMatchObject({ status: 'ok', tries: 2 });
  });

  it('tries a check again that failed before anything was done', async () => {
    const steps = toySteps('verify: [ -e done ]', 'mitigate: ctl restart web; touch done');
    const drill = await conduct(withoutControl({ steps }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(eventsOf(drill, 'command-finished').map(({ status }) => status)).toEqual(['failed', 'ok', 'ok']);
  });

  it('runs a fallback when the verification before it did not hold, and verifies again', async () => {
    const [nothing, verify, fallback] = toySteps(
      'mitigate: true',
      'verify: [ -e done ]',
      'mitigate: ctl restart web; touch done',
    );
    const steps = [nothing, verify, { ...fallback, fallback: true }] as Plan['steps'];
    const drill = await conduct(withoutControl({ steps }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(eventsOf(drill, 'command-finished').map(({ status }) => status)).toEqual([
      'ok',
      'failed',
      'ok',
      'ok',
    ]);
  });

  it.each([
    ['a verification that could not be typed', ['verify: true']],
    ['one that was typed before something was done', ['verify: true', 'mitigate: true', 'verify: true']],
  ] as const)('asks the probes whether a fallback is needed after %s', async (_, before) => {
    const steps = toySteps(...before, 'mitigate: ctl restart web; touch done').map((step, index) => {
      const skip = { code: 'placeholder', message: '<token> is not bound' } as const;
      if (index === before.length) return { ...step, fallback: true };
      return index < before.length - 1
        ? step
        : { ...step, commands: step.commands.map((command) => ({ ...command, skip })) };
    });
    const drill = await conduct(withoutControl({ steps }));
    expect(drill.steps.at(-1)).toMatchObject({ command: 'ctl restart web; touch done', status: 'ok' });
    expect(drill.verdict).toBe('pass');
  });

  it('fails a verification that never holds, though the probes do', async () => {
    const drill = await conduct(
      withoutControl({ steps: toySteps('mitigate: ctl restart web', 'verify: false') }),
    );
    expect(verdictOf(drill)).toBe('fail verification-failed');
  });

  it.each([
    ['', 'echo NOAUTH'],
    [', also where a later try is cut off', '[ -e tried ] && sleep 1000; touch tried; echo NOAUTH'],
  ])('takes output that does not show what it should for a failure%s', async (_, command) => {
    const expecting = {
      expect: { text: 'PONG', origin: { from: 'runbook', what: 'Should return PONG' } as const },
    };
    const [first, second] = toySteps('mitigate: ctl restart web', 'verify: true');
    const steps = [first, { ...second, commands: [toyCommand(command, expecting)] }] as Plan['steps'];
    const drill = await conduct(withoutControl({ steps }));
    expect(drill.steps.at(-1)).toMatchObject({ status: 'failed', reason: 'its output does not show “PONG”' });
  });

  it.each([
    ['false', 'pass'],
    ['echo FATAL', 'fail verification-failed'],
  ])('holds a verification that must print nothing by what it prints: %s', async (command, verdict) => {
    const expecting = {
      expect: { text: '', origin: { from: 'runbook', what: 'should return nothing' } as const },
    };
    const [first, second] = toySteps('mitigate: ctl restart web', 'verify: true');
    const steps = [first, { ...second, commands: [toyCommand(command, expecting)] }] as Plan['steps'];
    expect(verdictOf(await conduct(withoutControl({ steps })))).toMatch(new RegExp(`^${verdict}`));
  });

  it('runs a fallback only when the verification before it did not hold', async () => {
    const [restart, verify, fallback] = toySteps(
      'mitigate: ctl restart web',
      'verify: true',
      'mitigate: echo last resort',
    );
    const drill = await conduct(
      withoutControl({ steps: [restart, verify, { ...fallback, fallback: true }] as Plan['steps'] }),
    );
    expect(drill.steps.map(({ status }) => status)).toEqual(['ok', 'ok', 'skipped']);
  });

  it.each([
    ['sleep 1000 & sleep 1000 &', ['line 1, `sleep 1000 & sleep 1000 &`: a job that it started still ran']],
    ['sleep 1000 & kill $!; wait', []],
  ])('notes a job that outlasts the drill: %s', async (command, told) => {
    const steps = toySteps('mitigate: ctl restart web', `mitigate: ${command}`, 'verify: true');
    const drill = await conduct(withoutControl({ steps }));
    expect(verdictOf(drill)).toBe('pass recovered');
    const notes = drill.notes.filter(({ code }) => code === 'still-running');
    expect(notes.map(({ message }) => message.split(' at the end')[0])).toEqual(told);
  });

  it('skips what the plan skips, with its reason', async () => {
    const [manual, restart] = toySteps('mitigate: call the provider', 'mitigate: ctl restart web');
    const skip = { code: 'manual', message: 'a person does this' } as const;
    const drill = await conduct(withoutControl({ steps: [{ ...manual, skip }, restart] as Plan['steps'] }));
    expect(drill.steps[0]).toMatchObject({ status: 'skipped', reason: 'a person does this' });
    expect(verdictOf(drill)).toBe('pass recovered');
  });

  it('says that nothing was run, when all was skipped', async () => {
    const skip = { code: 'manual', message: 'a person does this' } as const;
    const steps = toySteps('mitigate: call the provider').map((step) => ({ ...step, skip }));
    expect(verdictOf(await conduct(withoutControl({ steps })))).toBe('inconclusive nothing-run');
  });

  it('ends what is running when the time to recover is up, and skips the rest', async () => {
    const drill = await conduct(
      withoutControl({ steps: toySteps('mitigate: sleep 1000', 'mitigate: ctl restart web') }),
    );
    expect(drill.steps.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'failed ended: the time to recover was up',
      'skipped the time to recover was up before it',
    ]);
    expect(verdictOf(drill)).toBe('fail not-recovered');
  });
});
