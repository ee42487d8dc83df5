import type { Container, Supervisor } from '../../supervisor-model.ts';
import type { Row } from '../format.ts';
import { humanDuration } from '../units.ts';
import { dockerState, imageOf, labelsOf, networksOf, statusText } from './container.ts';
import { portsOf, portsText } from './ports.ts';

/** Fields of `docker ps --format` and their column headers (docker/cli formatter/container.go). */
export const CONTAINER_HEADERS = {
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  ID: 'CONTAINER ID',
  Image: 'IMAGE',
  Labels: 'LABELS',
  LocalVolumes: 'LOCAL VOLUMES',
  Mounts: 'MOUNTS',
  Names: 'NAMES',
  Networks: 'NETWORKS',
  Platform: 'PLATFORM',
  Ports: 'PORTS',
  RunningFor: 'CREATED',
  Size: 'SIZE',
  State: 'STATE',
  Status: 'STATUS',
} satisfies Row;

export const containerRow = (
  supervisor: Supervisor,
  container: Container,
  { truncate, now }: { readonly truncate: boolean; readonly now: Date },
): Row => {
  const mounts = container.service.mounts.flatMap((mount) =>
    mount.type === 'tmpfs' || mount.source === undefined ? [] : [mount.source],
  );
  const shorten = (text: string, length: number) => (truncate ? ellipsis(text, length) : text);
  const labels = labelsOf(supervisor, container);
  return {
    Command: JSON.stringify(shorten(container.argv.join(' '), 20)),
    CreatedAt: goDate(container.createdAt),
    ID: truncate ? container.id.slice(0, 12) : container.id,
    Image: imageOf(supervisor, container),
    Label: (name: unknown) => labels[String(name)] ?? '',
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(','),
    LocalVolumes: String(container.service.mounts.filter(({ type }) => type === 'volume').length),
    Mounts: mounts.map((mount) => shorten(mount, 15)).join(','),
    Names: container.name,
    Networks: networksOf(supervisor, container).join(','),
    Platform: null,
    Ports: portsText(portsOf(container)),
    RunningFor: `${humanDuration(now.getTime() - container.createdAt.getTime())} ago`,
    Size: '0B',
    State: dockerState(container),
    Status: statusText(container, now),
  };
};

/** docker/cli formatter/displayutils.go, Ellipsis. */
const ellipsis = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`;

/** `2026-11-21 04:25:02 +0000 UTC`. */
const goDate = (date: Date): string => `${date.toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
