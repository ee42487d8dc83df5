import type { Command, Procedure } from '../runbook/model.ts';
import type { Skip } from './model.ts';

interface ChoiceContext {
  readonly drill: { readonly choose: Readonly<Record<string, string | number>> };
  readonly tools: ReadonlySet<string>;
}

interface Option {
  readonly number: number;
  readonly name: string | undefined;
  readonly tools: readonly string[];
}

/**
 * Takes one way of each either/or choice: the one that the drill names, else the first whose tools are there.
 * @returns for a command, why it is not taken; `undefined` when it is, or when it belongs to no choice.
 */
export const chooseAlternatives = (
  procedure: Procedure,
  context: ChoiceContext,
): ((command: Command) => Skip | undefined) => {
  const options = optionsByChoice(procedure);
  const taken = new Map([...options].map(([choice, ways]) => [choice, take(choice, ways, context)]));
  return ({ alternative }) => {
    if (alternative === undefined) return undefined;
    const way = taken.get(alternative.choice);
    if (way === undefined || way.number === alternative.option) return undefined;
    return { code: 'alternative', message: `${way.name ?? `option ${way.number}`} was taken instead` };
  };
};

const optionsByChoice = (procedure: Procedure): ReadonlyMap<string, readonly Option[]> => {
  const choices = new Map<string, Map<number, Option>>();
  for (const command of procedure.parts.flatMap((part) => part.steps.flatMap((step) => step.commands))) {
    const { alternative, tools } = command;
    if (alternative === undefined) continue;
    const options = choices.get(alternative.choice) ?? new Map<number, Option>();
    const known = options.get(alternative.option);
    options.set(alternative.option, {
      number: alternative.option,
      name: alternative.name ?? known?.name,
      tools: [...(known?.tools ?? []), ...(command.runsOn.kind === 'container' ? [] : tools)],
    });
    choices.set(alternative.choice, options);
  }
  return new Map(
    [...choices].map(([choice, options]) => [
      choice,
      [...options.values()].sort((a, b) => a.number - b.number),
    ]),
  );
};

const take = (
  choice: string,
  options: readonly Option[],
  { drill, tools }: ChoiceContext,
): Option | undefined =>
  options.find((option) => isWanted(choice, option, drill.choose)) ??
  options.find((option) => option.tools.every((tool) => tools.has(tool))) ??
  options[0];

/** By number under the choice's own name, or by a part of the option's name. */
const isWanted = (
  choice: string,
  { number, name }: Option,
  choose: Readonly<Record<string, string | number>>,
): boolean =>
  choose[choice] === number ||
  Object.values(choose).some(
    (wanted) => typeof wanted === 'string' && name?.toLowerCase().includes(wanted.toLowerCase()),
  );
