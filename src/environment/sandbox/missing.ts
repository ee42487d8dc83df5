import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { imageOf } from './images/images.ts';
import { readMachine } from './machine.ts';
import { findProgram } from './programs.ts';

/** Programs that make the namespaces, and the Debian packages that have them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  bwrap: 'bubblewrap',
  unshare: 'util-linux',
  setpriv: 'util-linux',
  nsenter: 'util-linux',
  mount: 'mount',
  ip: 'iproute2',
};

export const missing = async (system?: System): Promise<readonly Diagnostic[]> => {
  const machine = readMachine();
  const programs = Object.entries(PROGRAMS)
    .filter(([program]) => findProgram(program) === undefined)
    .map(([program, debian]) => lacks(program, debian));
  const servers = (system?.services ?? []).flatMap((service) => {
    const image = imageOf(service);
    return image === undefined || image.available(machine) ? [] : [lacks(image.title, image.packages)];
  });
  return [...programs, ...new Map(servers.map((one) => [one.message, one])).values()];
};

const lacks = (what: string, debian: string): Diagnostic => ({
  code: 'missing-program',
  severity: 'error',
  message: `this machine lacks ${what}`,
  hint: `sudo apt-get install ${debian}`,
});
