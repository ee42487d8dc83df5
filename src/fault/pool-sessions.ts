import type { Client } from 'pg';
import type { Login } from '../compose/postgres-login.ts';
import { HarnessError } from '../core/errors.ts';
import { connectPg } from '../environment/dial/pg.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { codeOf, TOO_MANY_CONNECTIONS } from './superuser.ts';

export type SessionState = 'idle' | 'idle-in-transaction' | 'active';

/** What the server knows the sessions by. */
export const HELD_BY = 'drillbook-pool';

/** More than any server that a drill starts is set up for. */
const MOST = 2000;
/** Opened at once. */
const BATCH = 8;

/** What each state is brought about with; `active` never returns. */
const STATEMENTS: Readonly<Record<SessionState, readonly string[]>> = {
  idle: ['SELECT 1'],
  'idle-in-transaction': ['BEGIN', 'SELECT 1'],
  // A session that is busy would not notice that its client is gone.
  active: [`SET client_connection_check_interval = '500ms'`, 'SELECT pg_sleep(86400)'],
};

interface Session {
  readonly client: Client;
  readonly pid: number;
  /** Terminated by somebody else; it is not opened again. */
  ended: boolean;
}

/** Sessions of one role, held open. */
export class PoolSessions {
  readonly #environment: StartedEnvironment;
  readonly #service: string;
  readonly #login: Login;
  readonly #state: SessionState;
  readonly #sessions: Session[] = [];

  constructor(environment: StartedEnvironment, service: string, login: Login, state: SessionState) {
    this.#environment = environment;
    this.#service = service;
    this.#login = login;
    this.#state = state;
  }

  get opened(): number {
    return this.#sessions.length;
  }

  get ended(): number {
    return this.#sessions.filter(({ ended }) => ended).length;
  }

  get pids(): readonly number[] {
    return this.#sessions.map(({ pid }) => pid);
  }

  /**
   * Opens sessions until the server refuses one.
   * @throws HarnessError when it refuses for another reason, or not at all
   */
  async fill(signal: AbortSignal): Promise<void> {
    while (this.opened < MOST) {
      signal.throwIfAborted();
      const opened = await Promise.all(Array.from({ length: BATCH }, () => this.#open()));
      if (opened.includes(false)) return;
    }
    throw new HarnessError('pool-not-full', `${this.#service} took ${MOST} connections and refused none`, {
      hint: 'set max_connections, or a connection limit for the role, as your production has it',
    });
  }

  /** Whether a further connection of the role is refused now. */
  async refuses(): Promise<boolean> {
    try {
      const client = await this.#connect();
      await client.end();
      return false;
    } catch (error) {
      if (codeOf(error) === TOO_MANY_CONNECTIONS) return true;
      throw error;
    }
  }

  /** Ends some of the sessions, the latest first. */
  async release(count: number): Promise<void> {
    await Promise.all(this.#sessions.splice(-count, count).map(({ client }) => client.end()));
  }

  /** Drops all connections; what still runs on the server must be terminated there. */
  drop(): void {
    for (const { client } of this.#sessions.splice(0)) client.end().catch(() => {});
  }

  async #open(): Promise<boolean> {
    try {
      await this.#hold(await this.#connect());
      return true;
    } catch (error) {
      if (codeOf(error) === TOO_MANY_CONNECTIONS) return false;
      throw new HarnessError(
        'pool-session',
        `cannot open a session of ${this.#login.user} on ${this.#service}: ${(error as Error).message}`,
        {
          cause: error,
          hint: 'check `role:` and `database:` of the fault, and the app’s own URL of the store',
        },
      );
    }
  }

  async #hold(client: Client): Promise<void> {
    const session: Session = { client, pid: pidOf(client), ended: false };
    client.on('end', () => {
      session.ended = true;
    });
    this.#sessions.push(session);
    for (const statement of STATEMENTS[this.#state]) {
      const query = client.query(statement);
      if (statement.includes('pg_sleep')) query.catch(() => {});
      else await query;
    }
  }

  #connect(): Promise<Client> {
    return connectPg(this.#environment, {
      host: this.#service,
      ...this.#login,
      applicationName: HELD_BY,
    });
  }
}

/** From the server's BackendKeyData; `pg` has it, its types do not. */
const pidOf = (client: Client): number => (client as unknown as { processID: number }).processID;
