import { type Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import type { Service, System } from '../compose/model.ts';
import { type Login, loginsTo, superuserOf } from '../compose/postgres-login.ts';
import { serviceNamed } from '../compose/service-named.ts';
import type { Clock } from '../core/clock.ts';
import { formatDuration, parseDuration } from '../core/duration.ts';
import { HarnessError } from '../core/errors.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { durationField } from '../core/duration-field.ts';
import { LONGEST_AGE } from './fields.ts';
import { TERMINATE } from './held-sessions.ts';
import { defineFault, type Evidence, type FaultContext, type Fault } from './model.ts';
import { isUp } from './is-up.ts';
import { HELD_BY, PoolSessions } from './pool-sessions.ts';
import { notA } from './store.ts';
import { asSuperuser, connectSuperuser } from './superuser.ts';
import { waitUntil } from './wait-until.ts';

const schema = z
  .strictObject({
    'pool-exhaustion': z.string().describe('The PostgreSQL service whose connections are used up.'),
    sessions: z
      .enum(['idle', 'idle-in-transaction', 'active'])
      .describe('What the sessions that hold the slots do: what a runbook looks for differs.'),
    role: z
      .string()
      .optional()
      .describe('Whose connections. Default: the role that the app’s own URL names.'),
    database: z.string().optional().describe('The database. Default: the one that the app’s own URL names.'),
    leave: z.number().int().min(0).optional().describe('Slots to leave free. Default: none.'),
    age: durationField({ most: LONGEST_AGE })
      .optional()
      .describe(
        'How long ago the sessions seem to have begun to be so (11m): the server’s clock is moved. Default: just now.',
      ),
  })
  .describe('All connections that the app’s role may have are held by sessions that nobody uses.');

type PoolExhaustion = z.infer<typeof schema>;

/** The app's connections are used up. Cured by terminating the sessions that hold them, or by a restart of the store. */
export const poolExhaustion = defineFault<PoolExhaustion>({
  kind: 'pool-exhaustion',
  schema,
  describe: ({ 'pool-exhaustion': service, role, sessions, age }) =>
    `exhaust the connections of ${role === undefined ? service : `${role} to ${service}`} (${words(sessions)}${age === undefined ? '' : ` for ${age}`})`,
  targets: ({ 'pool-exhaustion': service }) => [service],
  needs: ({ age }) => (age === undefined ? [] : ['clock']),
  validate: (spec, system) => {
    const store = serviceNamed(system, spec['pool-exhaustion']);
    const wrong = notA('postgres', store.name, system);
    if (wrong.length > 0 || spec.role !== undefined || loginsTo(system, store).length > 0) return wrong;
    return [`no service's environment has a URL of ${store.name}: say whose connections with "role:"`];
  },
  movableClocks: ({ 'pool-exhaustion': service, age }) => (age === undefined ? [] : [service]),
  open: (spec, context) => new Exhaustion(spec, context),
});

/** How often the app's sessions are ended and their slots taken, before it is said that it cannot be done. */
const ROUNDS = 50;

/** What is taken out is taken out also when the drill is interrupted. */
const NEVER = new AbortController().signal;

/** Where the role's own limit is kept meanwhile. */
const KEPT_LIMIT = 'drillbook.connection_limit';

class Exhaustion implements Fault {
  readonly #spec: PoolExhaustion;
  readonly #environment: StartedEnvironment;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #store: Service;
  readonly #login: Login;
  readonly #sessions: PoolSessions;
  /** Slots that there are for the role, once they are full. */
  #slots = 0;
  /** Kept open where the app is superuser itself: once all slots are taken, there is none reserved for anybody else. */
  #watcher: Client | undefined;
  /** Seen in force: from then on it matters what became of it. */
  #established = false;

  constructor(spec: PoolExhaustion, { environment, clock, signal }: FaultContext) {
    this.#spec = spec;
    this.#environment = environment;
    this.#clock = clock;
    this.#signal = signal;
    this.#store = serviceNamed(environment.system, spec['pool-exhaustion']);
    this.#login = loginOf(spec, environment.system, this.#store);
    this.#sessions = new PoolSessions(environment, this.#store.name, this.#login, spec.sessions);
  }

  async inject(): Promise<void> {
    this.#established = false;
    if (this.#login.user === superuserOf(this.#store).user) await this.#watch();
    await this.#takeAll();
    this.#slots = this.#sessions.opened;
    const { leave = 0, age } = this.#spec;
    if (leave > 0) await this.#sessions.release(leave);
    if (age === undefined) return;
    // One that comes into its state after the clock was moved is not old.
    await this.#until(async () => (await this.#count()).held === this.#wanted);
    await this.#environment.moveClock(this.#store.name, parseDuration(age) ?? 0);
  }

  async evidence(): Promise<Evidence> {
    try {
      const refused = await this.#sessions.refuses();
      const { held, age } = await this.#count();
      const full = this.#spec.leave === undefined ? refused : held === this.#wanted;
      return this.#established ? this.#closing(full, held) : this.#opening(full, held, age);
    } catch (error) {
      const ended = `terminated ${this.#sessions.ended} sessions`;
      return {
        seen: false,
        what: `${ended}; ${this.#store.name} takes no connections: ${(error as Error).message}`,
      };
    }
  }

  async heal(): Promise<void> {
    this.#sessions.drop();
    // Where the server is down, there is nobody to ask, and no session.
    if (await isUp(this.#environment, this.#store.name)) {
      // The server ends them one by one, after it has said that it will.
      await this.#until(async () => (await this.#asSuperuser(TERMINATE, [HELD_BY])).length === 0, NEVER);
      await this.#unlimitRole();
    }
    await this.#watcher?.end().catch(() => {});
    if (this.#spec.age !== undefined) await this.#environment.moveClock(this.#store.name, 0);
  }

  /**
   * The app's pool holds slots, and takes each that comes free: they are taken from it until it has none. The role's own limit
   * then keeps it out for good: a superuser's session that ends (a probe's) opens no slot for it.
   */
  async #takeAll(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await this.#fill();
      if ((await this.#terminateOthers()) > 0) continue;
      await this.#limitRole(this.#sessions.opened);
      await this.#terminateOthers();
      return;
    }
    throw new HarnessError(
      'pool-not-taken',
      `the app took back connections of ${this.#store.name} again and again`,
    );
  }

  /**
   * What is no session yet (a health check that only greets the server) or none any more holds a slot, too, and opens it when it
   * ends. No limit of its role keeps a superuser out of that then: it is waited for.
   */
  async #fill(): Promise<void> {
    await this.#until(async () => {
      await this.#sessions.fill(this.#signal);
      return this.#watcher === undefined || (await this.#allAreSessions());
    });
  }

  async #allAreSessions(): Promise<boolean> {
    const [result] = await this.#asSuperuser(
      `SELECT count(*) >= current_setting('max_connections')::int AS all FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND usename IS NOT NULL`,
    );
    return result?.['all'] === true;
  }

  #until(condition: () => Promise<boolean>, signal = this.#signal): Promise<void> {
    return waitUntil(condition, { clock: this.#clock, signal });
  }

  /** @returns how many there were */
  async #terminateOthers(): Promise<number> {
    const [result] = await this.#asSuperuser(
      `SELECT count(pg_terminate_backend(pid))::int AS others FROM pg_stat_activity
       WHERE usename = $1 AND pid <> ALL ($2) AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      [this.#login.user, this.#sessions.pids],
    );
    return result?.['others'] as number;
  }

  /** What the limit was is kept beside it: whoever heals may be another process. */
  async #limitRole(limit: number): Promise<void> {
    const role = await this.#role();
    if (role.kept === null) {
      await this.#asSuperuser(`ALTER ROLE ${this.#user} SET ${KEPT_LIMIT} = '${role.limit}'`);
    }
    await this.#asSuperuser(`ALTER ROLE ${this.#user} CONNECTION LIMIT ${limit}`);
  }

  async #unlimitRole(): Promise<void> {
    const { kept } = await this.#role();
    if (kept === null) return;
    await this.#asSuperuser(`ALTER ROLE ${this.#user} CONNECTION LIMIT ${kept}`);
    await this.#asSuperuser(`ALTER ROLE ${this.#user} RESET ${KEPT_LIMIT}`);
  }

  /** Its limit (-1 is none), and what it was before this fault. */
  async #role(): Promise<{ readonly limit: number; readonly kept: number | null }> {
    const [role] = await this.#asSuperuser(
      `SELECT rolconnlimit AS limit, (
         SELECT split_part(setting, '=', 2)::int FROM unnest(rolconfig) AS setting WHERE setting LIKE $2
       ) AS kept FROM pg_roles WHERE rolname = $1`,
      [this.#login.user, `${KEPT_LIMIT}=%`],
    );
    return role as { limit: number; kept: number | null };
  }

  get #user(): string {
    return escapeIdentifier(this.#login.user);
  }

  #opening(full: boolean, held: number, age: number): Evidence {
    const old = age >= (parseDuration(this.#spec.age ?? '0s') ?? 0);
    this.#established = full && held === this.#wanted && old;
    const since = this.#spec.age === undefined ? '' : ` for ${formatDuration(age)}`;
    const pool = full ? 'pool is full' : 'pool has room';
    return {
      seen: this.#established,
      what: `${pool} (${held} of ${this.#slots} slots held by sessions ${words(this.#spec.sessions)}${since})`,
    };
  }

  get #wanted(): number {
    return this.#slots - (this.#spec.leave ?? 0);
  }

  #closing(full: boolean, held: number): Evidence {
    const pool = full ? 'pool still full' : 'pool has room';
    const what = `terminated ${this.#sessions.ended} sessions; ${pool} (${held} of ${this.#slots} slots held)`;
    return { seen: full, what };
  }

  /** Own sessions that the server has in the wanted state, and the youngest's age in ms. */
  async #count(): Promise<{ readonly held: number; readonly age: number }> {
    const [result] = await this.#asSuperuser(
      `SELECT count(*)::int AS held, coalesce(extract(epoch FROM min(clock_timestamp() - state_change)) * 1000, 0)::float8 AS age
       FROM pg_stat_activity WHERE pid = ANY ($1) AND state = $2`,
      [this.#sessions.pids, words(this.#spec.sessions)],
    );
    return result as { held: number; age: number };
  }

  async #asSuperuser(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Record<string, unknown>[]> {
    const query = async (client: Client): Promise<readonly Record<string, unknown>[]> =>
      (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    if (this.#watcher !== undefined) return await query(this.#watcher);
    return await asSuperuser(this.#environment, this.#store, query);
  }

  async #watch(): Promise<void> {
    const client = await connectSuperuser(this.#environment, this.#store);
    this.#watcher = client;
    client.on('end', () => {
      if (this.#watcher === client) this.#watcher = undefined;
    });
  }
}

/** As `pg_stat_activity` has it. */
const words = (sessions: PoolExhaustion['sessions']): string => sessions.replaceAll('-', ' ');

const loginOf = (spec: PoolExhaustion, system: System, store: Service): Login => {
  const logins = [...loginsTo(system, store), superuserOf(store)];
  const login = logins.find(({ user }) => spec.role === undefined || user === spec.role);
  const database = spec.database ?? (login ?? logins[0])?.database ?? store.name;
  return { ...(login ?? { user: spec.role as string }), database };
};
