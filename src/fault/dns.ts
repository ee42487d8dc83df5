import { z } from 'zod';
import type { System } from '../compose/model.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { name } from './fields.ts';
import { runAt } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const schema = z
  .strictObject({
    dns: name.describe('The service whose name is gone for the others.'),
    from: name
      .optional()
      .describe('Where it is looked up as evidence. Default: the first service that depends on it.'),
  })
  .describe('A service’s name cannot be resolved by the others.');

type Dns = z.infer<typeof schema>;

/** A service's name cannot be resolved. Lifted by an event that the drill names. */
export const dnsFault = defineFault<Dns>({
  kind: 'dns',
  schema,
  incurable: true,
  describe: ({ dns }) => `take the name ${dns} away`,
  targets: ({ dns, from }) => [dns, ...(from === undefined ? [] : [from])],
  needs: () => ['names'],
  validate: (spec, { services, file }) =>
    services.length > 1 ? [] : [`${file} has no other service that could look ${spec.dns} up`],
  open: (spec, { environment }) => ({
    inject: () => environment.network.setNamed(spec.dns, false),
    evidence: async (): Promise<Evidence> => {
      const from = watcher(spec, environment.system);
      const { exitCode, stderr } = await runAt(environment, from, ['getent', 'hosts', spec.dns]);
      // What getent ends with when it does not know a name; when there is no getent, that says nothing.
      const gone = exitCode === 2;
      const found = exitCode === 0 ? 'is found' : stderr.trim();
      return { seen: gone, what: `${spec.dns}, looked up in ${from}, ${gone ? 'is not known' : found}` };
    },
    heal: () => environment.network.setNamed(spec.dns, true),
  }),
});

const watcher = ({ dns, from }: Dns, system: System): string => {
  const others = system.services.filter(({ name: other }) => other !== dns);
  const depends = others.find(({ dependsOn }) => dependsOn.some(({ service }) => service === dns));
  return serviceNamed(system, from ?? (depends ?? others[0])?.name ?? dns).name;
};
