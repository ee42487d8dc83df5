import type { Command } from '../model.ts';
import { sqlStatements } from '../command/sql-statements.ts';

/**
 * The SQL statements of a command, without the last semicolon: typed into psql, or given to it by `-c`. None where a part is to be
 * replaced first.
 */
export const sqlIn = (command: Command): readonly string[] => {
  if (command.placeholders.length > 0) return [];
  const text = command.kind === 'sql' || command.client === 'psql' ? command.text : givenToPsql(command);
  return sqlStatements(text)
    .map((statement) => statement.text.replace(/;\s*$/, ''))
    .filter((statement) => !statement.startsWith('\\'));
};

const givenToPsql = ({ kind, text }: Command): string => {
  if (kind !== 'shell') return '';
  const [, , quoted = '', literal = ''] =
    /\bpsql\b[\s\S]*?\s(?:-c|--command)[ =]\s*("((?:[^"\\]|\\[\s\S])*)"|'([^']*)')/.exec(text) ?? [];
  if (literal !== '') return literal;
  // What the shell would put in cannot be known.
  return /(?<!\\)[$`]/.test(quoted) ? '' : quoted.replaceAll(/\\(["\\$`])/g, '$1');
};
