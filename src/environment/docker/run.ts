import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Service, System } from '../../compose/model.ts';
import { ownerMark } from '../owner.ts';
import { PROJECT_LABEL, RUN_LABEL, realName, scopeLabels } from './socket/names.ts';

/** On all that a drill makes: which process owns it, on which machine. */
export const OWNER_LABEL = 'drillbook.owner';

/** One start of a system: what it makes in the engine is named after it, and labelled with it. */
export interface Run {
  readonly id: string;
  /** Of Drillbook's own: front, operator. */
  readonly labels: Readonly<Record<string, string>>;
  /** The name in the engine of what the runbook calls so. */
  readonly name: (name: string) => string;
  /** Of what belongs to the system: as Compose labels it, so that `docker compose` in the runbook finds it, and the team's own does not. */
  readonly composeLabels: (kind: ComposeKind) => Readonly<Record<string, string>>;
}

export type ComposeKind =
  | {
      readonly service: string;
      readonly replica: number;
      /** By which Compose sees that the file has changed since. */
      readonly configHash: string;
      /** The id of its image. */
      readonly image: string;
    }
  | { readonly network: string }
  | { readonly volume: string };

/** `<machine>/<process>`, of this process by default. */
export const owner = (pid?: number): string => `${hostname()}/${ownerMark(pid)}`;

export const newRun = (system: System): Run => {
  const id = randomBytes(5).toString('hex');
  const labels = { [RUN_LABEL]: id, [OWNER_LABEL]: owner() };
  return {
    id,
    labels,
    name: (name) => realName(id, name),
    composeLabels: (kind) => ({
      ...labels,
      ...scopeLabels(id),
      [PROJECT_LABEL]: realName(id, system.project),
      ...labelsOf(kind),
    }),
  };
};

const labelsOf = (kind: ComposeKind): Readonly<Record<string, string>> => {
  if ('network' in kind) return { 'com.docker.compose.network': kind.network };
  if ('volume' in kind) return { 'com.docker.compose.volume': kind.volume };
  return {
    'com.docker.compose.service': kind.service,
    'com.docker.compose.container-number': `${kind.replica}`,
    'com.docker.compose.oneoff': 'False',
    'com.docker.compose.config-hash': kind.configHash,
    'com.docker.compose.image': kind.image,
  };
};

/** `container_name`, or `<project>-<service>-<replica>`. */
export const containerName = ({ containerName }: Service, replica: number): string =>
  replica === 1 ? containerName : `${containerName.replace(/-1$/, '')}-${replica}`;

/** By which the others find it, in one of the networks that it is in: with the aliases that the Compose file gives it there. */
export const hostNames = (service: Service, replica: number, network: string): readonly string[] => {
  const { aliases = [] } = service.networks.find((one) => one.network === network) ?? {};
  return [...new Set([service.name, containerName(service, replica), ...aliases])];
};

/** The containers between Drillbook and the services. */
export const frontName = (run: Run, index: number): string => run.name(`front-${index}`);
