import type { JudgedCommand, Judgement, Lines, Plan, PlannedCommand, Service, System } from '../src/index.ts';
import { mayCure } from '../src/plan/may-cure.ts';

/** A plan with something taken out of it, that must not pass. */
export interface Sabotage {
  /** `L39 restart postgres → restart redis`. */
  readonly what: string;
  readonly plan: Plan;
}

/** Of one command that may be what cures. */
export interface CureSabotages {
  readonly what: string;
  /** When this passes, the command is not what cures, and the others show nothing. */
  readonly removed: Sabotage;
  readonly others: readonly Sabotage[];
}

/**
 * What can be done to the cures of a drill.
 * @param judgement of the drill as it is: only what was run there can have cured
 */
export const curesOf = ({ plan, steps }: Judgement, system: System): readonly CureSabotages[] =>
  plan.steps
    .filter(mayCure)
    .flatMap(({ commands }) => commands.filter((command) => wasRun(command, steps)))
    .map((command) => {
      const what = `L${command.lines[0]} ${command.text.split('\n')[0]?.slice(0, 60)}`;
      return {
        what,
        removed: { what: `${what} → removed`, plan: withCommand(plan, command.lines) },
        others: [
          { what: `${what} → true`, plan: withCommand(plan, command.lines, { ...command, text: 'true' }) },
          ...elsewhere(command, system).map((text) => ({
            what: `${what} → ${text.split('\n')[0]?.slice(0, 60)}`,
            plan: withCommand(plan, command.lines, { ...command, text }),
          })),
        ],
      };
    });

/** The plan without all that may cure. */
export const withoutCures = (judgement: Judgement, system: System): Sabotage => ({
  what: 'all cures → removed',
  plan: curesOf(judgement, system)
    .map(({ removed }) => removed.plan)
    .reduce(inBoth, judgement.plan),
});

const wasRun = ({ lines }: PlannedCommand, steps: readonly JudgedCommand[]): boolean =>
  steps.some((step) => isSame(step.lines, lines) && step.status !== 'skipped');

const isSame = (a: Lines, b: Lines): boolean => a[0] === b[0] && a[1] === b[1];

/** @param put in the place of the commands of these lines; they are left out when absent */
const withCommand = (plan: Plan, lines: Lines, put?: PlannedCommand): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => ({
    ...step,
    commands: step.commands.flatMap((command) =>
      isSame(command.lines, lines) ? (put ? [put] : []) : [command],
    ),
  })),
});

const inBoth = (a: Plan, b: Plan): Plan => ({
  ...a,
  steps: a.steps.map((step, index) => ({
    ...step,
    commands: step.commands.filter((command) => b.steps[index]?.commands.includes(command)),
  })),
});

/** The command, aimed at a service that it does not name: one for each name of a service in it. */
const elsewhere = ({ text }: PlannedCommand, { services }: System): readonly string[] => {
  const named = services.filter((service) => namesOf(service).some((name) => has(text, name)));
  const other = services.find((service) => !named.includes(service));
  if (other === undefined) return [];
  return named.map((service) =>
    namesOf(service).reduce(
      (changed, name, index) => changed.replaceAll(wholeName(name), namesOf(other)[index] ?? other.name),
      text,
    ),
  );
};

const namesOf = ({ containerName, name }: Service): readonly string[] => [containerName, name];

const wholeName = (name: string): RegExp =>
  new RegExp(String.raw`(?<![\w.-])${name.replaceAll('.', String.raw`\.`)}(?![\w-]|\.\w)`, 'g');

const has = (text: string, name: string): boolean => wholeName(name).test(text);
