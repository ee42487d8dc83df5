import type { Wants } from '../plan/model.ts';

/** What a drill file must hold for a command to be run: `bind: { PID: … }, choose: { L22: 2 }`. */
export const drillLine = ({ bind = [], answers = {}, choose }: Wants): string =>
  toLine(bind, Object.entries(answers), choose);

/** For several commands: those of one way together, and each other way beside them. */
export const drillLines = (wanted: readonly Wants[]): string =>
  [...Map.groupBy(wanted, ({ choose }) => JSON.stringify(choose)).values()]
    .map((ofWay) =>
      toLine(
        ofWay.flatMap(({ bind = [] }) => bind),
        ofWay.flatMap(({ answers = {} }) => Object.entries(answers)),
        ofWay[0]?.choose,
      ),
    )
    .join(', or ');

const toLine = (
  bind: readonly string[],
  answers: readonly (readonly [condition: string, holds: boolean])[],
  choose: Wants['choose'] | undefined,
): string =>
  [
    ...entry(
      'bind',
      bind.map((name) => [name, '…']),
    ),
    ...entry(
      'answers',
      answers.map(([condition, holds]) => [condition, String(holds)]),
    ),
    ...entry('choose', choose === undefined ? [] : [[choose.choice, String(choose.option)]]),
  ].join(', ');

const entry = (key: string, values: readonly (readonly [name: string, value: string])[]): readonly string[] =>
  values.length === 0
    ? []
    : [`${key}: { ${[...new Set(values.map(([name, value]) => `${quoted(name)}: ${value}`))].join(', ')} }`];

/** As YAML has it. */
const quoted = (name: string): string => (/^[a-z_][\w-]*$/i.test(name) ? name : JSON.stringify(name));
