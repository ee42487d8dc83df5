import type { Container } from '../../supervisor-model.ts';
import { imageOf, isActive } from '../docker/container.ts';
import { bytesSize, humanDuration } from '../units.ts';
import type { Invocation } from '../verb.ts';
import { syslogLine } from './syslog.ts';

/** `active`, `inactive` after a clean end, `failed` after any other, `activating` between two starts. */
export const unitState = (containers: readonly Container[]): string => {
  if (containers.some(({ status }) => status.state === 'restarting')) return 'activating';
  if (containers.some(isActive)) return 'active';
  return containers.some(({ status }) => failed(status.exitCode)) ? 'failed' : 'inactive';
};

/** SIGTERM is how a service is told to end. */
const failed = (exitCode: number | undefined): boolean => ![0, 143, undefined].includes(exitCode);

/** `systemctl status` of one container, with its last lines. */
export const unitStatus = async (
  { supervisor, call }: Pick<Invocation, 'supervisor' | 'call'>,
  container: Container,
  unit: string,
  lines: number,
): Promise<string> => {
  const state = unitState([container]);
  const mark = { active: '●', activating: '●', failed: '×' }[state] ?? '○';
  const head = [
    `${mark} ${unit} - ${imageOf(supervisor, container)}`,
    `     Loaded: loaded (/lib/systemd/system/${unit}; enabled; preset: enabled)`,
    `     Active: ${activity(container, state)}`,
    ...(await figures(supervisor, container)),
  ];
  const log: string[] = [];
  const tail = Number.isFinite(lines) ? lines : 10;
  for await (const each of supervisor.logs(container, { tail, follow: false, signal: call.signal }))
    log.push(syslogLine(supervisor.system.project, container, each));
  return `${[...head, ...(log.length === 0 ? [] : ['', ...log])].join('\n')}\n`;
};

const since = (date: Date): string => {
  const ago = humanDuration(Date.now() - date.getTime());
  return `since ${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 19).replace('T', ' ')} UTC; ${ago} ago`;
};

const activity = ({ status, startedAt, finishedAt, createdAt }: Container, state: string): string => {
  if (state === 'active') return `active (running) ${since(startedAt ?? createdAt)}`;
  if (state === 'activating') return `activating (auto-restart) ${since(finishedAt ?? createdAt)}`;
  const end = since(finishedAt ?? createdAt);
  if (state === 'inactive') return `inactive (dead) ${end}`;
  return `failed (Result: ${(status.exitCode ?? 0) > 128 ? 'signal' : 'exit-code'}) ${end}`;
};

const figures = async (
  supervisor: Invocation['supervisor'],
  container: Container,
): Promise<readonly string[]> => {
  if (!isActive(container)) return [];
  const { processes, memoryBytes } = await supervisor.usage(container);
  const command = container.argv[0]?.split('/').at(-1) ?? '';
  return [
    `   Main PID: ${container.pid ?? 0} (${command})`,
    `      Tasks: ${processes}`,
    `     Memory: ${bytesSize(memoryBytes).replace('iB', '')}`,
  ];
};
