import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FAKETIME_FOLDER, FAKETIME_LIBRARY, FAKETIME_ROOTS } from '../faketime.ts';
import { findProgram } from './programs.ts';

/** Where this machine keeps the real servers. */
export interface Machine {
  readonly node: string;
  readonly postgres?: { readonly bin: string; readonly major: number };
  readonly redis?: { readonly server: string; readonly cli: string | undefined };
  readonly python?: string;
  readonly prometheus?: string;
  /** libfaketime, to move a service's clock. */
  readonly faketime?: string;
  readonly toxiproxy?: string;
}

const POSTGRES_ROOTS = ['/usr/lib/postgresql', '/usr/local/lib/postgresql', '/opt/postgresql'];

export const readMachine = (): Machine => {
  const postgres = findPostgres();
  const redisServer = findProgram('redis-server') ?? findProgram('valkey-server');
  const python = ['/usr/bin/python3'].find((file) => existsSync(file)) ?? findProgram('python3');
  const prometheus = findProgram('prometheus');
  const faketime = FAKETIME_ROOTS.map((root) => join(root, FAKETIME_FOLDER, FAKETIME_LIBRARY)).find((file) =>
    existsSync(file),
  );
  const toxiproxy = findProgram('toxiproxy-server');
  return {
    node: process.execPath,
    ...(postgres && { postgres }),
    ...(redisServer && {
      redis: { server: redisServer, cli: findProgram('redis-cli') ?? findProgram('valkey-cli') },
    }),
    ...(python && { python }),
    ...(prometheus && { prometheus }),
    ...(faketime && { faketime }),
    ...(toxiproxy && { toxiproxy }),
  };
};

/** The newest server of this machine. */
const findPostgres = (): Machine['postgres'] =>
  POSTGRES_ROOTS.filter((root) => existsSync(root))
    .flatMap((root) =>
      readdirSync(root).map((name) => ({ bin: join(root, name, 'bin'), major: Number(name) })),
    )
    .filter(
      ({ bin, major }) =>
        Number.isInteger(major) && existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')),
    )
    .sort((a, b) => b.major - a.major)[0];
