import { volumeName } from '../../../../compose/names.ts';
import { absent, bool, list, text } from '../flags.ts';
import { atLeast, between, complain, line, notAvailable, verb } from '../verb.ts';
import { daemonError } from './container.ts';
import { usersOf } from './resources.ts';

/** Messages: moby/moby volume/service/store.go. */
export const volumeRm = verb({
  names: ['volume rm', 'volume remove'],
  usage: '[OPTIONS] VOLUME [VOLUME...]',
  flags: { force: bool('f') },
  arity: atLeast(1),
  async *run({ flags, operands, supervisor }) {
    const complaints: string[] = [];
    for (const typed of operands) {
      const volume = supervisor.volumes().find((each) => volumeName(supervisor.system, each) === typed);
      const users = volume === undefined ? [] : usersOf(supervisor, volume);
      if (users.length > 0) {
        complaints.push(`remove ${typed}: volume is in use - [${users.map(({ id }) => id).join(', ')}]`);
      } else if (volume === undefined && !flags.force) {
        complaints.push(`get ${typed}: no such volume`);
      } else {
        if (volume !== undefined) await supervisor.removeVolumes([volume]);
        yield line(typed);
      }
    }
    for (const complaint of complaints) yield complain(daemonError(complaint));
    return complaints.length > 0 ? 1 : 0;
  },
});

const ONLY_COMPOSE_FILE = 'the drill has the volumes of its Compose file; add the volume there';

/** One of the file's is there already, or comes with the next container that has it. */
export const volumeCreate = verb({
  names: ['volume create'],
  usage: '[OPTIONS] [VOLUME]',
  flags: { driver: text('d'), label: list(), opt: absent(ONLY_COMPOSE_FILE, 'o') },
  arity: between(0, 1),
  async *run({ operands: [typed = ''], supervisor }) {
    if (!supervisor.system.volumes.some((each) => volumeName(supervisor.system, each) === typed))
      throw notAvailable('docker', `volume create ${typed}`.trim(), ONLY_COMPOSE_FILE);
    yield line(typed);
  },
});
