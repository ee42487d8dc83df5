import { isActive } from '../docker/container.ts';
import { bool } from '../flags.ts';
import { singleFrontEnd } from '../program.ts';
import { any, line, notAvailable, Refusal, verb } from '../verb.ts';
import { UNIT_ACTIONS } from './unit-actions.ts';
import { containersOfUnit } from './units.ts';

/** `service NAME VERB`, which hands over to systemctl. */
export const service = singleFrontEnd(
  verb({
    names: ['service'],
    usage: '< option > | --status-all | [ service_name [ command | --full-restart ] ]',
    flags: { 'full-restart': bool(), 'status-all': bool() },
    arity: any,
    async *run(invocation) {
      const { flags, operands, supervisor } = invocation;
      if (flags['status-all']) {
        for (const container of supervisor.containers())
          yield line(` [ ${isActive(container) ? '+' : '-'} ]  ${container.service.name}`);
        return 0;
      }
      const [unit, command = flags['full-restart'] ? 'restart' : undefined] = operands;
      if (unit === undefined || command === undefined)
        throw new Refusal(
          'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]',
        );
      if (containersOfUnit(supervisor, unit).length === 0) throw new Refusal(`${unit}: unrecognized service`);
      const known = command === 'force-reload' ? 'reload' : command;
      const action = ['start', 'stop', 'restart', 'reload', 'status', 'try-restart'].includes(known)
        ? UNIT_ACTIONS[known]
        : undefined;
      if (action === undefined)
        throw notAvailable('service', `${unit} ${command}`, 'use start, stop or restart');
      return yield* action({ ...invocation, flags: {} }, [unit]);
    },
  }),
);
