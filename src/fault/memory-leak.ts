import { z } from 'zod';
import { Background } from './background.ts';
import { name, size, toBytes } from './fields.ts';
import { script } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const schema = z
  .strictObject({
    'memory-leak': name.describe('The service whose container loses memory.'),
    rate: size.default('16mb').describe('Lost in each second.'),
    'up-to': size.default('256mb').describe('Where it ends.'),
  })
  .refine((spec) => toBytes(spec['up-to']) <= 4 * 2 ** 30, { path: ['up-to'], error: 'at most 4gb' })
  .refine((spec) => toBytes(spec['up-to']) === 0 || toBytes(spec.rate) <= toBytes(spec['up-to']), {
    path: ['rate'],
    error: 'at most as much as "up-to"',
  })
  .describe('Memory of a service’s container is taken, more and more, and never given back.');

const MARK = 'drillbook-leak';

/** Many small ones: where the kernel ends the largest process of a container, that is the service's own. */
const KEEP = 'x=$(head -c "$1" /dev/zero | tr "\\0" x); while :; do sleep 3600; done';
const GROW = `left=$2; while [ "$left" -gt 0 ]; do sh -c '${KEEP}' ${MARK} "$1" & left=$((left - 1)); sleep 1; done; wait`;

/** Memory of a service's container is taken, more and more. Cured by a restart of the service, or by ending what keeps it. */
export const memoryLeak = defineFault<z.infer<typeof schema>>({
  kind: 'memory-leak',
  schema,
  describe: (spec) =>
    `let ${spec['memory-leak']} lose ${spec.rate} of memory a second, up to ${spec['up-to']}`,
  targets: (spec) => [spec['memory-leak']],
  needs: () => [],
  open: (spec, { environment }) => {
    const service = spec['memory-leak'];
    const keepers = new Background(environment, service, MARK);
    const step = toBytes(spec.rate);
    return {
      inject: () => keepers.start(GROW, `${step}`, `${Math.floor(toBytes(spec['up-to']) / step)}`),
      evidence: async (): Promise<Evidence> => {
        const pids = await keepers.pids();
        if (pids.length === 0) return { seen: false, what: `no process in ${service} keeps memory` };
        const files = pids.map((pid) => `/proc/${pid}/status`);
        const { stdout } = await environment.exec(service, script('cat "$@" 2>/dev/null', ...files));
        const kept = [...stdout.matchAll(/^VmRSS:\s+(\d+) kB/gm)].reduce(
          (total, [, kilobytes]) => total + Number(kilobytes) * 1024,
          0,
        );
        return {
          seen: kept >= step,
          what: `${pids.length} processes in ${service} keep ${Math.round(kept / 2 ** 20)} MB of memory`,
        };
      },
      heal: () => keepers.end(),
    };
  },
});
