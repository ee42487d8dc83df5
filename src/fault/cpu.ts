import { z } from 'zod';
import { Background } from './background.ts';
import { name } from './fields.ts';
import { script } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const schema = z
  .strictObject({
    cpu: name.describe('The service in which processes are busy.'),
    processes: z.int().min(1).max(64).default(1).describe('How many, each up to a whole core.'),
  })
  .describe('Processes in a service’s container keep cores busy.');

const MARK = 'drillbook-busy';

/** Utime and stime of `/proc/PID/stat`, in hundredths of a second, of the processes named, before and after a while. */
const TICKS =
  'read_ticks() { for p in "$@"; do cut -d" " -f14,15 "/proc/$p/stat" 2>/dev/null; done; }; read_ticks "$@"; echo; sleep 0.3; read_ticks "$@"';

/** Processes in a service's container keep cores busy. Cured by ending them, or by a restart of the service. */
export const cpuFault = defineFault<z.infer<typeof schema>>({
  kind: 'cpu',
  schema,
  describe: ({ cpu, processes }) =>
    `keep ${processes} ${processes === 1 ? 'process' : 'processes'} in ${cpu} busy`,
  targets: ({ cpu }) => [cpu],
  needs: () => [],
  open: ({ cpu: service, processes }, { environment }) => {
    const busy = new Background(environment, service, MARK);
    return {
      inject: async () => {
        for (let count = 0; count < processes; count += 1) await busy.start('while :; do :; done');
      },
      evidence: async (): Promise<Evidence> => {
        const pids = await busy.pids();
        if (pids.length === 0) return { seen: false, what: `no busy process in ${service}` };
        const { stdout } = await environment.exec(service, script(TICKS, ...pids.map(String)));
        const [before = 0, after = 0] = stdout.split('\n\n').map(sum);
        const used = (after - before) / 100;
        return {
          seen: used > 0,
          what: `${pids.length} busy processes in ${service} used ${used.toFixed(2)} s of CPU time in 0.3 s`,
        };
      },
      heal: () => busy.end(),
    };
  },
});

const sum = (text: string): number =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .reduce((total, number) => total + Number(number), 0);
