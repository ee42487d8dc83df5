import type { Diagnostic, Severity } from '../core/diagnostic.ts';
import { placeOf } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Drill } from '../drill/model.ts';
import type { Procedure } from '../runbook/model.ts';
import {
  type Candidate,
  type Choice,
  choicesAmong,
  namesChoice,
  optionNamed,
  standsUnder,
} from './alternatives.ts';
import { casesOf } from '../runbook/cases.ts';

type Said = Pick<Drill, 'bind' | 'answers' | 'choose'>;

/**
 * The names of a drill that mean nothing in the procedure: placeholders, conditions, choices and their ways. What `--var` gives stands in no file,
 * and is not looked at here.
 * @param severity a drill's names are for its own runbook; in another team's they may mean nothing
 */
export const checkNames = (drill: Said, procedure: Procedure, severity: Severity): readonly Diagnostic[] => {
  const none =
    severity === 'error'
      ? 'it has none: leave this out'
      : 'it has none; what a drill names is of its own runbook';
  const meant: Meant = (name, candidates) => (candidates.length === 0 ? none : didYouMean(name, candidates));
  return [
    ...unknownPlaceholders(drill, procedure, meant),
    ...unknownConditions(drill, procedure, meant),
    ...unknownChoices(drill, procedure, meant),
  ].flatMap(({ key, name, message, hint }) => {
    const place = placeOf(drill[key], name);
    return place === undefined
      ? []
      : [{ code: `unknown-${CODES[key]}`, severity, message, location: place.key, hint }];
  });
};

/** Which of the candidates was meant by a name that is none. */
type Meant = (name: string, candidates: readonly string[]) => string;

interface Unknown {
  readonly key: keyof Said;
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}

const unknownPlaceholders = ({ bind }: Said, procedure: Procedure, meant: Meant): readonly Unknown[] => {
  const placeholders = placeholdersOf(procedure);
  return Object.keys(bind)
    .filter((name) => !placeholders.has(name))
    .map((name) => ({
      key: 'bind',
      name,
      message: `no command of "${procedure.heading}" has a placeholder "${name}"`,
      hint: meant(name, [...placeholders].filter(isBare)),
    }));
};

const unknownConditions = ({ answers }: Said, procedure: Procedure, meant: Meant): readonly Unknown[] => {
  const conditions = conditionsOf(procedure);
  return Object.keys(answers)
    .filter((part) => !conditions.some((each) => each.toLowerCase().includes(part.toLowerCase())))
    .map((part) => ({
      key: 'answers',
      name: part,
      message: `no condition of "${procedure.heading}" holds the text "${part}"`,
      hint: meant(part, conditions),
    }));
};

const unknownChoices = ({ choose }: Said, procedure: Procedure, meant: Meant): readonly Unknown[] => {
  const choices = choicesAmong(commandsOf(procedure));
  return Object.entries(choose).flatMap(([name, way]): readonly Unknown[] => {
    const named = choices.filter((choice) => namesChoice(name, choice));
    if (named.some((choice) => optionNamed(way, choice) !== undefined)) return [];
    const [message, hint] =
      named.length === 0
        ? [`"${procedure.heading}" has no choice "${name}"`, meant(name, choices.map(inWords))]
        : [
            `the choice "${name}" has no way "${way}"`,
            `there is: ${named.flatMap(({ options }) => options.map(({ label }) => label)).join(', ')}`,
          ];
    return [{ key: 'choose', name, message, hint }];
  });
};

const CODES = { bind: 'placeholder', answers: 'condition', choose: 'choice' } as const;

/** What `bind:` and `--var` may give: the names of the procedure's placeholders, with and without their brackets. */
export const placeholdersOf = (procedure: Procedure): ReadonlySet<string> =>
  new Set(
    commandsOf(procedure).flatMap(({ command }) =>
      command.placeholders.flatMap(({ name, text }) => [name, text]),
    ),
  );

const conditionsOf = (procedure: Procedure): readonly string[] => [
  ...new Set(
    commandsOf(procedure).flatMap(({ command: { condition } }) =>
      condition === undefined ? [] : casesOf(condition).map(({ text }) => text),
    ),
  ),
];

const commandsOf = (procedure: Procedure): readonly Candidate[] =>
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

const inWords = ({ name, options }: Choice): string =>
  `${name} (${options.map(({ label }) => label).join(', ')})`;
