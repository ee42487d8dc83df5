import { own } from '../../../core/own.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../../compose/model.ts';
import { containerName } from '../../../compose/names.ts';
import { HarnessError } from '../../../core/errors.ts';
import { faketimeEnv } from '../../faketime.ts';
import { type Image, imageTag } from '../images/image.ts';
import { asBuilt, keptOf } from '../../../compose/as-built.ts';
import { imageOf } from '../images/images.ts';
import { type User, userOf } from '../images/user.ts';
import { paths } from '../paths.ts';
import type { Setup } from '../rpc.ts';
import { boundFolders } from './binds.ts';
import { builtAt, builtFiles } from './build-context.ts';
import { type BoundFolder, bubblewrap } from './bubblewrap.ts';
import type { ContainerSpec } from './container-spec.ts';
import { dataFolder, fillIfEmpty } from './data.ts';
import { mountPoints } from './mount-points.ts';
import { type FileSystem, volume } from './mounts.ts';
import { containerAddress, namespaceFile } from './network.ts';
import { makeRoot } from './root.ts';
import { runScript } from './run.ts';
import { userlandOf } from './userland.ts';
import type { Volumes } from './volumes.ts';

/** What a container is made from, and what must be mounted before it is started. */
export interface Blueprint {
  readonly spec: ContainerSpec;
  readonly systems: readonly FileSystem[];
}

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** As Docker's default. */
const SHM_BYTES = 64 * 1024 * 1024;

/** Where a container sees the file that moves its clock. */
const CLOCK_FOLDER = '/run/clock';

/** @param number of its network: see `containerAddress` */
export const drawBlueprint = (
  declared: Service,
  replica: number,
  number: number,
  setup: Setup,
  volumes: Volumes,
): Blueprint => {
  const service = asBuilt(declared);
  const image = imageOf(service);
  if (image === undefined)
    throw new HarnessError('unknown-image', `the sandbox has nothing for image ${service.image}`);
  const id = randomId();
  const hostname = id.slice(0, 12);
  const user = userOf(service, image);
  const workingDir =
    service.build === undefined ? (service.workingDir ?? image.workingDir) : builtAt(service);
  const built = builtFiles(service, id, workingDir);
  const userland = userlandOf(image.tools(imageTag(service.image ?? '')));
  const clock = clockOf(service, setup);
  const shm = { source: join(paths.containers, id, 'shm'), target: '/dev/shm', readOnly: false };
  const mounts = [
    ...built.binds,
    ...volumes.binds(service, replica),
    ...boundFolders(service),
    ...clock.binds,
    shm,
  ].sort((a, b) => a.target.length - b.target.length);
  const env = environmentOf(service, image, user, setup, hostname);
  const argv = image.argv(service, setup.machine);
  const points = mountPoints(id, mounts, workingDir, userland.binds);
  makeRoot({ id, hostname, user, argv });
  const options = {
    id,
    hostname,
    uid: user.uid,
    init: service.init ?? false,
    // There is no terminal here; but its input would have no end either.
    keepsInput: service.keepsInput ?? service.terminal ?? false,
    namespaceFile: namespaceFile(number),
    workingDir,
    mounts,
  };
  const template = own(setup.templates, service.name);
  const renewal = volumes.renewal(service, replica);
  let starts = 0;
  return {
    systems: [
      ...built.systems,
      ...volumes.take(service, replica),
      ...userland.systems,
      ...points.systems,
      volume(shm.source, service.sharedMemory ?? SHM_BYTES),
    ],
    spec: {
      id,
      name: containerName(service, replica),
      service: declared,
      replica,
      number,
      ipAddress: containerAddress(number),
      argv,
      env,
      workingDir,
      user: user.name,
      stopSignal: service.stopSignal ?? image.stopSignal,
      command: bubblewrap({
        ...options,
        env: { ...env, ...clock.env },
        covers: [...userland.binds, ...points.binds],
        programs: programsOf(image, setup),
      }),
      removal: [
        built.removal,
        points.removal,
        `umount ${shm.source}`,
        `rm -rf ${join(paths.containers, id)}`,
      ].join('\n'),
      prepare: async () => {
        if (starts++ > 0 && renewal !== '') await runScript(renewal);
        const folder = dataFolder(service, mounts);
        if (template !== undefined && folder !== undefined) await fillIfEmpty(template, folder);
      },
    },
  };
};

/** 64 hexadecimal digits, as Docker's. No secret: `node:crypto` would take the agent long to load. */
const randomId = (): string =>
  Array.from({ length: 64 }, () => Math.floor(Math.random() * 16).toString(16)).join('');

const environmentOf = (
  service: Service,
  image: Image,
  user: User,
  { machine }: Setup,
  hostname: string,
): Record<string, string> => ({
  ...keptOf(
    {
      PATH: DEFAULT_PATH,
      HOSTNAME: hostname,
      HOME: user.uid === 0 ? '/root' : '/home',
      ...image.environment(service, machine),
    },
    service,
  ),
  ...service.environment,
});

const programsOf = (image: Image, { machine }: Setup): Record<string, string> =>
  Object.fromEntries(
    Object.entries(image.programs(machine)).flatMap(([name, file]) =>
      file === undefined ? [] : [[name, file]],
    ),
  );

export const clockFile = (service: string): string => join(paths.clocks, service, 'offset');

const clockOf = (
  service: Service,
  { movableClocks, machine }: Setup,
): { readonly binds: readonly BoundFolder[]; readonly env: Readonly<Record<string, string>> } => {
  if (!movableClocks.includes(service.name) || machine.faketime === undefined) return { binds: [], env: {} };
  mkdirSync(join(paths.clocks, service.name), { recursive: true });
  writeFileSync(clockFile(service.name), '+0\n');
  return {
    binds: [{ source: join(paths.clocks, service.name), target: CLOCK_FOLDER, readOnly: true }],
    env: faketimeEnv(machine.faketime, `${CLOCK_FOLDER}/offset`),
  };
};
