import type { Drill } from './drill.ts';
import type { Rule } from './fields.ts';
import { isOwnLabel, scopeLabels } from './names.ts';
import { ambiguous } from './refused.ts';

/** What everything that is made through the socket carries. */
export const drillLabels = ({ scope }: Drill): Readonly<Record<string, string>> => ({
  ...scope.labels,
  ...scopeLabels(scope.run),
});

/** The caller's labels and the drill's. */
export const labels: Rule = (value, drill, field) => {
  const given = value ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw ambiguous(`${field} is no object`);
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !isOwnLabel(name))),
    ...drillLabels(drill),
  };
};
