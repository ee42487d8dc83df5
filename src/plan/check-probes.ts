import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill } from '../drill/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';
import type { PlannedProbe } from './model.ts';

type Probing = Pick<Drill, 'path' | 'probes' | 'withoutDerivedProbes'>;

/** What of the probes does not fit the system, or cannot fail and so proves nothing. The drill's own come first. */
export const checkProbes = (
  drill: Probing,
  system: System,
  definitions: readonly ProbeDefinition[],
  planned: readonly PlannedProbe[],
): readonly Diagnostic[] => {
  const start = { file: drill.path, line: 1, column: 1 };
  if (planned.length === 0) return [{ ...noProbes(drill), location: start }];
  const sameName = planned.flatMap(({ name }, index): readonly Diagnostic[] =>
    planned.findIndex((other) => other.name === name) === index
      ? []
      : [
          {
            code: 'same-name',
            severity: 'error',
            message: `another probe is called "${name}", too: their samples could not be told apart`,
            location: drill.probes?.[index]?.location ?? start,
            hint: 'give each a name of its own',
          },
        ],
  );
  const unfit = planned.flatMap((probe, index) => {
    const definition = definitions.find(({ kind }) => kind === probe.kind);
    return (definition?.validate?.(probe.spec, system) ?? []).map((message) => ({
      code: 'probe-does-not-fit',
      severity: 'error' as const,
      message: `probe "${probe.name}": ${message}`,
      location: drill.probes?.[index]?.location ?? start,
    }));
  });
  return [...sameName, ...unfit];
};

const noProbes = ({ withoutDerivedProbes }: Probing): Diagnostic => ({
  code: 'no-probes',
  severity: 'error',
  message: `nothing tells whether the system is well: ${
    withoutDerivedProbes
      ? 'the drill has no probes, and "derived-probes: off" leaves out those of the Compose file'
      : 'the Compose file has no health check and no published port'
  }`,
  hint: `add "probes:" to the drill, or ${withoutDerivedProbes ? 'take that line out' : 'a healthcheck to a service'}`,
});
