import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarnessError } from '../../src/core/errors.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { inspectScript } from '../../src/load/inspect.ts';
import { Load } from '../../src/load/k6.ts';
import type { LoadSecond, LoadSpec } from '../../src/load/model.ts';
import { toLoadSpec } from '../../src/load/schema.ts';
import { fixtureSystem } from '../environment/systems.ts';
import { inject } from '../fault/conformance.ts';
import { canRun } from '../support/require.ts';

const system = await fixtureSystem('load');
const missing = (await sandboxBackend.missing(system))[0]?.message;
const k6 = await sandboxBackend.tools(['k6']);

const script = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/load/${name}.js`, import.meta.url));

const specOf = (name: string, url?: string): LoadSpec => {
  const spec = toLoadSpec({ script: name, rate: '50/s', duration: '30s', ...(url && { url }) }, system);
  if (spec === undefined) throw new Error('no URL');
  return spec;
};

describe.runIf(
  canRun('k6 in a sandbox', missing ?? (k6.has('k6') ? undefined : 'k6 is missing: scripts/k6')),
)('k6 in the operator’s place', () => {
  let environment: StartedEnvironment;
  beforeAll(async () => {
    environment = await sandboxBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
    });
  });
  afterAll(() => environment[Symbol.asyncDispose]());

  /** Runs a script until a whole second of it is known. */
  const firstSecond = async (spec: LoadSpec) => {
    const known = Promise.withResolvers<void>();
    const seconds: LoadSecond[] = [];
    await using load = await Load.start(environment, spec, {
      onSecond: (second) => {
        seconds.push(second);
        if (seconds.length === 2) known.resolve();
      },
      onError: (error) => expect.unreachable(error.message),
    });
    await known.promise;
    const thresholds = await load.stop();
    return { second: seconds[1], thresholds };
  };

  it('asks the published port, at the path of its health check and the rate that is wanted', async () => {
    const { second, thresholds } = await firstSecond(specOf('steady'));
    expect(second).toMatchObject({ failed: 0, p50: expect.any(Number), p99: expect.any(Number) });
    // Not twice the rate; a slow machine may send fewer.
    expect(second?.requests).toBeLessThan(100);
    expect(thresholds).toContainEqual({ metric: 'http_req_failed: rate<0.01', met: true });
  });

  it('tells of failures, and of a threshold that does not hold', async () => {
    const { second, thresholds } = await firstSecond(specOf('steady', 'http://localhost:8000/broken'));
    expect(second?.failed).toBe(second?.requests);
    expect(thresholds).toContainEqual({ metric: 'http_req_failed: rate<0.01', met: false });
  });

  it('runs a script that imports and opens files beside it, and plans it', async () => {
    const spec = specOf(script('beside'));
    await expect(inspectScript(spec)).resolves.toBeUndefined();
    const { second, thresholds } = await firstSecond(spec);
    expect(second?.failed).toBe(0);
    expect(thresholds).toContainEqual({ metric: 'http_req_failed: rate<0.01', met: true });
  });

  it('takes wrong passwords that are let in for failures', async () => {
    const { second } = await firstSecond(specOf('brute-force'));
    expect(second?.failed).toBe(second?.requests);
  });

  it('says in k6’s words what is wrong with a script', async () => {
    const options = { onSecond: () => {}, onError: () => {} };
    await expect(Load.start(environment, specOf(script('broken')), options)).rejects.toThrow(
      /k6 ended with 107: .*this script is broken/,
    );
    await expect(Load.start(environment, specOf(script('no-such')), options)).rejects.toThrow(
      /cannot read the k6 script/,
    );
  });

  it('tells of a script that is through, and of a threshold that nothing was measured for', async () => {
    const ended = Promise.withResolvers<void>();
    await using load = await Load.start(environment, specOf(script('ends-early')), {
      onSecond: () => {},
      onEnd: ended.resolve,
      onError: (error) => expect.unreachable(error.message),
    });
    await ended.promise;
    const thresholds = (await load.stop()).toSorted((a, b) => (a.metric < b.metric ? -1 : 1));
    expect(thresholds).toEqual([
      { metric: 'checks: rate>0.99', met: true, empty: true },
      { metric: 'http_reqs: count>2', met: true },
    ]);
  });

  it('tells of a script that breaks off each time before it has asked anything', async () => {
    const errors: string[] = [];
    const load = await Load.start(environment, specOf(script('throws')), {
      onSecond: () => expect.unreachable(),
      onEnd: () => expect.unreachable(),
      onError: ({ message }) => errors.push(message),
    });
    // It has begun before it breaks off for the first time: ended in between, there is nothing to tell.
    await expect.poll(() => load.askedNothing).toBeDefined();
    await load.stop();
    expect(errors).toEqual(['the script asked nothing: Error: no token in the answer']);
  });

  it('tells of it at the end, too, of a script that is through by then', async () => {
    const ended = Promise.withResolvers<void>();
    const errors: string[] = [];
    await using load = await Load.start(environment, specOf(script('throws'), 'http://localhost:8000/once'), {
      onSecond: () => expect.unreachable(),
      onEnd: ended.resolve,
      onError: ({ message }) => errors.push(message),
    });
    await ended.promise;
    expect(errors).toEqual([]);
    await load.stop();
    expect(errors).toEqual(['the script asked nothing: Error: no token in the answer']);
  });

  it('as a fault, says what such a script threw', async () => {
    const fault = await inject({ load: script('throws'), url: 'http://localhost:8000/' }, environment);
    await expect
      .poll(async () => (await fault.evidence()).what)
      .toBe('the script asked nothing: Error: no token in the answer');
  });

  it('lets no script reach another address', async () => {
    const ended = Promise.withResolvers<HarnessError>();
    await using _load = await Load.start(environment, specOf(script('elsewhere')), {
      onSecond: () => {},
      onError: ended.resolve,
    });
    expect((await ended.promise).message).toMatch(/blacklisted/);
  });
});
