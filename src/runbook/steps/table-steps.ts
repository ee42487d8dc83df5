import type { Unit } from '../conditions/units.ts';
import type { Table } from 'mdast';
import { eachAWay } from '../ways/alternatives.ts';
import { type Column, commandsInCell } from '../prose/cells.ts';
import { isListOfCommands } from '../prose/prose.ts';
import { changes } from '../command/changes.ts';
import { asWayOf } from '../command/command.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { WAY_HEADER } from '../knowledge/ways.ts';
import type { Command, Step } from '../model.ts';
import { withColumn } from '../blocks/own-programs.ts';
import { type Place, inPlace } from './place.ts';
import { waysByColumn } from '../ways/places.ts';
import { linesOf, textOf } from '../markdown/sections.ts';
import { askedIn, caseOfAnswer } from '../conditions/answers.ts';
import { answersCauses, findsOut, whenOf } from '../conditions/table-conditions.ts';

/** A row of causes and solutions is a step; its first cell says when, but not to look whether it is the cause. */
export const tableSteps = (node: Table, place: Place): readonly Step[] => {
  const headers = (node.children[0]?.children ?? []).map((cell) => textOf(cell));
  const [header] = headers;
  const answers = answersCauses(headers);
  const asked = askedIn(header ?? '') ?? askedIn(place.intro) ?? place.asked;
  const ways = WAY_HEADER.test(header ?? '');
  const options = waysByColumn(headers);
  // A box around what is typed, as some sites write it: a head with one cell, and no row.
  const isBox = node.children.length === 1 && headers.length === 1;
  const columns = headers.map((own, column): Column => {
    const cells = node.children.slice(1).map((row) => textOf(row.children[column] ?? row).trim());
    return {
      header: isBox ? '' : own,
      programs: withColumn(cells, place.programs),
      isTyped: isListOfCommands(cells),
    };
  });
  const rows = node.children.slice(isBox ? 0 : 1).map((row): Unit => {
    const title = textOf(row.children[0] ?? row).trim();
    const answer = asked === undefined ? undefined : caseOfAnswer(asked, title);
    const within: Place = {
      ...place,
      ...whenOf(row, headers),
      ...(answer === undefined ? {} : { condition: answer }),
    };
    const here: Place =
      answers && answer === undefined && title !== '' && !IMPERATIVE.test(title)
        ? { ...within, condition: title }
        : within;
    const cells = columns.map((column, index) => {
      const cell = row.children[index];
      return cell === undefined
        ? []
        : commandsInCell(cell, column).map(({ command, sentence }) =>
            inPlace(command, sentence, isLook(headers, index, command) ? within : here),
          );
    });
    const commands = asWays(cells, headers, options, `L${linesOf(row)[0]}`);
    const step = { ...(title ? { title } : {}), lines: linesOf(row), manual: false, commands };
    return { intro: title, steps: commands.length === 0 ? [] : [step] };
  });
  return ways ? eachAWay(rows) : rows.flatMap(({ steps }) => steps);
};

/** What stands under "Command" is no look where it changes something. */
const isLook = (headers: readonly string[], column: number, command: Command): boolean => {
  const header = headers[column] ?? '';
  return findsOut(headers, header) && !(/^\W*commands?\W*$/i.test(header) && changes(command));
};

/** The cells of a row under "Windows" and "Linux" are ways of one choice, where both tell something. */
const asWays = (
  cells: readonly (readonly Command[])[],
  headers: readonly string[],
  options: readonly number[],
  choice: string,
): readonly Command[] => {
  const several = cells.filter((commands, column) => commands.length > 0 && options[column] !== 0).length > 1;
  return cells.flatMap((commands, column) =>
    several && options[column] !== 0
      ? commands.map((command) =>
          asWayOf(command, { choice, option: options[column] ?? 0, name: headers[column] ?? '' }),
        )
      : commands,
  );
};
