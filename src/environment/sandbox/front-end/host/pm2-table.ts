import type { Container, Supervisor } from '../../supervisor-model.ts';
import { isActive } from '../docker/container.ts';
import type { App } from './pm2-apps.ts';

/** pm2 lib/API/UX/pm2-ls.js, listModulesAndAppsManaged: the columns and their widths; the name's grows with the names. */
const WIDTHS = {
  id: 5,
  name: 11,
  namespace: 13,
  version: 9,
  mode: 9,
  pid: 10,
  uptime: 8,
  '↺': 6,
  status: 11,
  cpu: 10,
  mem: 10,
  user: 10,
  watching: 10,
};

/** `pm2 list`, by name. */
export const pm2Table = async (supervisor: Supervisor, apps: readonly App[]): Promise<string> => {
  const longest = Math.max(0, ...apps.map(({ name }) => name.length));
  const widths = { ...WIDTHS, ...(apps.length === 0 ? {} : { name: longest + 5 }) };
  const sizes = Object.values(widths);
  const rows = await Promise.all(
    apps.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((app) => cells(supervisor, app)),
  );
  const rule = (left: string, middle: string, right: string) =>
    left + sizes.map((size) => '─'.repeat(size)).join(middle) + right;
  const row = (values: readonly string[]) =>
    `│${values.map((value, index) => ` ${value}`.padEnd(sizes[index] ?? 0)).join('│')}│`;
  return [
    rule('┌', '┬', '┐'),
    row(Object.keys(widths)),
    ...(rows.length === 0 ? [] : [rule('├', '┼', '┤')]),
    ...rows.map(row),
    rule('└', '┴', '┘'),
    '',
  ].join('\n');
};

const cells = async (supervisor: Supervisor, { id, name, container }: App): Promise<readonly string[]> => {
  const used = isActive(container) ? await supervisor.usage(container) : undefined;
  return [
    String(id),
    name,
    'default',
    'N/A',
    'fork',
    String(container.pid ?? 0),
    uptime(container),
    String(container.status.restarts),
    isActive(container) ? 'online' : 'stopped',
    `${Math.round(used?.cpuPercent ?? 0)}%`,
    `${((used?.memoryBytes ?? 0) / 1024 ** 2).toFixed(1)}mb`,
    container.service.user ?? 'root',
    'disabled',
  ];
};

/** `5m`, as pm2 rounds it; `0` while stopped. */
export const uptime = (container: Container): string => {
  const { startedAt } = container;
  if (!isActive(container) || startedAt === undefined) return '0';
  const seconds = Math.max(0, Math.trunc((Date.now() - startedAt.getTime()) / 1000));
  if (seconds >= 86_400) return `${Math.trunc(seconds / 86_400)}D`;
  if (seconds >= 3600) return `${Math.trunc(seconds / 3600)}h`;
  return seconds >= 60 ? `${Math.trunc(seconds / 60)}m` : `${seconds}s`;
};
