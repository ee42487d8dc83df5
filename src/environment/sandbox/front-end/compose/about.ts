import { stringify } from 'yaml';
import { copy } from '../docker/cp.ts';
import { imageRows } from '../docker/listings.ts';
import { address, portsOf } from '../docker/ports.ts';
import { showStats } from '../docker/stats.ts';
import { imageOf, isActive } from '../docker/container.ts';
import { bool, int, list, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { byPid, PROCESS_TITLES, processCells } from '../processes.ts';
import { alignColumns } from '../table.ts';
import { any, between, exactly, line, none, out, Refusal, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

/** The Compose whose messages these front ends give. */
export const COMPOSE_VERSION = '2.36.2';

export const version = verb({
  names: ['version'],
  usage: '[OPTIONS]',
  flags: { format: text('f'), short: bool() },
  arity: none,
  async *run({ flags }) {
    if (flags.short) yield line(COMPOSE_VERSION);
    else if (flags.format === 'json') yield line(JSON.stringify({ version: `v${COMPOSE_VERSION}` }));
    else yield line(`Docker Compose version v${COMPOSE_VERSION}`);
  },
});

/** docker/compose cmd/compose/top.go. */
export const top = verb({
  names: ['top'],
  usage: '[SERVICES...]',
  flags: {},
  arity: any,
  async *run({ operands, supervisor }) {
    const now = new Date();
    const rows: (readonly string[])[] = [];
    for (const container of containersOf(supervisor, selectServices(supervisor, operands)).filter(isActive))
      for (const process of byPid(await supervisor.processes(container)))
        rows.push([container.service.name, String(container.replica), ...processCells(process, now)]);
    if (rows.length > 0) yield out(alignColumns([['SERVICE', '#', ...PROCESS_TITLES], ...rows], 4, 2));
  },
});

/** docker/compose pkg/compose/port.go. */
export const port = verb({
  names: ['port'],
  usage: '[OPTIONS] SERVICE PRIVATE_PORT',
  flags: { index: int(), protocol: text() },
  arity: exactly(2),
  async *run({ flags, operands: [name = '', wanted = ''], supervisor }) {
    const { index = 1, protocol = 'tcp' } = flags;
    const container = containersOf(supervisor, selectServices(supervisor, [name])).find(
      ({ replica }) => replica === index,
    );
    if (container === undefined) throw new Refusal(`no container found for ${name}-${index}`);
    const ports = portsOf(container);
    const found = ports.find((each) => String(each.target) === wanted && each.protocol === protocol);
    if (found?.host === undefined) {
      const all = ports.map((each) => `${each.host?.port ?? 0}/${each.protocol}`).join(', ');
      throw new Refusal(`no port ${wanted}/${protocol} for container ${container.name}: ${all}`);
    }
    yield line(address(found.host.ip, found.host.port));
  },
});

export const images = verb({
  names: ['images'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: { format: text(), quiet: bool('q') },
  arity: any,
  async *run({ flags, operands, supervisor }) {
    const rows = containersOf(supervisor, selectServices(supervisor, operands)).map((container) => {
      const image = imageOf(supervisor, container);
      const found = imageRows(supervisor, true).find(
        ({ Repository, Tag }) => image === Repository || image === `${Repository}:${Tag}`,
      );
      return { ContainerName: container.name, ...found };
    });
    yield out(
      formatListing({
        format: flags.format,
        columns: ['ContainerName', 'Repository', 'Tag', 'ID', 'Size', 'CreatedSince'],
        headers: {
          ContainerName: 'CONTAINER',
          CreatedSince: 'CREATED',
          ID: 'IMAGE ID',
          Repository: 'REPOSITORY',
          Size: 'SIZE',
          Tag: 'TAG',
        },
        rows,
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});

/** What the drill has read from the Compose file. */
export const config = verb({
  names: ['config', 'convert'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: { format: text(), images: bool(), quiet: bool('q'), services: bool(), volumes: bool() },
  arity: any,
  async *run({ flags, operands, supervisor }) {
    const { project, volumes } = supervisor.system;
    const services = selectServices(supervisor, operands);
    if (flags.quiet) return;
    if (flags.services) for (const { name } of services) yield line(name);
    else if (flags.volumes) for (const { name } of volumes) yield line(name);
    else if (flags.images) for (const { image, name } of services) yield line(image ?? `${project}-${name}`);
    else {
      const model = {
        name: project,
        services: Object.fromEntries(
          services.map((service) => [service.name, { ...service, location: undefined }]),
        ),
        volumes: Object.fromEntries(volumes.map(({ name }) => [name, { name: `${project}_${name}` }])),
      };
      yield out(flags.format === 'json' ? `${JSON.stringify(model, null, 2)}\n` : stringify(model));
    }
  },
});

export const ls = verb({
  names: ['ls'],
  usage: '[OPTIONS]',
  flags: { all: bool('a'), filter: list(), format: text(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const { project, file } = supervisor.system;
    const running = supervisor.containers().filter(isActive).length;
    const stopped = supervisor.containers().length - running;
    const states = [
      ...(stopped > 0 && flags.all ? [`exited(${stopped})`] : []),
      ...(running > 0 ? [`running(${running})`] : []),
    ];
    const rows = states.length === 0 ? [] : [{ Name: project, Status: states.join(', '), ConfigFiles: file }];
    if (flags.quiet) for (const { Name } of rows) yield line(Name);
    else if (flags.format === 'json') yield line(JSON.stringify(rows));
    else
      yield out(
        alignColumns(
          [['NAME', 'STATUS', 'CONFIG FILES'], ...rows.map((row) => [row.Name, row.Status, row.ConfigFiles])],
          20,
        ),
      );
  },
});

export const stats = verb({
  names: ['stats'],
  usage: '[OPTIONS] [SERVICE]',
  flags: { all: bool('a'), format: text(), 'no-stream': bool(), 'no-trunc': bool() },
  arity: between(0, 1),
  run: (invocation) =>
    showStats(invocation, () => {
      const { flags, operands, supervisor } = invocation;
      const containers = containersOf(supervisor, selectServices(supervisor, operands));
      return containers.filter((container) => flags.all || isActive(container));
    }),
});

export const cp = verb({
  names: ['cp'],
  usage: '[OPTIONS] SERVICE:SRC_PATH DEST_PATH|-\n\tdocker compose cp [OPTIONS] SRC_PATH|- SERVICE:DEST_PATH',
  flags: { all: bool(), archive: bool('a'), 'follow-link': bool('L'), index: int() },
  arity: exactly(2),
  async *run({ flags, operands: [from = '', to = ''], supervisor }) {
    return copy(supervisor, from, to, (name) => {
      const containers = containersOf(supervisor, selectServices(supervisor, [name]));
      const container = containers.find(({ replica }) => replica === (flags.index ?? 1));
      if (container === undefined) throw new Refusal(`no container found for service "${name}"`);
      return container;
    });
  },
});
