import type { Command, Part, Procedure, Step } from '../runbook/model.ts';
import type { Skip } from './model.ts';

/** A command of a choice or of none, as it would be if its way were taken. */
export interface Candidate {
  readonly command: Command;
  /** Why it would not be run even then. */
  readonly skip: Skip | undefined;
  /** The headings and titles that it stands under. */
  readonly under: readonly string[];
}

interface ChoiceContext {
  readonly drill: { readonly choose: Readonly<Record<string, string | number>> };
  readonly tools: ReadonlySet<string>;
}

/** One way of a choice. */
export interface Option {
  readonly number: number;
  /** As the text names it; else `option 2`. */
  readonly label: string;
  readonly candidates: readonly Candidate[];
}

/** The ways of an either/or choice, the first first. */
export interface Choice {
  readonly name: string;
  readonly options: readonly Option[];
}

interface Taken {
  readonly option: Option;
  /** What those before it lack, where that is why it is taken. */
  readonly lacking?: string;
}

/**
 * Takes one way of each either/or choice: the one that the drill names, else the first that can be typed whole. Where there is none, the
 * first whose tools are there.
 * @returns for a candidate, why it is not taken; `undefined` when it is, or when it belongs to no choice.
 */
export const chooseAlternatives = (
  candidates: readonly Candidate[],
  context: ChoiceContext,
): ((candidate: Candidate) => Skip | undefined) => {
  const taken = new Map(choicesAmong(candidates).map((choice) => [choice.name, take(choice, context)]));
  return ({ command: { alternative }, skip }) => {
    const way = alternative && taken.get(alternative.choice);
    if (alternative === undefined || way === undefined || way.option.number === alternative.option) {
      return undefined;
    }
    const why = way.lacking === undefined ? '' : `, the first that can be typed: ${way.lacking}`;
    const { choice, option } = alternative;
    return {
      code: 'alternative',
      message: `${way.option.label} was taken instead${why}`,
      ...(skip !== undefined && skip.wants === undefined
        ? {}
        : { wants: { ...skip?.wants, choose: { choice, option } } }),
    };
  };
};

/** The choices that commands belong to. */
export const choicesAmong = (candidates: readonly Candidate[]): readonly Choice[] => {
  const byChoice = Map.groupBy(
    candidates.filter(({ command }) => command.alternative !== undefined),
    ({ command }) => command.alternative?.choice ?? '',
  );
  return [...byChoice].map(([name, ways]) => ({ name, options: optionsOf(ways) }));
};

const optionsOf = (ways: readonly Candidate[]): readonly Option[] =>
  [...Map.groupBy(ways, ({ command }) => command.alternative?.option ?? 0)]
    .map(([number, candidates]) => ({
      number,
      label:
        candidates.map(({ command }) => command.alternative?.name).findLast((name) => name !== undefined) ??
        `option ${number}`,
      candidates,
    }))
    .sort((a, b) => a.number - b.number);

const take = (choice: Choice, { drill, tools }: ChoiceContext): Taken | undefined => {
  const { options } = choice;
  const wanted = chosen(choice, drill.choose);
  if (wanted !== undefined) return { option: wanted };
  const typed = options.find(canBeTyped);
  if (typed !== undefined) {
    const before = options.slice(0, options.indexOf(typed));
    return { option: typed, ...(before.length === 0 ? {} : { lacking: before.map(lackOf).join('; ') }) };
  }
  const option = options.find(({ candidates }) => candidates.every(hasTools(tools))) ?? options[0];
  return option && { option };
};

/** What the drill says does not apply is left out of a way, and keeps nobody from going it. */
const canBeTyped = ({ candidates }: Option): boolean =>
  candidates.some(({ skip }) => skip === undefined) && candidates.every((each) => !isLacking(each));

const isLacking = ({ skip }: Candidate): boolean =>
  skip !== undefined && (skip.code !== 'condition' || skip.wants !== undefined);

/** `option 1 needs <PID>`. */
const lackOf = ({ label, candidates }: Option): string => {
  const { command, skip } = candidates.find(isLacking) ?? candidates[0] ?? {};
  const open = skip?.wants?.bind ?? [];
  const placeholders = command?.placeholders.filter(({ name }) => open.includes(name)) ?? [];
  return placeholders.length > 0
    ? `${label} needs ${[...new Set(placeholders.map(({ text }) => text))].join(', ')}`
    : `${label}: ${skip?.message ?? 'nothing of it is typed'}`;
};

const hasTools =
  (tools: ReadonlySet<string>) =>
  ({ command }: Candidate): boolean =>
    command.runsOn.kind === 'container' || command.tools.every((tool) => tools.has(tool));

/** The way that the drill names. */
const chosen = (choice: Choice, choose: Readonly<Record<string, string | number>>): Option | undefined =>
  Object.entries(choose)
    .filter(([name]) => namesChoice(name, choice))
    .map(([, way]) => optionNamed(way, choice))
    .find((option) => option !== undefined);

/** What a command stands under, and its choice may be named by. */
export const standsUnder = ({ heading }: Procedure, part: Part, step: Step): readonly string[] =>
  [heading, part.heading, step.title].filter((text) => text !== undefined);

/** A choice is named as the plan names it (`L22`, or by its mark), or by a part of what it stands under. */
export const namesChoice = (name: string, { name: own, options }: Choice): boolean => {
  const wanted = name.toLowerCase();
  return (
    own.toLowerCase() === wanted ||
    options.some(({ candidates }) =>
      candidates.some(({ under }) => under.some((text) => text.toLowerCase().includes(wanted))),
    )
  );
};

/** A way is named by its number, as the plan names it (`Option A`, `option 2`), or by a part of its name. */
export const optionNamed = (way: string | number, { options }: Choice): Option | undefined => {
  const wanted = String(way).toLowerCase();
  return (
    options.find(({ number }) => wanted === String(number)) ??
    options.find(({ label }) => label.toLowerCase() === wanted) ??
    options.find(({ label }) => label.toLowerCase().includes(wanted)) ??
    options.find(({ number }) => wanted === `option ${number}`)
  );
};
