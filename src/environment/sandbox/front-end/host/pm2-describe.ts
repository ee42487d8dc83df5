import { isActive } from '../docker/container.ts';
import { line, type Invocation, type Run } from '../verb.ts';
import { pm2Apps, selectApps } from './pm2-apps.ts';
import { uptime } from './pm2-table.ts';

type Call = Pick<Invocation, 'supervisor'>;

/** `pm2 describe`. */
export async function* describe({ supervisor }: Call, [typed = '']: readonly string[]): Run {
  for (const { id, name, container } of selectApps(supervisor, typed)) {
    const { status, argv, pid = 0 } = container;
    yield line(` Describing process with id ${id} - name ${name} `);
    const cells = [
      ['status', isActive(container) ? 'online' : 'stopped'],
      ['name', name],
      ['restarts', String(status.restarts)],
      ['uptime', uptime(container)],
      ['script args', argv.slice(1).join(' ')],
      ['script path', argv[0] ?? ''],
      ['pid', String(pid)],
      ['exec mode', 'fork_mode'],
      ['unstable restarts', '0'],
    ] as const;
    const width = Math.max(...cells.map(([, value]) => value.length)) + 2;
    const rule = (left: string, middle: string, right: string) =>
      `${left}${'─'.repeat(19)}${middle}${'─'.repeat(width)}${right}`;
    yield line(rule('┌', '┬', '┐'));
    for (const [key, value] of cells) yield line(`│ ${key.padEnd(17)} │ ${value.padEnd(width - 1)}│`);
    yield line(rule('└', '┴', '┘'));
  }
}

/** `pm2 jlist`, for programs. */
export async function* jlist({ supervisor }: Call): Run {
  const list = await Promise.all(
    pm2Apps(supervisor).map(async ({ id, name, container }) => {
      const used = isActive(container) ? await supervisor.usage(container) : undefined;
      return {
        pid: container.pid ?? 0,
        name,
        pm_id: id,
        monit: { memory: used?.memoryBytes ?? 0, cpu: used?.cpuPercent ?? 0 },
        pm2_env: {
          status: isActive(container) ? 'online' : 'stopped',
          restart_time: container.status.restarts,
          pm_uptime: container.startedAt?.getTime() ?? 0,
          exec_mode: 'fork_mode',
        },
      };
    }),
  );
  yield line(JSON.stringify(list));
}
