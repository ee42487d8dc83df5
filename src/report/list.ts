import type { Drill } from '../drill/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import { shortPath } from './path.ts';

/** Drills as a table, or as JSON Lines. */
export const renderList = (
  drills: readonly Drill[],
  faults: readonly FaultDefinition[],
  asJson: boolean,
): string => {
  const rows = drills.map((drill) => ({
    drill: drill.name,
    fault: drill.faults.map(({ value: { kind, spec } }) => describe(kind, spec, faults)).join(' + '),
    runbook: `${shortPath(drill.runbook.value.file)}${drill.runbook.value.procedure === undefined ? '' : `#${drill.runbook.value.procedure}`}`,
    file: shortPath(drill.path),
  }));
  if (asJson) return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return table([
    ['DRILL', 'FAULT', 'RUNBOOK', 'FILE'],
    ...rows.map(({ drill, fault, runbook, file }) => [drill, fault, runbook, file]),
  ]);
};

const describe = (kind: string, spec: unknown, faults: readonly FaultDefinition[]): string =>
  faults.find((definition) => definition.kind === kind)?.describe(spec) ?? kind;

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
};
