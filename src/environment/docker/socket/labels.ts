import type { Drill } from './drill.ts';
import { text, type Rule } from './fields.ts';
import { isOwnLabel, PROJECT_LABEL, realName, scopeLabels } from './names.ts';
import { ambiguous } from './refused.ts';

/** What everything that is made through the socket carries. */
export const drillLabels = ({ scope }: Drill): Readonly<Record<string, string>> => ({
  ...scope.labels,
  ...scopeLabels(scope.run),
});

/** A label's value in the engine. */
export const realLabel = (run: string, name: string, value: string): string =>
  name === PROJECT_LABEL ? realName(run, value) : value;

/** The caller's labels and the drill's. */
export const labels: Rule = (value, drill, field) => {
  const given = value ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw ambiguous(`${field} is no object`);
  const foreign = Object.entries(given).filter(([name]) => !isOwnLabel(name));
  return {
    ...Object.fromEntries(
      foreign.map(([name, said]) => [name, realLabel(drill.scope.run, name, text(said, field))]),
    ),
    ...drillLabels(drill),
  };
};
