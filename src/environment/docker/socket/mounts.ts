import { posix } from 'node:path';
import type { Drill } from './drill.ts';
import { drop, isEmpty, keep, notAllowed, only, shape, text, type Rule } from './fields.ts';
import { drillLabels } from './labels.ts';
import { isPlain } from './plain.ts';
import { ambiguous, forbidden } from './refused.ts';

/** Those of the places that no mount covers, each once, as they are written. */
export const uncovered = (places: readonly string[], covered: readonly string[]): readonly string[] => {
  const taken = new Set(covered.map(tidy));
  return places.filter((place) => {
    const isFree = !taken.has(tidy(place));
    taken.add(tidy(place));
    return isFree;
  });
};

const tidy = (path: string): string => posix.normalize(`${path}/`);

/** A mount, as the engine takes it. */
export interface Mount {
  readonly Type: 'volume' | 'tmpfs' | 'bind';
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: boolean;
  readonly VolumeOptions?: unknown;
  readonly TmpfsOptions?: unknown;
}

/** `-v source:target:mode`, each as a mount. */
export const readBinds = (binds: readonly string[], drill: Drill): Promise<readonly Mount[]> =>
  Promise.all(binds.map((bind) => readBind(bind, drill)));

const readBind = (bind: string, drill: Drill): Promise<Mount> => {
  const [source = '', target, mode = '', ...more] = bind.split(':');
  if (more.length > 0 || source === '') throw ambiguous(`the mount ${JSON.stringify(bind)} is ambiguous`);
  if (target === undefined) return Promise.resolve(anonymousVolume(source, drill));
  const modes = mode.split(',').filter((word) => word !== '');
  const other = modes.find((word) => !MODES.has(word));
  if (other !== undefined) throw notAllowed('HostConfig.Binds', bind);
  const readOnly = modes.includes('ro');
  return isPath(source)
    ? boundMount(source, target, readOnly, drill)
    : volumeMount(source, target, readOnly, modes.includes('nocopy'), drill);
};

const MODES = new Set(['ro', 'rw', 'z', 'Z', 'nocopy', 'cached', 'delegated', 'consistent']);
const isPath = (source: string): boolean => /[/\\~]|^\.\.?$/.test(source);

/** `--mount`, each with nothing but what is allowed. */
export const readMounts: Rule = (value, drill, field) => {
  if (isEmpty(value)) return [];
  if (!Array.isArray(value)) throw ambiguous(`${field} is no list`);
  return Promise.all(value.map((mount) => readMount(mount, drill, field)));
};

const readMount = async (value: unknown, drill: Drill, field: string): Promise<Mount> => {
  const mount = await shape(
    value,
    {
      Type: (type, _drill, where) => text(type, where),
      Source: (source, _drill, where) => text(source, where),
      Target: (target, _drill, where) => text(target, where),
      ReadOnly: (readOnly) => readOnly === true,
      Consistency: drop,
      BindOptions: (options, within, where) =>
        shape(
          options,
          { Propagation: only('private', 'rprivate'), CreateMountpoint: drop },
          within,
          `${where}.`,
        ),
      VolumeOptions: (options, within, where) =>
        shape(options, { NoCopy: keep, Labels: drop, DriverConfig: localDriver }, within, `${where}.`),
      TmpfsOptions: (options, within, where) =>
        shape(options, { SizeBytes: keep, Mode: keep }, within, `${where}.`),
    },
    drill,
    `${field}.`,
  );
  const {
    Type,
    Source = '',
    Target,
    ReadOnly = false,
  } = mount as {
    Type?: string;
    Source?: string;
    Target: string;
    ReadOnly?: boolean;
  };
  const { NoCopy } = (mount['VolumeOptions'] ?? {}) as { NoCopy?: boolean };
  switch (Type) {
    case 'volume':
      return Source === ''
        ? anonymousVolume(Target, drill)
        : volumeMount(Source, Target, ReadOnly, NoCopy === true, drill);
    case 'bind':
      return boundMount(Source, Target, ReadOnly, drill);
    case 'tmpfs':
      return { Type, Target, TmpfsOptions: mount['TmpfsOptions'] };
    default:
      throw notAllowed(`${field}.Type`, Type);
  }
};

/** Its options can mount anything: `type=none,o=bind,device=/`. */
const localDriver: Rule = (value, drill, field) => shape(value, { Name: only('local') }, drill, `${field}.`);

/** With labels of its own, so that it can be found, pruned and removed with the drill. */
export const anonymousVolume = (target: string, drill: Drill): Mount => ({
  Type: 'volume',
  Target: target,
  VolumeOptions: { Labels: drillLabels(drill) },
});

const volumeMount = async (
  name: string,
  target: string,
  readOnly: boolean,
  noCopy: boolean,
  drill: Drill,
): Promise<Mount> => {
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(name)) throw forbidden(`${JSON.stringify(name)} is no name of a volume`);
  return {
    Type: 'volume',
    Source: await drill.volumeToUse(name),
    Target: target,
    ReadOnly: readOnly,
    VolumeOptions: { NoCopy: noCopy, Labels: drillLabels(drill) },
  };
};

const boundMount = async (
  source: string,
  target: string,
  readOnly: boolean,
  drill: Drill,
): Promise<Mount> => {
  const bind = drill.scope.binds?.get(posix.normalize(source).replace(/(?<=.)\/$/, ''));
  if (bind === undefined || !(await isPlain(bind.seen, drill.engine))) {
    throw forbidden(`the machine's ${source} cannot be mounted into a container of a drill`);
  }
  return { Type: 'bind', Source: bind.path, Target: target, ReadOnly: readOnly || bind.readOnly };
};
