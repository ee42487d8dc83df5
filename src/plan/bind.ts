import { own } from '../core/own.ts';
import type { Command, Placeholder } from '../runbook/model.ts';
import { applyEdits } from './edit.ts';

export interface Bound {
  readonly text: string;
  readonly changes: readonly string[];
  /** The placeholders that nothing binds, each once. */
  readonly unbound: readonly Placeholder[];
}

/** Puts the drill's values where the runbook has placeholders. A name is matched with or without its brackets. */
export const bindPlaceholders = (
  command: Pick<Command, 'text' | 'placeholders'>,
  values: Readonly<Record<string, string>>,
): Bound => {
  const bound = command.placeholders.flatMap((placeholder) => {
    const value = own(values, placeholder.name) ?? own(values, placeholder.text);
    return value === undefined ? [] : [{ placeholder, value }];
  });
  const unbound = command.placeholders.filter(
    (placeholder) => !bound.some((entry) => entry.placeholder === placeholder),
  );
  return {
    text: applyEdits(
      command.text,
      bound.map(({ placeholder: { span }, value }) => ({ start: span[0], end: span[1], replacement: value })),
    ),
    changes: bound.map(({ placeholder, value }) => `${placeholder.text} = ${value}`),
    unbound: [...new Map(unbound.map((placeholder) => [placeholder.text, placeholder])).values()],
  };
};
