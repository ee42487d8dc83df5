import { shortPath } from '../core/short-path.ts';
import type { Drill } from '../drill/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import { planFaults } from '../plan/faults.ts';

interface Row {
  readonly drill: string;
  readonly fault: string;
  readonly runbook: string;
  readonly file: string;
}

/** Drills as a table. */
export const listText = (drills: readonly Drill[], faults: readonly FaultDefinition[]): string =>
  table([
    ['DRILL', 'FAULT', 'RUNBOOK', 'FILE'],
    ...rowsOf(drills, faults).map(({ drill, fault, runbook, file }) => [drill, fault, runbook, file]),
  ]);

/** Drills as JSON Lines. */
export const listJson = (drills: readonly Drill[], faults: readonly FaultDefinition[]): string =>
  rowsOf(drills, faults)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');

const rowsOf = (drills: readonly Drill[], faults: readonly FaultDefinition[]): readonly Row[] =>
  drills.map((drill) => {
    const { file, procedure } = drill.runbook.value;
    return {
      drill: drill.name,
      fault: planFaults(drill, faults)
        .map(({ what }) => what)
        .join(' + '),
      runbook: `${shortPath(file)}${procedure === undefined ? '' : `#${procedure}`}`,
      file: shortPath(drill.path),
    };
  });

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
