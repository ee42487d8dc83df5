import { own } from '../../../../core/own.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { isActive } from '../docker/container.ts';
import { bool, int, text } from '../flags.ts';
import { merge } from '../merge.ts';
import { singleFrontEnd } from '../program.ts';
import {
  any,
  complain,
  line,
  NOT_AVAILABLE,
  notAvailable,
  out,
  Refusal,
  verb,
  type Invocation,
  type Output,
  type Run,
} from '../verb.ts';
import { pm2Apps, selectApps, type App } from './pm2-apps.ts';
import { describe, jlist } from './pm2-describe.ts';
import { pm2Table } from './pm2-table.ts';

const FLAGS = {
  err: bool(),
  force: bool('f'),
  json: bool(),
  lines: int(),
  mini: bool('m'),
  nostream: bool(),
  out: bool(),
  raw: bool(),
  silent: bool('s'),
  timestamp: text(),
  'update-env': bool(),
};

type Call = Invocation<typeof FLAGS>;

async function* listApps({ supervisor, flags }: Call): Run {
  if (!flags.silent) yield out(await pm2Table(supervisor, pm2Apps(supervisor)));
}

type Control = Parameters<Supervisor['control']>[1];

/** Does it to the apps that are named, then shows them all (pm2 lib/API.js, _operate). */
const operate = (word: string, action: (container: Container) => Control | undefined) =>
  async function* (call: Call, names: readonly string[]): Run {
    const [name] = names;
    if (name === undefined) throw new Refusal(`error: missing required argument 'id|name|namespace|all'`);
    for (const typed of names) {
      const found = selectApps(call.supervisor, typed);
      const ids = found.map(({ id }) => id).join(', ');
      yield line(`[PM2] Applying action ${word} on app [${typed}](ids: [ ${ids} ])`);
      for (const app of found) {
        const what = action(app.container);
        if (what !== undefined) await call.supervisor.control(app.container, what, call.cause);
        yield line(`[PM2] [${app.name}](${app.id}) ✓`);
      }
    }
    yield* listApps(call);
  };

const DEFAULT_LINES = 15;

/** pm2 lib/API/Log.js. */
async function* logs({ flags, supervisor, call }: Call, [typed = 'all']: readonly string[]): Run {
  const shown = typed === 'all' ? pm2Apps(supervisor) : selectApps(supervisor, typed);
  const count = flags.lines ?? DEFAULT_LINES;
  const wanted = (stream: string) => (flags.err ? stream === 'stderr' : !flags.out || stream === 'stdout');
  const read = async function* (
    { id, name, container }: App,
    tail: number,
    follow: boolean,
  ): AsyncGenerator<Output> {
    const label = flags.raw ? '' : `${id}|${name.slice(0, 8).padEnd(8)} | `;
    for await (const logged of supervisor.logs(container, { tail, follow, signal: call.signal }))
      if (wanted(logged.stream)) yield line(`${label}${logged.text}`);
  };
  if (count > 0) {
    const plural = typed === 'all' ? 'processes' : 'process';
    yield line(
      `[TAILING] Tailing last ${count} lines for [${typed}] ${plural} (change the value with --lines option)`,
    );
  }
  for (const app of shown) yield* read(app, count, false);
  if (!flags.nostream) yield* merge(shown.map((app) => read(app, 0, true)));
}

async function* pid({ supervisor }: Call, [typed = 'all']: readonly string[]): Run {
  for (const { container } of selectApps(supervisor, typed)) yield line(String(container.pid ?? 0));
}

async function* done(): Run {
  yield line('[PM2] Done.');
}

type Action = (call: Call, operands: readonly string[]) => Run;

const restart = operate('restartProcessId', () => 'restart');

const ACTIONS: Readonly<Record<string, Action>> = {
  describe,
  desc: describe,
  flush: done,
  info: describe,
  jlist,
  list: listApps,
  log: logs,
  logs,
  ls: listApps,
  l: listApps,
  pid,
  ps: listApps,
  // Without a cluster, pm2 restarts as well.
  reload: operate('reloadProcessId', () => 'restart'),
  restart,
  save: done,
  show: describe,
  start: operate('restartProcessId', (container) => (isActive(container) ? 'restart' : 'start')),
  status: listApps,
  stop: operate('stopProcessId', (container) => (isActive(container) ? 'stop' : undefined)),
};

const ABSENT: Readonly<Record<string, string>> = {
  delete: 'use stop',
  del: 'use stop',
  kill: 'use stop all',
  monit: 'use pm2 list',
  resurrect: 'use start all',
  scale: 'use docker compose up -d --scale SERVICE=NUMBER',
  startup: 'leave the step out of the drill',
  update: 'leave the step out of the drill',
};

/** `pm2`: an app is the service of the drill that its name means. */
export const pm2 = singleFrontEnd(
  verb({
    names: ['pm2'],
    usage: '[cmd] app',
    flags: FLAGS,
    arity: any,
    async *run(invocation) {
      const [command, ...operands] = invocation.operands;
      if (command === undefined) throw new Refusal('usage: pm2 [options] <command>', 0);
      const action = own(ACTIONS, command);
      if (action === undefined && Object.hasOwn(ABSENT, command))
        throw notAvailable('pm2', command, ABSENT[command] ?? '');
      if (action === undefined) {
        yield complain(`[PM2][ERROR] Command not found: ${command}`);
        return NOT_AVAILABLE;
      }
      return yield* action(invocation, operands);
    },
  }),
);
