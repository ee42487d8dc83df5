import type { Service, System } from './model.ts';

/** What a PostgreSQL client logs in with. */
export interface Login {
  readonly user: string;
  readonly password?: string;
  readonly database: string;
}

/** The superuser that the image makes from `POSTGRES_USER`, `POSTGRES_PASSWORD` and `POSTGRES_DB`. */
export const superuserOf = ({ environment }: Service): Login => {
  const user = environment['POSTGRES_USER'] ?? 'postgres';
  const password = environment['POSTGRES_PASSWORD'];
  return { user, database: environment['POSTGRES_DB'] ?? user, ...(password !== undefined && { password }) };
};

/** What the other services log in to this store with, from the URLs in their environment, in the services' order. */
export const loginsTo = (system: System, store: Service): readonly Login[] =>
  system.services
    .filter(({ name }) => name !== store.name)
    .flatMap(({ environment }) => Object.values(environment))
    .map((value) => loginFrom(value, [store.name, store.containerName]))
    .filter((login) => login !== undefined);

/** `postgresql+asyncpg://user:password@host/database`, also with the driver that SQLAlchemy names. */
const loginFrom = (value: string, hosts: readonly string[]): Login | undefined => {
  if (!/^postgres(?:ql)?(?:\+\w+)?:\/\//.test(value) || !URL.canParse(value)) return undefined;
  const { hostname, username, password, pathname } = new URL(value);
  if (!hosts.includes(hostname) || username === '') return undefined;
  const user = decodeURIComponent(username);
  return {
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
    ...(password !== '' && { password: decodeURIComponent(password) }),
  };
};
