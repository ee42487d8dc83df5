import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KILL_WEB, toyPlan, toySteps } from '../support/toy-plan.ts';
import { HarnessError } from '../../src/core/errors.ts';
import type { DrillEvent, Phase } from '../../src/core/event.ts';
import type { PlannedProbe } from '../../src/plan/model.ts';
import { judge } from '../../src/verdict/judge.ts';
import { conduct, eventsOf, scene, setScene, verdictOf } from './scene.ts';

setScene();

describe('a whole drill', () => {
  it('passes when the runbook brings the system back, and nothing else does', async () => {
    const drill = await conduct(toyPlan());
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(drill.control).toMatchObject({ ran: true, recovered: false });
    expect(drill.control.watchedMs).toBeGreaterThanOrEqual(2 * (drill.measures.recoverMs as number));
    expect(eventsOf(drill, 'phase').map(({ arm, phase }) => `${arm} ${phase}`)).toEqual([
      ...['prepare', 'steady', 'inject', 'detect', 'respond', 'recover', 'audit', 'teardown'].map(
        (phase) => `treated ${phase}`,
      ),
      ...['prepare', 'diagnose', 'steady', 'inject', 'detect', 'recover', 'audit', 'teardown'].map(
        (phase) => `control ${phase}`,
      ),
    ]);
    expect(drill.events.at(-1)?.type).toBe('drill-finished');
  });

  it('fails when the line that helps is taken out of the runbook', async () => {
    const drill = await conduct(toyPlan({ steps: toySteps('mitigate: echo restart web') }));
    expect(verdictOf(drill)).toBe('fail not-recovered');
    expect(drill.reasons[0]?.message).toContain('web is exited; port 80 refuses connections');
    expect(drill.control.ran).toBe(false);
  });

  it('fails when the runbook brings the system back, and then takes it down', async () => {
    const steps = toySteps('mitigate: ctl restart web', 'verify: sleep 0.3', 'mitigate: ctl stop web');
    const drill = await conduct(toyPlan({ steps }));
    expect(verdictOf(drill)).toBe('fail not-recovered');
    expect(drill.reasons[0]?.message).toMatch(/^the system was back after .*, and down again when/);
    expect(eventsOf(drill, 'recovered')).toEqual([]);
  });

  it('does not count what the runbook does after the recovery, where the system holds', async () => {
    const steps = toySteps('mitigate: ctl restart web', 'verify: sleep 0.7');
    const drill = await conduct(toyPlan({ control: false, steps }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(drill.measures.recoverMs).toBeLessThan(700);
  });

  it('leaves the runbook its whole time, however long the fault takes to be put in', async () => {
    const faults = [{ kind: 'gradual', spec: {}, what: 'take web down' }];
    const drill = await conduct(toyPlan({ control: false, faults }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(drill.measures).toMatchObject({ detectMs: 0, outageMs: drill.measures.recoverMs });
  });

  it('begins no runbook whose time was over before it', async () => {
    const faults = [{ kind: 'slowly-read', spec: {}, what: 'take web down' }];
    const timing = { ...toyPlan().timing, recoverTimeout: 1000 };
    const drill = await conduct(toyPlan({ faults, timing }));
    expect(verdictOf(drill)).toBe('inconclusive nothing-run');
    expect(drill.reasons[0]?.message).toContain('the time to recover was up before it');
    expect(eventsOf(drill, 'command-started')).toEqual([]);
  });

  it('is inconclusive when the system heals itself', async () => {
    const faulty = toyPlan({ faults: [{ ...KILL_WEB, liftedBy: { after: 500 } }] });
    const drill = await conduct(faulty);
    expect(verdictOf(drill)).toBe('inconclusive control-recovered');
    // The runbook may be quicker, or not.
    expect(eventsOf(drill, 'fault-lifted')).toContainEqual(
      expect.objectContaining({ arm: 'control', by: '500 ms passed' }),
    );
  });

  it('does not say that it heals itself while a fault is in force', async () => {
    const lasting = { kind: 'unseen', spec: {}, what: 'break something else' };
    const drill = await conduct(toyPlan({ faults: [{ ...KILL_WEB, liftedBy: { after: 500 } }, lasting] }));
    expect(verdictOf(drill)).toBe('inconclusive control-in-force');
    expect(drill.reasons[0]?.message).toContain('“break something else” was still in force: it is broken');
  });

  it('is watched until what was asked tells the error rate that is promised', async () => {
    const level = { figure: 'error-rate', of: ['web'], within: 60_000 } as const;
    const origin = { from: 'default', what: 'toy' } as const;
    const rate = { name: 'error-rate', limit: 0.05, unit: 'share', level, origin } as const;
    const drill = await conduct(toyPlan({ objectives: [...toyPlan().objectives, rate] }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(drill.objectives[1]).toMatchObject({ met: true });
  });

  it('has not recovered before the last of its faults has come', async () => {
    const again = { ...KILL_WEB, what: 'kill web again', after: 1000 };
    const drill = await conduct(toyPlan({ faults: [KILL_WEB, again] }));
    expect(verdictOf(drill)).toBe('fail not-recovered');
    expect(eventsOf(drill, 'fault-injected').map(({ fault }) => fault)).toEqual([
      'kill web',
      'kill web again',
    ]);
    const [first, second] = eventsOf(drill, 'fault-injected') as [DrillEvent, DrillEvent];
    expect(second.at - first.at).toBeGreaterThanOrEqual(999);
    expect(eventsOf(drill, 'sample').some(({ ok, at }) => ok && at > first.at && at < second.at)).toBe(true);
    const healed = eventsOf(drill, 'fault-healed').map(({ fault }) => fault);
    expect(healed).toEqual(['kill web again', 'kill web']);
  });

  it('has recovered when it did, where a later fault does no harm that is seen', async () => {
    const more = { kind: 'unseen', spec: {}, what: 'break something else', after: 1000 };
    const drill = await conduct(toyPlan({ faults: [KILL_WEB, more] }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(drill.measures.recoverMs).toBeLessThan(1000);
    const evidence = eventsOf(drill, 'evidence').find(({ fault }) => fault === more.what);
    expect(evidence).toMatchObject({ when: 'after-inject', seen: true });
  });

  it('is inconclusive when a fault that comes later cannot be put in', async () => {
    const bad = { kind: 'process', spec: { process: 'db', action: 'kill' }, what: 'kill db', after: 50 };
    const drill = await conduct(toyPlan({ faults: [KILL_WEB, { ...bad, kind: 'broken' }] }));
    expect(verdictOf(drill)).toMatch(/^inconclusive fault-not-injected/);
  });

  it('asks the control for no later fault, where the first has left nothing to break', async () => {
    const later = { kind: 'only-what-runs', spec: {}, what: 'pause web', after: 800 };
    const drill = await conduct(toyPlan({ faults: [KILL_WEB, later] }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(eventsOf(drill, 'evidence').filter(({ place }) => place === 1)).toMatchObject([
      { arm: 'treated', when: 'after-inject', seen: true },
      { arm: 'treated', when: 'audit' },
      { arm: 'control', when: 'after-inject', seen: false, what: 'could not pause web: it is not running' },
      { arm: 'control', when: 'audit' },
    ]);
  });

  it('says what lifted a fault', async () => {
    const lifted = toyPlan({
      faults: [KILL_WEB, { kind: 'unseen', spec: {}, what: 'more', liftedBy: { event: 'restart web' } }],
    });
    const drill = await conduct(lifted);
    expect(eventsOf(drill, 'fault-lifted')).toMatchObject([
      { arm: 'treated', fault: 'more', by: 'ctl restart web' },
    ]);
    expect(eventsOf(drill, 'fault-healed').map(({ arm, fault }) => `${arm} ${fault}`)).toEqual([
      'treated kill web',
      'control more',
      'control kill web',
    ]);
  });

  it('is over only when what lifts a fault has taken it out', async () => {
    const lifted = { kind: 'slow', spec: {}, what: 'more', liftedBy: { event: 'restart web' } };
    const drill = await conduct(toyPlan({ control: false, faults: [KILL_WEB, lifted] }));
    expect(verdictOf(drill)).toBe('pass recovered');
    expect(eventsOf(drill, 'fault-lifted').map(({ fault }) => fault)).toEqual(['more']);
  });

  it('is inconclusive when nothing is broken', async () => {
    const clocked = toyPlan({ faults: [{ kind: 'noop', spec: { noop: {} }, what: 'nothing' }] });
    expect(verdictOf(await conduct(clocked))).toBe('inconclusive no-evidence');
  }, 10_000);

  it('is inconclusive when no probe sees what is broken', async () => {
    const drill = await conduct(toyPlan({ faults: [{ kind: 'unseen', spec: {}, what: 'something else' }] }));
    expect(verdictOf(drill)).toBe('inconclusive not-noticed');
    expect(drill.steps).toEqual([]);
  });

  it('is inconclusive when the system was not steady before', async () => {
    scene.backend.prepare = (web) => {
      web.up = () => Promise.resolve();
    };
    const drill = await conduct(toyPlan());
    expect(verdictOf(drill)).toBe('inconclusive not-steady');
    expect(drill.reasons[0]?.message).toMatch(/web: .*ECONNREFUSED/);
  });

  it('is inconclusive when the environment does not start', async () => {
    scene.backend.start = () =>
      Promise.reject(new HarnessError('service-not-ready', 'web did not become ready'));
    expect(verdictOf(await conduct(toyPlan()))).toBe('inconclusive service-not-ready');
  });

  it('is inconclusive when the machine refuses something while it starts', async () => {
    scene.backend.start = async () => {
      await readFile('/nowhere/init.sql');
      throw new TypeError('it was read');
    };
    const drill = await conduct(toyPlan());
    expect(verdictOf(drill)).toBe('inconclusive not-started');
    expect(drill.reasons[0]?.message).toMatch(/^the system could not be started: ENOENT: .*init\.sql/);
  });

  it('throws a bug on, and the journal says that it is one', async () => {
    const events: DrillEvent[] = [];
    const [probe] = toyPlan().probes;
    const broken = toyPlan({ probes: [{ ...(probe as PlannedProbe), kind: 'gone' }] });
    const conducted = conduct(broken, (event) => events.push(event));
    await expect(conducted).rejects.toThrow('gone');
    expect(judge(events).reasons).toEqual([{ code: 'bug', message: expect.stringContaining('gone') }]);
  });

  it('throws a bug in a fault that comes later on, once all faults are out', async () => {
    const events: DrillEvent[] = [];
    const gone = { kind: 'gone', spec: {}, what: 'break what is gone', after: 50 };
    const conducted = conduct(toyPlan({ faults: [KILL_WEB, gone] }), (event) => events.push(event));
    await expect(conducted).rejects.toThrow('gone');
    expect(events.filter(({ type }) => type === 'fault-healed')).toHaveLength(1);
    expect(events).toContainEqual(expect.objectContaining({ type: 'harness-error', code: 'bug' }));
  });

  it('is inconclusive when the operator’s shell does not start', async () => {
    const start = scene.backend.start.bind(scene.backend);
    scene.backend.start = async (...how) => ({
      ...(await start(...how)),
      operator: () => spawn('sh', ['-c', 'echo no bash here >&2; exit 127']),
    });
    const drill = await conduct(toyPlan());
    expect(verdictOf(drill)).toBe('inconclusive operator-not-started');
    expect(drill.reasons[0]?.message).toBe("the operator's shell did not start (exit 127): no bash here");
  });

  it('leaves no secret in the journal', async () => {
    const drill = await conduct(
      toyPlan({ steps: toySteps('mitigate: ctl restart web', 'diagnose: echo not-for-the-journal') }),
    );
    expect(drill.text).not.toContain('not-for-the-journal');
    expect(eventsOf(drill, 'command-finished').at(-1)?.output).toBe('***\n');
  });
});

describe('interrupted', () => {
  const phases: readonly Phase[] = [
    'prepare',
    'steady',
    'inject',
    'detect',
    'respond',
    'recover',
    'audit',
    'teardown',
  ];

  it.each(phases)('in the phase %s: heals, tears down, and says so', async (phase) => {
    const drill = await conduct(toyPlan(), (event, interruption) => {
      if (event.type === 'phase' && event.phase === phase) interruption.abort('SIGTERM');
    });
    expect(verdictOf(drill)).toBe('inconclusive interrupted');
    expect(eventsOf(drill, 'interrupted').map(({ signal }) => signal)).toEqual(['SIGTERM']);
    expect(eventsOf(drill, 'fault-healed').length).toBe(eventsOf(drill, 'fault-injected').length);
    expect(drill.events.at(-1)?.type).toBe('drill-finished');
  });

  it.each([
    ['put in', 'endless', 'fault-injected'],
    ['looked at', 'unread', 'evidence'],
  ])('while a fault is %s: does not wait for it', async (_, kind, before) => {
    const faults = [KILL_WEB, { kind, spec: {}, what: 'more' }];
    const drill = await conduct(toyPlan({ faults }), (event, interruption) => {
      if (event.type === before && 'fault' in event) setImmediate(() => interruption.abort('SIGINT'));
    });
    expect(verdictOf(drill)).toBe('inconclusive interrupted');
    expect(eventsOf(drill, 'fault-healed').map(({ fault }) => fault)).toEqual(['more', 'kill web']);
    expect(drill.events.at(-1)?.type).toBe('drill-finished');
  });

  it('while a command hangs: ends it', async () => {
    const steps = toySteps('mitigate: sleep 1000');
    const drill = await conduct(toyPlan({ steps }), (event, interruption) => {
      if (event.type === 'command-started') interruption.abort('SIGINT');
    });
    expect(eventsOf(drill, 'command-finished')[0]).toMatchObject({
      status: 'failed',
      reason: 'ended: SIGINT',
    });
  });
});

it('lifts a fault at the event that the drill names', async () => {
  const cured = { ...KILL_WEB, kind: 'unseen', liftedBy: { event: 'restart web' } };
  const drill = await conduct(
    toyPlan({ control: false, faults: [KILL_WEB, { ...cured, what: 'something else' }] }),
  );
  expect(eventsOf(drill, 'fault-lifted')).toMatchObject([{ fault: 'something else', by: 'ctl restart web' }]);
  expect(eventsOf(drill, 'fault-healed')).toMatchObject([{ fault: 'kill web' }]);
});
