import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import type { Database } from './database.ts';
import { askRedis } from './redis.ts';

const hash = promisify<string, string, number, Buffer>(scrypt);

/** Who is logged in; lost with Redis unless Redis keeps its data. */
export class Sessions {
  readonly #database: Database;
  readonly #redis: Redis;
  readonly #lastsMs: number;

  constructor(database: Database, redis: Redis, lastsMs: number) {
    this.#database = database;
    this.#redis = redis;
    this.#lastsMs = lastsMs;
  }

  /** @returns the session's token, or `undefined` where e-mail or password is wrong */
  async begin(email: string, password: string): Promise<string | undefined> {
    const [user] = await this.#database.query<{ password: string }>(
      'SELECT password FROM users WHERE email = $1',
      [email],
    );
    if (user === undefined || !(await matches(password, user.password))) return undefined;
    const token = randomBytes(24).toString('base64url');
    await askRedis(this.#redis, () => this.#redis.set(sessionKey(token), email, 'PX', this.#lastsMs));
    return token;
  }

  /** @returns the user's e-mail, or `undefined` where there is no such session */
  async find(token: string): Promise<string | undefined> {
    return (await askRedis(this.#redis, () => this.#redis.get(sessionKey(token)))) ?? undefined;
  }

  async end(token: string): Promise<void> {
    await askRedis(this.#redis, () => this.#redis.del(sessionKey(token)));
  }
}

const sessionKey = (token: string): string => `sess:${token}`;

/** @param stored `salt:hash`, both as in the table `users` */
const matches = async (password: string, stored: string): Promise<boolean> => {
  const [salt = '', expected = ''] = stored.split(':');
  const key = Buffer.from(expected, 'hex');
  return timingSafeEqual(await hash(password, salt, key.length), key);
};
