import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { System } from '../../compose/model.ts';
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
  const id = newId();
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

/** Of a drill's container: the labels that one of Drillbook's own beside it gets. */
export const ownLabels = (labels: Readonly<Record<string, string>>): Record<string, string> => ({
  [RUN_LABEL]: labels[RUN_LABEL] ?? '',
  [OWNER_LABEL]: labels[OWNER_LABEL] ?? '',
});

/** Of what belongs to no drill. */
export const lonelyLabels = (): Record<string, string> => ({ [RUN_LABEL]: newId(), [OWNER_LABEL]: owner() });

const newId = (): string => randomBytes(5).toString('hex');

/** The containers between Drillbook and the services. */
export const frontName = (run: Run, index: number): string => run.name(`front-${index}`);
