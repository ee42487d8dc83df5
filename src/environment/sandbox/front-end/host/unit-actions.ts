import type { Container, Supervisor } from '../../supervisor-model.ts';
import { isActive } from '../docker/container.ts';
import { bool, list, text } from '../flags.ts';
import { signalName } from '../../../../compose/signal.ts';
import { alignColumns } from '../table.ts';
import { complain, line, out, Refusal, type Invocation, type Run } from '../verb.ts';
import { unitState, unitStatus } from './unit-status.ts';
import { containersOfUnit } from './units.ts';

/** Messages and exit statuses: systemd's systemctl(1), src/systemctl. */
const NOT_FOUND = 5;
const NOT_ACTIVE = 3;
const NO_SUCH_UNIT = 4;

export const UNIT_FLAGS = {
  all: bool('a'),
  full: bool('l'),
  lines: text('n'),
  'no-ask-password': bool(),
  'no-block': bool(),
  'no-legend': bool(),
  'no-pager': bool(),
  now: bool(),
  output: text('o'),
  plain: bool(),
  quiet: bool('q'),
  signal: text('s'),
  state: list(),
  type: list('t'),
};

type Call = Invocation<typeof UNIT_FLAGS>;

const service = (unit: string): string => (unit.includes('.') ? unit : `${unit}.service`);

type Control = Parameters<Supervisor['control']>[1];

/** Does it to each unit in turn; says of each that is unknown. */
const control = (word: string, action: (container: Container, call: Call) => Control | undefined) =>
  async function* (call: Call, units: readonly string[]): Run {
    let status = 0;
    for (const unit of units) {
      const containers = containersOfUnit(call.supervisor, unit);
      if (containers.length === 0) {
        const state = word === 'stop' ? 'loaded' : 'found';
        yield complain(`Failed to ${word} ${service(unit)}: Unit ${service(unit)} not ${state}.`);
        status = NOT_FOUND;
      }
      for (const container of containers) {
        const what = action(container, call);
        if (what === undefined) continue;
        try {
          await call.supervisor.control(container, what, call.cause);
        } catch {
          yield complain(
            `Job for ${service(unit)} failed because the control process exited with error code.\n` +
              `See "systemctl status ${service(unit)}" and "journalctl -xeu ${service(unit)}" for details.`,
          );
          status = 1;
        }
      }
    }
    return status;
  };

/** `start` of what is paused is what makes it run again. */
const startAction = (container: Container): Control | undefined => {
  if (container.status.state === 'paused') return 'unpause';
  return isActive(container) ? undefined : 'start';
};

const reload: Control = { action: 'kill', signal: 'SIGHUP' };

async function* isActiveVerb({ flags, supervisor }: Call, units: readonly string[]): Run {
  const states = units.map((unit) => unitState(containersOfUnit(supervisor, unit)));
  if (!flags.quiet) for (const state of states) yield line(state);
  return states.includes('active') ? 0 : NOT_ACTIVE;
}

async function* isFailed({ flags, supervisor }: Call, units: readonly string[]): Run {
  const states = units.map((unit) => unitState(containersOfUnit(supervisor, unit)));
  if (!flags.quiet) for (const state of states) yield line(state);
  return states.includes('failed') ? 0 : 1;
}

async function* isEnabled({ supervisor }: Call, units: readonly string[]): Run {
  const unknown = units.filter((unit) => containersOfUnit(supervisor, unit).length === 0);
  for (const unit of units) {
    if (unknown.includes(unit))
      yield complain(`Failed to get unit file state for ${service(unit)}: No such file or directory`);
    else yield line('enabled');
  }
  return unknown.length === 0 ? 0 : 1;
}

async function* status(call: Call, units: readonly string[]): Run {
  let exit = 0;
  for (const unit of units) {
    const containers = containersOfUnit(call.supervisor, unit);
    if (containers.length === 0) {
      yield complain(`Unit ${service(unit)} could not be found.`);
      exit = NO_SUCH_UNIT;
    }
    for (const container of containers) {
      yield out(await unitStatus(call, container, service(unit), Number(call.flags.lines ?? 10)));
      if (!isActive(container)) exit ||= NOT_ACTIVE;
    }
  }
  return exit;
}

async function* listUnits({ supervisor, flags }: Call): Run {
  const shown = supervisor.containers().filter((container) => flags.all || isActive(container));
  const rows = shown.toReversed().map((container) => {
    const state = unitState([container]);
    const sub = state === 'active' ? 'running' : 'dead';
    return [
      `  ${container.name}.service`,
      'loaded',
      state,
      sub,
      container.service.image ?? container.service.name,
    ];
  });
  yield out(alignColumns([['  UNIT', 'LOAD', 'ACTIVE', 'SUB', 'DESCRIPTION'], ...rows], 1, 1));
}

async function* nothing(): Run {
  return 0;
}

type UnitAction = (call: Call, units: readonly string[]) => Run;

/** What can be done to units; one verb of systemctl, one entry. */
export const UNIT_ACTIONS: Readonly<Record<string, UnitAction>> = {
  'daemon-reload': nothing,
  'is-active': isActiveVerb,
  'is-enabled': isEnabled,
  'is-failed': isFailed,
  kill: control('kill', (container, { flags }) => {
    const signal = signalName(flags.signal ?? 'SIGTERM');
    if (signal === undefined) throw new Refusal(`Failed to parse signal string ${flags.signal}.`);
    return isActive(container) ? { action: 'kill', signal } : undefined;
  }),
  'list-units': listUnits,
  reload: control('reload', (container) => (isActive(container) ? reload : undefined)),
  'reload-or-restart': control('reload-or-restart', (container) => (isActive(container) ? reload : 'start')),
  'reset-failed': nothing,
  restart: control('restart', () => 'restart'),
  start: control('start', startAction),
  status,
  stop: control('stop', (container) => (isActive(container) ? 'stop' : undefined)),
  'try-restart': control('try-restart', (container) => (isActive(container) ? 'restart' : undefined)),
};
