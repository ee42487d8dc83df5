import { own } from '../../../../core/own.ts';
import { singleFrontEnd } from '../program.ts';
import { any, NOT_AVAILABLE, notAvailable, Refusal, verb } from '../verb.ts';
import { UNIT_ACTIONS, UNIT_FLAGS } from './unit-actions.ts';

/** What systemctl can do and the sandbox cannot. */
const ABSENT: Readonly<Record<string, string>> = {
  cat: 'look into the Compose file',
  disable: 'change restart: in the Compose file',
  edit: 'change the Compose file',
  enable: 'change restart: in the Compose file',
  'list-timers': 'leave the step out of the drill',
  mask: 'use stop',
  reboot: 'leave the step out of the drill',
  show: 'use status',
  unmask: 'use start',
};

/** `systemctl`: a unit is the service of the drill that its name means. */
export const systemctl = singleFrontEnd(
  verb({
    names: ['systemctl'],
    usage: '[OPTIONS...] COMMAND ...',
    flags: UNIT_FLAGS,
    arity: any,
    async *run(invocation) {
      const [command = 'list-units', ...units] = invocation.operands;
      const action = own(UNIT_ACTIONS, command);
      if (action === undefined && Object.hasOwn(ABSENT, command))
        throw notAvailable('systemctl', command, ABSENT[command] ?? '');
      if (action === undefined) throw new Refusal(`Unknown command verb ${command}.`, NOT_AVAILABLE);
      return yield* action(invocation, units);
    },
  }),
);
