import { withFlag } from './command.ts';
import { ANOTHER_WAY, OPTION } from './knowledge/conditions.ts';
import type { Alternative, Step } from './model.ts';
import { allSections, type Section } from './sections.ts';

/** The steps of one block or one told command, and the text that leads to it. */
export interface Unit {
  readonly intro: string;
  readonly steps: readonly Step[];
}

/** Joins into a choice what the text offers as one: "Alternatively, …", "Option 1: … Option 2: …". */
export const linkWays = (units: readonly Unit[]): readonly Step[] => {
  const options = optionsOf(units);
  const named = new Set(options.filter((name) => name !== undefined));
  let way: Alternative | undefined;
  const linked: Unit[] = [];
  for (const [index, unit] of units.entries()) {
    const name = options[index];
    const previous = linked.at(-1);
    if (named.size > 1 && name !== undefined) {
      const choice = `L${firstLine(units[options.findIndex((each) => each !== undefined)])}`;
      linked.push(marked(unit, { choice, option: [...named].indexOf(name) + 1, name }));
    } else if (
      previous !== undefined &&
      hasCommands(previous) &&
      hasCommands(unit) &&
      ANOTHER_WAY.test(unit.intro.trim())
    ) {
      way ??= { choice: `L${firstLine(previous)}`, option: 1 };
      linked[linked.length - 1] = marked(previous, way);
      way = { choice: way.choice, option: way.option + 1 };
      linked.push(marked(unit, way));
      continue;
    } else linked.push(unit);
    way = undefined;
  }
  return linked.flatMap(({ steps }) => steps);
};

/** The option that each unit belongs to: the last one named before it. */
const optionsOf = (units: readonly Unit[]): readonly (string | undefined)[] => {
  let current: string | undefined;
  return units.map(({ intro, steps }) => {
    current = OPTION.exec(intro.trim())?.[1] ?? OPTION.exec(steps[0]?.title ?? '')?.[1] ?? current;
    return current;
  });
};

/** Steps of sections that stand side by side as "Option 1", "Option 2", by the section that they stand in. */
export const optionSections = (root: Section): ReadonlyMap<Section, Alternative> => {
  const ways = new Map<Section, Alternative>();
  for (const parent of allSections(root)) {
    const options = parent.children.filter(({ heading }) => OPTION.test(heading));
    if (options.length < 2) continue;
    for (const [index, section] of options.entries()) {
      const [, name = section.heading, when] = OPTION.exec(section.heading) ?? [];
      const alternative = {
        choice: `L${options[0]?.lines[0]}`,
        option: index + 1,
        name,
        ...(when ? { when } : {}),
      };
      for (const each of allSections(section)) ways.set(each, alternative);
    }
  }
  return ways;
};

/** The step with all its commands as one way of a choice. */
export const asWay = (step: Step, alternative: Alternative): Step => ({
  ...step,
  commands: step.commands.map((command) =>
    command.alternative === undefined ? withFlag({ ...command, alternative }, 'alternative') : command,
  ),
});

const marked = ({ intro, steps }: Unit, alternative: Alternative): Unit => ({
  intro,
  steps: steps.map((step) => asWay(step, alternative)),
});

const hasCommands = ({ steps }: Unit): boolean => steps.some(({ commands }) => commands.length > 0);

const firstLine = (unit: Unit | undefined): number => unit?.steps[0]?.lines[0] ?? 0;
