import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { z } from 'zod';
import { ToyBackend, toyProbe, toySystem } from '../support/toy-environment.ts';
import { type Clock, systemClock } from '../../src/core/clock.ts';
import { HarnessError } from '../../src/core/errors.ts';
import type { DrillEvent, EventBody, EventOf } from '../../src/core/event.ts';
import { faults } from '../../src/fault/catalogue.ts';
import { defineFault, type FaultDefinition } from '../../src/fault/model.ts';
import type { Plan } from '../../src/plan/model.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Judgement } from '../../src/verdict/model.ts';
import { conductDrill } from '../../src/conduct/conduct.ts';
import { openJournal, readJournal } from '../../src/conduct/journal.ts';
import { secretsOf } from '../../src/conduct/secrets.ts';

/** Where toy drills are conducted: afresh for each test. */
export const scene = { folder: '', backend: new ToyBackend() };

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

/** To be called once in a file; after each test nothing may be left. */
export const setScene = (): void => {
  beforeEach(() => {
    scene.folder = mkdtempSync(join(tmpdir(), 'drillbook-conduct-'));
    scene.backend = new ToyBackend();
  });

  afterEach(() => {
    rmSync(scene.folder, { recursive: true, force: true });
    if (waiting > 0) throw new Error('a drill has ended that still waits for something');
    if (scene.backend.live > 0) throw new Error('an environment was not disposed of');
  });
};

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

/** Finds something to break only where web runs. */
const onlyWhatRuns: FaultDefinition = {
  ...unseen,
  kind: 'only-what-runs',
  open: (spec, context) => ({
    ...unseen.open(spec, context),
    inject: async () => {
      const { state } = await context.environment.status('web');
      if (state !== 'running') throw new Error('it is not running');
    },
  }),
};

const never = (): Promise<never> => new Promise(() => {});

/** Is put in for ever. */
const endless = {
  ...unseen,
  kind: 'endless',
  open: () => ({ ...unseen.open({}, {} as never), inject: never }),
};

/** Its evidence is never read. */
const unread = {
  ...unseen,
  kind: 'unread',
  open: () => ({ ...unseen.open({}, {} as never), evidence: never }),
};

/** Is in force at once, and takes Drillbook its time to put in. */
const gradual: FaultDefinition = {
  ...unseen,
  kind: 'gradual',
  open: (spec, context) => ({
    ...unseen.open(spec, context),
    inject: async () => {
      await context.environment.control('web', 'kill', 'gradual');
      await systemClock.sleep(2100);
    },
  }),
};

/** In force at once, and its evidence takes longer than the time to recover. */
const slowlyRead: FaultDefinition = {
  ...unseen,
  kind: 'slowly-read',
  open: (spec, context) => {
    let reading: Promise<void> | undefined;
    return {
      ...unseen.open(spec, context),
      inject: () => context.environment.control('web', 'kill', 'slowly-read'),
      evidence: async () => {
        await (reading ??= systemClock.sleep(1100));
        return { seen: true, what: 'it is broken' };
      },
    };
  },
};

/** Takes its time to go, and cannot be taken out twice at once. */
const slow: FaultDefinition = {
  ...unseen,
  kind: 'slow',
  open: (spec, context) => {
    let isGoing = false;
    const heal = async (): Promise<void> => {
      if (isGoing) throw new HarnessError('not-alone', 'it is being taken out');
      isGoing = true;
      await systemClock.sleep(500);
      isGoing = false;
    };
    return { ...unseen.open(spec, context), heal };
  },
};

export interface Conducted extends Judgement {
  readonly events: readonly DrillEvent[];
  readonly text: string;
}

export const conduct = async (
  plan: Plan,
  onEvent: (event: DrillEvent, interruption: AbortController) => void = () => {},
): Promise<Conducted> => {
  const interruption = new AbortController();
  drills += 1;
  using journal = openJournal(join(scene.folder, `${drills}.jsonl`), {
    secrets: secretsOf(toySystem, { secrets: [], bind: {} }, {}),
    clock,
    onEvent: (event) => onEvent(event, interruption),
  });
  await conductDrill(plan, {
    ...journal,
    backend: scene.backend,
    system: toySystem,
    faults: [...faults, unseen, broken, onlyWhatRuns, endless, unread, slow, gradual, slowlyRead],
    probes: [toyProbe],
    signal: interruption.signal,
    version: 'test',
  });
  const events = readJournal(journal.text(), 'toy');
  if (!events.ok) throw new Error(events.diagnostics[0]?.message);
  return { ...judge(events.value), events: events.value, text: journal.text() };
};

export const verdictOf = ({ verdict, reasons }: Judgement): string =>
  [verdict, ...reasons.map(({ code }) => code)].join(' ');

export const eventsOf = <Type extends EventBody['type']>(
  { events }: Conducted,
  type: Type,
): readonly EventOf<Type>[] => events.filter((event): event is EventOf<Type> => event.type === type);
