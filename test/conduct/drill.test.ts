import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ToyBackend, toyProbe, toySystem } from '../support/toy-environment.ts';
import { KILL_WEB, toyCommand, toyPlan, toySteps } from '../support/toy-plan.ts';
import { type Clock, systemClock } from '../../src/core/clock.ts';
import { HarnessError } from '../../src/core/errors.ts';
import type { DrillEvent, EventBody, EventOf, Phase } from '../../src/core/event.ts';
import { faults } from '../../src/fault/catalogue.ts';
import { defineFault, type FaultDefinition } from '../../src/fault/model.ts';
import type { Plan } from '../../src/plan/model.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Judgement } from '../../src/verdict/model.ts';
import { conductDrill } from '../../src/conduct/conduct.ts';
import { openJournal, readJournal } from '../../src/conduct/journal.ts';
import { secretsOf } from '../../src/conduct/secrets.ts';

let folder: string;
let backend: ToyBackend;
let drills = 0;

let waiting = 0;

const clock: Clock = {
  ...systemClock,
  sleep: async (ms, signal) => {
    waiting += 1;
    await systemClock.sleep(ms, signal);
    waiting -= 1;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-conduct-'));
  backend = new ToyBackend();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  if (waiting > 0) throw new Error('a drill has ended that still waits for something');
  if (backend.live > 0) throw new Error('an environment was not disposed of');
});

/** Breaks something that no probe looks at. */
const unseen = defineFault({
  kind: 'unseen',
  schema: z.unknown(),
  describe: () => 'something else',
  targets: () => [],
  needs: () => [],
  open: () => ({
    inject: () => Promise.resolve(),
    evidence: () => Promise.resolve({ seen: true, what: 'it is broken' }),
    heal: () => Promise.resolve(),
  }),
}) as FaultDefinition;

/** Cannot be put in. */
const broken = {
  ...unseen,
  kind: 'broken',
  open: () => ({ ...unseen.open({}, {} as never), inject: () => Promise.reject(new Error('no way')) }),
};

interface Conducted extends Judgement {
  readonly events: readonly DrillEvent[];
  readonly text: string;
}

const conduct = async (
  plan: Plan,
  onEvent: (event: DrillEvent, interruption: AbortController) => void = () => {},
): Promise<Conducted> => {
  const interruption = new AbortController();
  drills += 1;
  using journal = openJournal(join(folder, `${drills}.jsonl`), {
    secrets: secretsOf(toySystem, [], {}),
    clock,
    onEvent: (event) => onEvent(event, interruption),
  });
  await conductDrill(plan, {
    ...journal,
    backend,
    system: toySystem,
    faults: [...faults, unseen, broken],
    probes: [toyProbe],
    signal: interruption.signal,
    version: 'test',
  });
  const events = readJournal(journal.text(), 'toy');
  if (!events.ok) throw new Error(events.diagnostics[0]?.message);
  return { ...judge(events.value), events: events.value, text: journal.text() };
};

const verdictOf = ({ verdict, reasons }: Judgement): string =>
  [verdict, ...reasons.map(({ code }) => code)].join(' ');

const eventsOf = <Type extends EventBody['type']>(
  { events }: Conducted,
  type: Type,
): readonly EventOf<Type>[] => events.filter((event): event is EventOf<Type> => event.type === type);

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
      ...['prepare', 'steady', 'inject', 'detect', 'recover', 'audit', 'teardown'].map(
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

  it('is inconclusive when the system heals itself', async () => {
    const faulty = toyPlan({ faults: [{ ...KILL_WEB, liftedBy: { after: 150 } }] });
    const drill = await conduct(faulty);
    expect(verdictOf(drill)).toBe('inconclusive control-recovered');
    // The runbook may be quicker, or not.
    expect(eventsOf(drill, 'fault-lifted')).toContainEqual(
      expect.objectContaining({ arm: 'control', by: '150 ms passed' }),
    );
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
    backend.prepare = (web) => {
      web.up = () => Promise.resolve();
    };
    const drill = await conduct(toyPlan());
    expect(verdictOf(drill)).toBe('inconclusive not-steady');
    expect(drill.reasons[0]?.message).toMatch(/web: .*ECONNREFUSED/);
  });

  it('is inconclusive when the environment does not start', async () => {
    backend.start = () => Promise.reject(new HarnessError('service-not-ready', 'web did not become ready'));
    expect(verdictOf(await conduct(toyPlan()))).toBe('inconclusive service-not-ready');
  });

  it('is inconclusive when the operator’s shell does not start', async () => {
    const start = backend.start.bind(backend);
    backend.start = async (...how) => ({
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

const withoutControl = (more: Partial<Plan>): Plan => toyPlan({ control: false, ...more });

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

  it('fails a verification that never holds, though the probes do', async () => {
    const drill = await conduct(
      withoutControl({ steps: toySteps('mitigate: ctl restart web', 'verify: false') }),
    );
    expect(verdictOf(drill)).toBe('fail verification-failed');
  });

  it('takes output that does not show what it should for a failure', async () => {
    const expecting = {
      expect: { text: 'PONG', origin: { from: 'runbook', what: 'Should return PONG' } as const },
    };
    const [first, second] = toySteps('mitigate: ctl restart web', 'verify: echo NOAUTH');
    const steps = [first, { ...second, commands: [toyCommand('echo NOAUTH', expecting)] }] as Plan['steps'];
    const drill = await conduct(withoutControl({ steps }));
    expect(drill.steps.at(-1)).toMatchObject({ status: 'failed', reason: 'its output does not show “PONG”' });
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

it('lifts a fault at the event that the drill names', async () => {
  const cured = { ...KILL_WEB, kind: 'unseen', liftedBy: { event: 'restart web' } };
  const drill = await conduct(
    toyPlan({ control: false, faults: [KILL_WEB, { ...cured, what: 'something else' }] }),
  );
  expect(eventsOf(drill, 'fault-lifted')).toMatchObject([{ fault: 'something else', by: 'ctl restart web' }]);
  expect(eventsOf(drill, 'fault-healed')).toMatchObject([{ fault: 'kill web' }]);
});
