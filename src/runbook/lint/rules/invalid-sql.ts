import type { Command } from '../../model.ts';
import { MISSING_COLUMNS, MISSING_FUNCTIONS, OLDEST_MAINTAINED } from '../knowledge/sql.ts';
import type { Page, Problem, Rule, SqlAnswer } from '../model.ts';
import { placeIn } from '../place.ts';
import { sqlIn } from '../sql-in.ts';

export const invalidSql: Rule = {
  id: 'invalid-sql',
  severity: 'error',
  summary: 'a statement that PostgreSQL refuses: a column or a function that it does not have',
  check: (page) => {
    const major = page.context.postgres?.major ?? majorOf(page) ?? OLDEST_MAINTAINED;
    return page.commands.flatMap(({ command }) => {
      const answers = answersTo(page, command);
      if (answers.length > 0 && answers.every(({ answer }) => answer === 'accepted')) return [];
      const known = [
        ...columns(page, command, major),
        ...functions(page, command, major),
        ...sessionOfNobody(page, command),
      ];
      // The table has a hint where the server has only the refusal.
      return known.length > 0 ? known : refused(page, command, answers);
    });
  },
};

interface Answered {
  readonly statement: string;
  readonly answer: SqlAnswer;
}

/** What the server said that somebody named. */
const answersTo = ({ context: { postgres } }: Page, command: Command): readonly Answered[] =>
  postgres === undefined
    ? []
    : sqlIn(command).map((statement) => ({ statement, answer: postgres.answerTo(statement) }));

const refused = (page: Page, command: Command, answers: readonly Answered[]): readonly Problem[] =>
  answers.flatMap(({ statement, answer }) =>
    typeof answer === 'string'
      ? []
      : [
          {
            message: `PostgreSQL ${page.context.postgres?.major ?? ''} refuses it: ${answer.message}`,
            place: placeIn(page, command, /^[\w.]+/.exec(statement.slice(answer.at ?? 0))?.[0]),
            hint: answer.hint ?? 'try it on a server of the version that runs: psql -c "…"',
          },
        ],
  );

/** From the Compose file's image: `postgres:16-alpine`. */
const majorOf = ({ context }: Page): number | undefined => {
  const image = context.compose?.services
    .map((service) => service.image ?? '')
    .find((name) => /postgres/.test(name));
  const version = /:(\d+)/.exec(image ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
};

const columns = (page: Page, command: Command, major: number): readonly Problem[] =>
  MISSING_COLUMNS.flatMap(({ relation, column, since, instead }) => {
    if ((since ?? 0) > major || !onlyRelation(command.text, relation)) return [];
    const used = new RegExp(String.raw`(?<![\w'"$])(?:\w+\.)?${column}(?![\w'(])`, 'i');
    // What a statement names itself (AS duration) may be sorted by, but not filtered by.
    if (
      !used.test(withoutStrings(command.text)) ||
      new RegExp(String.raw`\bas\s+"?${column}\b`, 'i').test(command.text)
    )
      return [];
    return [
      {
        message: `${relation} has no column ${column}${since === undefined ? '' : ` since PostgreSQL ${since}`}`,
        place: placeIn(page, command, used),
        hint: `use ${instead}`,
      },
    ];
  });

/** A search for a word in a log's text is no column. */
const withoutStrings = (text: string): string => text.replaceAll(/(?<!-c\s*)'[^'\n]*'/g, "''");

/** Is it the only one that the statement reads? With others beside it, whose column it is cannot be told. */
const onlyRelation = (text: string, relation: string): boolean => {
  const read = [...text.matchAll(/\b(?:from|join)\s+(?:pg_catalog\.)?([a-z_][\w.]*)/gi)].map((match) =>
    match[1]?.toLowerCase(),
  );
  return read.length > 0 && read.every((name) => name === relation);
};

const functions = (page: Page, command: Command, major: number): readonly Problem[] =>
  MISSING_FUNCTIONS.filter(
    ({ name, since }) => since <= major && new RegExp(String.raw`\b${name}\s*\(`, 'i').test(command.text),
  ).map(({ name, since, instead }) => ({
    message: `there is no function ${name} since PostgreSQL ${since}`,
    place: placeIn(page, command, name),
    hint: `use ${instead}`,
  }));

/** `SELECT pg_terminate_backend(pid)` without a FROM: there is no pid. */
const sessionOfNobody = (page: Page, command: Command): readonly Problem[] => {
  const match = /\bpg_(?:terminate|cancel)_backend\(\s*((?:proc)?pid)\s*\)/i.exec(command.text);
  return match === null || /\bfrom\b/i.test(command.text)
    ? []
    : [
        {
          message: `column "${match[1]}" does not exist: the statement reads from no table`,
          place: placeIn(page, command, match[0]),
          hint: 'put the number in, or add FROM pg_stat_activity WHERE …',
        },
      ];
};
