import { serviceNamed } from '../compose/service-named.ts';
import { STORE_PORTS, storeKind, storesOf } from '../compose/store.ts';
import type { StartedEnvironment, Toxic } from '../environment/model.ts';
import { inWords, type Way } from './link/observe.ts';
import { type NetworkFault, PARAMETERS, shape } from './link/schema.ts';
import { TOXICS } from './link/toxics.ts';
import { defineFault, type Evidence, type Fault } from './model.ts';

const schema = shape
  .superRefine((spec, context) => {
    const { needs, takes } = TOXICS[spec.toxic];
    const known = new Set([...needs, ...takes]);
    for (const name of needs) {
      if (spec[name] === undefined)
        context.addIssue({ code: 'custom', path: ['toxic'], message: `${spec.toxic} needs "${name}:"` });
    }
    for (const name of PARAMETERS) {
      if (spec[name] !== undefined && !known.has(name))
        context.addIssue({ code: 'custom', path: [name], message: `${spec.toxic} takes no "${name}"` });
    }
  })
  .describe('The connections between the services and a store are cut, slowed or damaged, by Toxiproxy.');

/** The link between the services and a store is cut, slowed or damaged. Lifted by an event that the drill names. */
export const networkFault = defineFault<NetworkFault>({
  kind: 'network',
  schema,
  incurable: true,
  describe: (spec) => {
    const values = PARAMETERS.filter((name) => spec[name] !== undefined).map(
      (name) => `${name} ${spec[name]}`,
    );
    return `${[spec.toxic, ...values].join(', ')} on the link to ${spec.network}`;
  },
  targets: ({ network }) => [network],
  needs: () => ['toxics'],
  validate: ({ network }, system) => {
    if (storeKind(serviceNamed(system, network)) !== undefined) return [];
    const links = [...storesOf(system, 'postgres'), ...storesOf(system, 'redis')].map(({ name }) => name);
    return [`${network} has no link to disturb: there is one to ${links.join(', ') || 'no service'}`];
  },
  open: (spec, { environment }) => new DisturbedLink(spec, environment),
});

class DisturbedLink implements Fault {
  readonly #spec: NetworkFault;
  readonly #environment: StartedEnvironment;

  constructor(spec: NetworkFault, environment: StartedEnvironment) {
    this.#spec = spec;
    this.#environment = environment;
  }

  async inject(): Promise<void> {
    const { network } = this.#environment;
    const toxic = toxicOf(this.#spec);
    if (toxic === undefined) await network.setEnabled(this.#spec.network, false);
    else await network.addToxic(this.#spec.network, toxic);
  }

  /** The same is tried through the link and straight at the store: only the first may show the fault, and a store that is gone shows none. */
  async evidence(): Promise<Evidence> {
    const { look, shows } = TOXICS[this.#spec.toxic];
    const { observe, patience } = look(this.#spec);
    const [linked, straight] = this.#ways();
    const [through, directly] = await Promise.all([observe(linked, patience), observe(straight, patience)]);
    const isWell = directly.how === 'answered' || directly.how === 'ended';
    return {
      seen: shows(through, this.#spec) && isWell && !shows(directly, this.#spec),
      what: `a connection to ${this.#spec.network}: ${inWords(through)} through the link, ${inWords(directly)} without it`,
    };
  }

  async heal(): Promise<void> {
    const { network } = this.#environment;
    const toxic = toxicOf(this.#spec);
    if (toxic === undefined) await network.setEnabled(this.#spec.network, true);
    else await network.removeToxic(this.#spec.network, toxic.name);
  }

  #ways(): readonly [through: Way, directly: Way] {
    const { network, system } = this.#environment;
    const store = serviceNamed(system, this.#spec.network);
    const kind = storeKind(store);
    if (kind === undefined) throw new Error(`${store.name} is no store`);
    return [
      { store, kind, dial: (signal) => network.dial(store.name, signal) },
      { store, kind, dial: (signal) => this.#environment.dial(store.name, STORE_PORTS[kind], signal) },
    ];
  }
}

const toxicOf = (spec: NetworkFault): Toxic | undefined => {
  const toxic = TOXICS[spec.toxic].toxic?.(spec);
  const name = `drillbook-${spec.toxic}-${spec.stream}`;
  return toxic && { ...toxic, name, stream: spec.stream, toxicity: 1 };
};
