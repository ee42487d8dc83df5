import { z } from 'zod';
import type { System } from '../compose/model.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import type { HarnessError } from '../core/errors.ts';
import { shareField, toShare } from '../core/share-field.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { Load } from '../load/k6.ts';
import type { LoadSecond, LoadSpec } from '../load/model.ts';
import { loadFields, locateScript, scriptField, toLoadSpec } from '../load/schema.ts';
import { defineFault, type Evidence, type Fault } from './model.ts';

const schema = z
  .strictObject({
    load: scriptField,
    ...loadFields,
    'error-rate': shareField
      .default('1%')
      .describe('In force when more than this share of a second’s requests fails.'),
    latency: durationField()
      .optional()
      .describe('In force when the p95 of a second is above this. Default: only errors count'),
  })
  .describe('More traffic than the system bears, by k6.');

type LoadFault = z.infer<typeof schema>;

const specOf = (spec: LoadFault, system: System): LoadSpec | undefined =>
  toLoadSpec({ ...spec, script: spec.load }, system);

/** More traffic than the system bears. The natural cure takes the traffic away or makes room for it: scale, limit, block. */
export const loadFault = defineFault<LoadFault>({
  kind: 'load',
  schema,
  describe: ({ load, rate }) => `load ${load}${rate === undefined ? '' : ` at ${rate}`}`,
  targets: () => [],
  needs: () => [],
  locate: (spec, folder) => ({ ...spec, load: locateScript(spec.load, folder) }),
  validate: (spec, system) =>
    specOf(spec, system) === undefined
      ? [
          'nothing says where the load goes: no service publishes a port with an HTTP health check; write "url:"',
        ]
      : [],
  load: specOf,
  open: (spec, { environment }) => new Overload(spec, environment),
});

class Overload implements Fault {
  readonly #spec: LoadFault;
  readonly #environment: StartedEnvironment;
  #load: Load | undefined;
  #last: LoadSecond | undefined;
  #broken: HarnessError | undefined;
  /** It has been in force. */
  #wasSeen = false;
  #isOver = false;

  constructor(spec: LoadFault, environment: StartedEnvironment) {
    this.#spec = spec;
    this.#environment = environment;
  }

  async inject(): Promise<void> {
    const spec = specOf(this.#spec, this.#environment.system);
    if (spec === undefined) throw new Error('no URL');
    this.#load = await Load.start(this.#environment, spec, {
      onSecond: (second) => (this.#last = second),
      onEnd: () => (this.#isOver = true),
      onError: (error) => (this.#broken = error),
    });
  }

  /** k6’s own figures of the last second; of a load that is over, the last one says nothing of now. */
  evidence(): Promise<Evidence> {
    const most = toShare(this.#spec['error-rate']);
    const latency = this.#spec.latency === undefined ? undefined : toMs(this.#spec.latency);
    if (this.#broken !== undefined) return Promise.resolve({ seen: false, what: this.#broken.message });
    if (this.#isOver && this.#wasSeen) return Promise.resolve({ seen: false, what: 'the load is over' });
    if (this.#last === undefined)
      return Promise.resolve({
        seen: false,
        what: this.#load?.askedNothing ?? 'no second of load is over yet',
      });
    const { requests, failed, p95 } = this.#last;
    // There is none where too many were not answered well.
    const isSlow = latency !== undefined && (p95 === undefined || p95 > latency);
    const seen = this.#load !== undefined && (failed / requests > most || isSlow);
    this.#wasSeen ||= seen;
    return Promise.resolve({
      seen,
      what: `${failed} of ${requests} requests failed in a second, ${p95 === undefined ? 'no p95' : `p95 ${p95} ms`}`,
    });
  }

  async heal(): Promise<void> {
    const load = this.#load;
    this.#load = undefined;
    await load?.[Symbol.asyncDispose]();
  }
}
