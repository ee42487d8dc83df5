import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { execa } from 'execa';
import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { lacking } from '../lacking.ts';
import { ensureCacheFolder } from './cache.ts';
import { ALL_IMAGES, imageOf } from './images/images.ts';
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
  bash: 'bash',
};

/** First Linux whose ordinary users may mount overlays. */
const OLDEST_LINUX = { major: 5, minor: 11 };

/** Settings that keep ordinary users from making namespaces: the value that does, and the one that does not. */
const LOCKS = [
  { setting: 'kernel.apparmor_restrict_unprivileged_userns', locked: '1', free: '0' },
  { setting: 'kernel.unprivileged_userns_clone', locked: '0', free: '1' },
  { setting: 'user.max_user_namespaces', locked: '0', free: '65536' },
] as const;

/** What this machine lacks to start the system in a sandbox. */
export const missing = async (system?: System): Promise<readonly Diagnostic[]> => {
  const programs = Object.entries(PROGRAMS)
    .filter(([program]) => findProgram(program) === undefined)
    .map(([program, debian]) => lacks(`the program ${program}`, debian));
  const namespaces = programs.length === 0 ? await namespacesRefused() : [];
  return [
    ...oldLinux(release()),
    ...programs,
    ...namespaces,
    ...(await cacheRefused()),
    ...(system === undefined ? otherServers() : serversOf(system)),
  ];
};

const cacheRefused = (): Promise<readonly Diagnostic[]> =>
  lacking(async () => {
    await ensureCacheFolder();
    return [];
  });

const serversOf = (system: System): readonly Diagnostic[] => {
  const machine = readMachine();
  const lacking = system.services.flatMap((service) => {
    const image = imageOf(service);
    return image === undefined || image.available(machine) ? [] : [image];
  });
  return [...new Set(lacking)].map((image) => lacks(image.title, image.packages));
};

/** Without a system in view: only systems that need them cannot be drilled. */
const otherServers = (): readonly Diagnostic[] => {
  const machine = readMachine();
  return ALL_IMAGES.filter((image) => !image.available(machine)).map(({ title, packages }) => ({
    ...lacks(title, packages),
    severity: 'warning',
  }));
};

const lacks = (what: string, debian: string): Diagnostic => ({
  code: 'missing-program',
  severity: 'error',
  message: `this machine lacks ${what}`,
  hint: `sudo apt-get install ${debian}`,
});

export const oldLinux = (version: string): readonly Diagnostic[] => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major > OLDEST_LINUX.major || (major === OLDEST_LINUX.major && minor >= OLDEST_LINUX.minor)) return [];
  return [
    {
      code: 'old-linux',
      severity: 'error',
      message: `the sandbox needs Linux ${OLDEST_LINUX.major}.${OLDEST_LINUX.minor} or newer, and this is ${version}`,
      hint: 'run it with --backend docker',
    },
  ];
};

/** Tried, not guessed: there are many reasons why a machine may refuse. */
const namespacesRefused = async (): Promise<readonly Diagnostic[]> => {
  const namespaces = ['--user', '--map-root-user', '--pid', '--mount', '--net', '--fork', '--mount-proc'];
  const result = await execa('unshare', [...namespaces, 'true'], { reject: false });
  if (!result.failed) return [];
  const lock = LOCKS.find(({ setting, locked }) => readSetting(setting) === locked);
  return [
    {
      code: 'no-namespaces',
      severity: 'error',
      message: `this machine refuses to make Linux namespaces: ${result.stderr.trim() || result.shortMessage}`,
      hint:
        lock === undefined
          ? 'in a container, start that with --privileged; else run the drill with --backend docker'
          : `sudo sysctl -w ${lock.setting}=${lock.free}`,
    },
  ];
};

const readSetting = (setting: string): string | undefined => {
  const file = `/proc/sys/${setting.replaceAll('.', '/')}`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};
