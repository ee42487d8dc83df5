import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { faults } from '../../src/fault/catalogue.ts';
import type { Evidence, Fault, FaultDefinition } from '../../src/fault/model.ts';
import { lend } from '../support/remote-environment.ts';

/** A fault as a drill file has it. */
export type Spec = Readonly<Record<string, unknown>>;

/** What every fault must do, tried with this spec. */
export interface FaultCase {
  readonly spec: Spec;
  /** What the evidence says while it is in force. */
  readonly seen: RegExp;
  /** Needs a process of the one that injects, which cannot be lent to another. */
  readonly own?: boolean;
}

export const definitionOf = (spec: Spec): FaultDefinition => {
  const found = faults.find(({ kind }) => kind in spec);
  if (found === undefined) throw new Error(`no fault in ${JSON.stringify(spec)}`);
  return found;
};

/** As a drill file has it: schema and system must take it. Nothing is broken yet. */
export const open = (spec: Spec, environment: StartedEnvironment): Fault => {
  const definition = definitionOf(spec);
  const checked = definition.schema.parse(spec);
  expect(definition.validate?.(checked, environment.system) ?? []).toEqual([]);
  const { signal } = new AbortController();
  return definition.open(checked, { environment, clock: systemClock, signal });
};

/** Injected; healed at the end, so that a test that fails does not fail the next. */
export const inject = async (spec: Spec, environment: StartedEnvironment): Promise<Fault> => {
  const fault = open(spec, environment);
  onTestFinished(() => fault.heal());
  await fault.inject();
  return fault;
};

/** In ms; a drill waits less long, and its machine is less busy. */
const PATIENCE = 30_000;

/**
 * The last evidence, as soon as it is as wanted, or else after a while. Each tells of its moment: what it says at first (a container
 * that is restarting, a port that was slow to refuse) may be as true, and is not what is meant.
 */
export const evidence = async (fault: Fault, seen: boolean, what = /(?:)/): Promise<Evidence> => {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const isLast = performance.now() > deadline;
    // What cannot be read (a service is just being started) says neither.
    const found = await fault.evidence().catch((error: unknown) => {
      if (isLast) throw error;
    });
    if (found !== undefined && ((found.seen === seen && what.test(found.what)) || isLast)) return found;
  }
};

/**
 * In, seen, out, not seen, and again; healed by another process than the one that put it in.
 * @param byAnother whether to try the latter, which is nothing of the backend's
 */
export const conformance = (
  cases: readonly FaultCase[],
  environment: () => StartedEnvironment,
  byAnother = true,
): void => {
  afterAll(() => void next?.kill('SIGKILL'));
  describe.each(cases.map((one) => [JSON.stringify(one.spec), one] as const))(
    '%s',
    (_, { spec, seen, own = false }) => {
      const shown = { seen: true, what: expect.stringMatching(seen) as string };

      test('is seen while it is in, and can be put in again', async () => {
        const fault = open(spec, environment());
        onTestFinished(() => fault.heal());
        expect(await evidence(fault, false)).toMatchObject({ seen: false });
        await fault.inject();
        expect(await evidence(fault, true, seen)).toEqual(shown);
        await fault.heal();
        expect(await evidence(fault, false)).toMatchObject({ seen: false });
        await fault.inject();
        expect(await evidence(fault, true, seen)).toEqual(shown);
        await fault.heal();
        await fault.heal();
        expect(await evidence(fault, false)).toMatchObject({ seen: false });
        await well(environment());
      });

      if (own || !byAnother) return;
      test('is healed after the process that put it in was killed', async () => {
        const fault = open(spec, environment());
        onTestFinished(() => fault.heal());
        await injectAndDie(spec, environment());
        await fault.heal();
        expect(await evidence(fault, false)).toMatchObject({ seen: false });
        await well(environment());
      });
    },
  );
};

/** Everything runs again, and is healthy where it can tell. */
const well = (environment: StartedEnvironment): Promise<void> =>
  expect
    .poll(
      async () => {
        const all = environment.system.services.map(
          async ({ name }) => (await environment.status(name)).state,
        );
        return (await Promise.all(all)).filter((state) => state !== 'running' && state !== 'healthy');
      },
      { message: 'services that do not run' },
    )
    .toEqual([]);

const INJECTOR = fileURLToPath(new URL('injector.ts', import.meta.url));

/** Each is loaded while the test before it runs. It ends with its channel. */
let next: ChildProcess | undefined;

const injector = (): ChildProcess => {
  const ready = next ?? fork(INJECTOR, { serialization: 'json' });
  next = fork(INJECTOR, { serialization: 'json' });
  return ready;
};

const injectAndDie = async (spec: Spec, environment: StartedEnvironment): Promise<void> => {
  const { kind, schema } = definitionOf(spec);
  const child = injector();
  lend(environment, child);
  const injected = new Promise<void>((done, fail) => {
    child.on('message', (message) => 'injected' in (message as object) && done());
    child.on('exit', () => fail(new Error('the injector ended before the fault was in')));
  });
  child.send({ system: environment.system, kind, spec: schema.parse(spec) });
  await injected;
  child.kill('SIGKILL');
  await once(child, 'exit');
};
