import { accessSync, constants, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Mount, Service, System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';

/** Who opens the files for the services: the user who runs the drill, or an engine that may read them all. */
export type Reader = 'user' | 'engine';

type Bind = Extract<Mount, { type: 'bind' }>;

/**
 * What the services bind and would not get. A source that is not there becomes an empty folder, as with Docker: meant where data
 * are to be kept, and never where the service looks for a file.
 */
export const boundSources = ({ services }: System, reader: Reader): readonly Diagnostic[] =>
  services.flatMap((service) =>
    service.mounts.flatMap((mount) => (mount.type === 'bind' ? checkBind(service, mount, reader) : [])),
  );

const checkBind = ({ name }: Service, bind: Bind, reader: Reader): readonly Diagnostic[] => {
  const { source, location } = bind;
  try {
    const kind = statSync(source);
    if (reader === 'user' && kind.isDirectory()) accessSync(source, constants.R_OK | constants.X_OK);
    if (reader === 'user' && kind.isFile()) accessSync(source, constants.R_OK);
    return kind.isSocket() ? [deadSocket(name, bind)] : [];
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (error.code === 'ENOENT') return [missing(name, bind)];
    return [
      {
        code: 'unreadable-bind',
        severity: 'error',
        message: `"${name}" binds ${source}, which cannot be read: ${whyUnreadable(error)}`,
        location,
        hint: remedyFor(error, 'see that it can be read'),
      },
    ];
  }
};

/** The service sees its file, in an overlay, and nobody listens there: it would reach out of the drill. */
const deadSocket = (service: string, { source, location }: Bind): Diagnostic => ({
  code: 'dead-socket',
  severity: 'warning',
  message: `"${service}" binds ${source}, a socket of the machine's: in a drill nothing answers there`,
  location,
  hint: 'a drill reaches no socket of the machine’s; a service that needs one may be left out, by a profile',
});

const missing = (service: string, { source, target, location }: Bind): Diagnostic => {
  const message = `"${service}" binds ${source}, and there is no such file or folder`;
  return isFileName(target)
    ? {
        code: 'missing-bind',
        severity: 'error',
        message,
        location,
        hint: 'paths are relative to the Compose file; make the file, or correct its path: Docker would make a folder of it',
      }
    : {
        code: 'missing-bind',
        severity: 'warning',
        message: `${message}: the service gets an empty folder, as with Docker`,
        location,
        hint: 'paths are relative to the Compose file; if it is to hold something, make it before the drill',
      };
};

/** `init.sql`, `.env.local`, `Caddyfile`, a secret; not `conf.d`, `v1.2`, `.cache`. */
const isFileName = (target: string): boolean =>
  target.startsWith('/run/secrets/') || /^\.env\b|file$|[^.]\.(?!d$)[a-z]\w*$/i.test(basename(target));
