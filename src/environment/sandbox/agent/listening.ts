import { systemClock } from '../../../core/clock.ts';
import { readProc } from './processes.ts';

/** How often it is looked, in ms: at first, and later after a fiftieth of the time waited so far. */
const LOOK_MS = 5;

/** Resolves when something in the container's network listens for TCP connections, or at the signal. */
export const portOpened = async (pid: number, signal: AbortSignal): Promise<void> => {
  const begun = performance.now();
  while (!signal.aborted && !listens(pid)) {
    await systemClock.sleep(Math.max(LOOK_MS, (performance.now() - begun) / 50), signal);
  }
};

/** The tables of sockets take the kernel long to write: they are read only when there is a socket at all. */
const listens = (pid: number): boolean =>
  ['', '6'].some(
    (version) =>
      /^TCP6?: inuse [1-9]/m.test(readProc(pid, `net/sockstat${version}`)) &&
      LISTENING.test(readProc(pid, `net/tcp${version}`)),
  );

/** `0A` is LISTEN, after the local and the remote address. */
const LISTENING = /^ *\d+: [0-9A-F]+:[0-9A-F]{4} [0-9A-F]+:0000 0A /m;
