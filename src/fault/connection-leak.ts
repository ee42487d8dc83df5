import { z } from 'zod';
import type { System } from '../compose/model.ts';
import { type Login, loginsTo } from '../compose/postgres-login.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { storesOf } from '../compose/store.ts';
import { requestHttp } from '../environment/dial/http.ts';
import { connectPg } from '../environment/dial/pg.ts';
import { name } from './fields.ts';
import { isUp } from './is-up.ts';
import { defineFault, type Evidence, type Fault, type FaultContext } from './model.ts';

const schema = z
  .strictObject({
    'connection-leak': name.describe('The service that loses the connections of its pool.'),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/, { error: 'a URL such as http://localhost:8000/items/1' })
      .describe('A request that makes it lose one, now and then; made until it is answered no longer.'),
    requests: z.int().min(1).max(10_000).default(200).describe('How often it is made at most.'),
    set: z
      .record(z.string(), z.string())
      .optional()
      .describe('Variables that make the service leak: { POOL_LEAK: "1" }. Default: it does anyway.'),
  })
  .describe('A service has lost all connections of its pool, while its PostgreSQL is well.');

type ConnectionLeak = z.infer<typeof schema>;

/** More than an app lets a request wait for a connection, in ms. */
const PATIENCE = 3000;

/** The service's own leak is made use of. Cured by a restart of the service. */
export const connectionLeak = defineFault<ConnectionLeak>({
  kind: 'connection-leak',
  schema,
  describe: (spec) => `let ${spec['connection-leak']} lose its connections`,
  targets: (spec) => [spec['connection-leak']],
  needs: ({ set }) => ['process-control', ...(set === undefined ? [] : (['recreate'] as const))],
  validate: (spec, system) =>
    storeOf(spec, system) === undefined
      ? [
          `no variable of ${spec['connection-leak']} is the URL of a PostgreSQL: it has no connections to lose`,
        ]
      : [],
  open: (spec, context) => new Leak(spec, context),
});

class Leak implements Fault {
  readonly #spec: ConnectionLeak;
  readonly #context: FaultContext;

  constructor(spec: ConnectionLeak, context: FaultContext) {
    this.#spec = spec;
    this.#context = context;
  }

  async inject(): Promise<void> {
    const { environment, signal, clock } = this.#context;
    const { set, requests } = this.#spec;
    if (set !== undefined) await environment.recreate(this.#service, { environment: set }, 'fault');
    for (let made = 0; made < requests; made += 1) {
      signal.throwIfAborted();
      const answer = await this.#ask();
      if (answer.hangs) return;
      // It is just being started.
      if (answer.refused) await clock.sleep(50, signal);
    }
  }

  async evidence(): Promise<Evidence> {
    const [answer, isWell] = await Promise.all([this.#ask(), this.#storeTakes()]);
    const store = isWell ? 'PostgreSQL takes a connection of its role' : 'PostgreSQL takes none of its role';
    return { seen: answer.hangs && isWell, what: `${this.#spec.url} ${answer.what}; ${store}` };
  }

  async heal(): Promise<void> {
    const { environment } = this.#context;
    if (this.#spec.set !== undefined) await environment.recreate(this.#service, {}, 'heal');
    else if ((await isUp(environment, this.#service)) && (await this.#ask()).hangs)
      await environment.control(this.#service, 'restart', 'heal');
  }

  get #service(): string {
    return this.#spec['connection-leak'];
  }

  async #ask(): Promise<{ readonly hangs: boolean; readonly refused: boolean; readonly what: string }> {
    const signal = AbortSignal.timeout(PATIENCE);
    try {
      const { status } = await requestHttp(this.#context.environment, { url: this.#spec.url }, signal);
      return { hangs: status >= 500, refused: false, what: `is answered with ${status}` };
    } catch (error) {
      if (signal.aborted)
        return { hangs: true, refused: false, what: `is not answered within ${PATIENCE} ms` };
      return { hangs: false, refused: true, what: `fails: ${(error as Error).message}` };
    }
  }

  async #storeTakes(): Promise<boolean> {
    const { environment } = this.#context;
    const { host, login } = storeOf(this.#spec, environment.system) ?? {};
    if (host === undefined || login === undefined) return false;
    const client = await connectPg(environment, { host, ...login }).catch(() => {});
    await client?.end();
    return client !== undefined;
  }
}

/** The PostgreSQL that the service's own variables name, and how it logs in. */
const storeOf = (
  spec: ConnectionLeak,
  system: System,
): { readonly host: string; readonly login: Login } | undefined => {
  const service = serviceNamed(system, spec['connection-leak']);
  return storesOf(system, 'postgres')
    .map((store) => ({ host: store.name, login: loginsTo({ ...system, services: [service] }, store)[0] }))
    .find((one): one is { host: string; login: Login } => one.login !== undefined);
};
