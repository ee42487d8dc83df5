import type { Diagnostic, Severity } from '../core/diagnostic.ts';
import { placeOf } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Drill } from '../drill/model.ts';
import type { Procedure } from '../runbook/model.ts';
import { choicesAmong, namesChoice, optionNamed, standsUnder } from './alternatives.ts';
import { casesOf } from '../runbook/cases.ts';

type Said = Pick<Drill, 'bind' | 'answers' | 'choose'>;

/**
 * The names of a drill that mean nothing in the procedure: placeholders, conditions, choices and their ways. What `--var` gives stands in no file,
 * and is not looked at here.
 * @param severity a drill's names are for its own runbook; in another team's they may mean nothing
 */
export const checkNames = (drill: Said, procedure: Procedure, severity: Severity): readonly Diagnostic[] => {
  const wrong = (key: keyof Said, name: string, message: string, hint: string): readonly Diagnostic[] => {
    const place = placeOf(drill[key], name);
    return place === undefined
      ? []
      : [{ code: `unknown-${CODES[key]}`, severity, message, location: place.key, hint }];
  };
  const none =
    severity === 'error'
      ? 'it has none: leave this out'
      : 'it has none; what a drill names is of its own runbook';
  const meant = (name: string, candidates: readonly string[]): string =>
    candidates.length === 0 ? none : didYouMean(name, candidates);
  const { heading } = procedure;
  const placeholders = placeholdersOf(procedure);
  const conditions = conditionsOf(procedure);
  const choices = choicesOf(procedure);
  return [
    ...Object.keys(drill.bind).flatMap((name) =>
      placeholders.has(name)
        ? []
        : wrong(
            'bind',
            name,
            `no command of "${heading}" has a placeholder "${name}"`,
            meant(name, [...placeholders].filter(isBare)),
          ),
    ),
    ...Object.keys(drill.answers).flatMap((part) =>
      conditions.some((condition) => condition.toLowerCase().includes(part.toLowerCase()))
        ? []
        : wrong(
            'answers',
            part,
            `no condition of "${heading}" holds the text "${part}"`,
            meant(part, conditions),
          ),
    ),
    ...Object.entries(drill.choose).flatMap(([name, way]) => {
      const named = choices.filter((choice) => namesChoice(name, choice));
      if (named.some((choice) => optionNamed(way, choice) !== undefined)) return [];
      return named.length === 0
        ? wrong('choose', name, `"${heading}" has no choice "${name}"`, meant(name, choices.map(inWords)))
        : wrong(
            'choose',
            name,
            `the choice "${name}" has no way "${way}"`,
            `there is: ${named.flatMap(({ options }) => options.map(({ label }) => label)).join(', ')}`,
          );
    }),
  ];
};

const CODES = { bind: 'placeholder', answers: 'condition', choose: 'choice' } as const;

/** What `bind:` and `--var` may give: the names of the procedure's placeholders, with and without their brackets. */
export const placeholdersOf = (procedure: Procedure): ReadonlySet<string> =>
  new Set(
    commandsIn(procedure).flatMap(({ command }) =>
      command.placeholders.flatMap(({ name, text }) => [name, text]),
    ),
  );

const conditionsOf = (procedure: Procedure): readonly string[] => [
  ...new Set(
    commandsIn(procedure).flatMap(({ command: { condition } }) =>
      condition === undefined ? [] : casesOf(condition).map(({ text }) => text),
    ),
  ),
];

const choicesOf = (procedure: Procedure): ReturnType<typeof choicesAmong> =>
  choicesAmong(commandsIn(procedure));

const commandsIn = (procedure: Procedure): Parameters<typeof choicesAmong>[0] =>
  procedure.parts.flatMap((part) =>
    part.steps.flatMap((step) =>
      step.commands.map((command) => ({
        command,
        under: standsUnder(procedure, part, step),
        skip: undefined,
      })),
    ),
  );

/** A name without the brackets that it stands in. */
export const isBare = (name: string): boolean => /^[\w -]+$/.test(name);

const inWords = ({ name, options }: ReturnType<typeof choicesAmong>[number]): string =>
  `${name} (${options.map(({ label }) => label).join(', ')})`;
