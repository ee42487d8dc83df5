import { namesAlert } from '../incidents.ts';
import { examplesIn } from '../examples.ts';
import {
  CHECKOUTS,
  FOR_ROLLBACK,
  REVISION,
  SAMPLE,
  SELF_EXPLAINING,
  SOURCES,
  TELLS_VALUES,
} from '../knowledge/sources.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { isKindNamed, isNamedBefore, isObjectSaid, isOptionSaid, mayBeLeftOut } from '../named-by-command.ts';
import { placeIn } from '../place.ts';
import { remembered } from '../../../core/remembered.ts';
import type { Placeholder } from '../../model.ts';
import { saidIn, type Said } from '../said.ts';
import { listed, oneLine } from '../text.ts';
import { unsetIn, variablesOf } from '../variables.ts';

export const unexplainedPlaceholder: Rule = {
  id: 'unexplained-placeholder',
  severity: 'warning',
  summary: 'nothing says what to put for a placeholder or a variable',
  check: (page) => {
    const told = new Set<string>();
    const once = (name: string): boolean => !told.has(name) && told.add(name) !== undefined;
    const said = saidIn(page);
    const examples = examplesIn(page, said);
    const tellsValues = said.around(TELLS_VALUES);
    const isRollback = said.around(FOR_ROLLBACK);
    const isUnset = unsetIn(page, said.prose);
    const shownSince = remembered(
      (about) =>
        page.commands.find(({ command }) => SOURCES[Number(about)]?.shownBy.test(command.text))?.command
          .lines[0] ?? Infinity,
    );
    return page.commands.flatMap((placed): readonly Problem[] => [
      ...placed.command.placeholders
        .filter(
          (placeholder) =>
            !told.has(placeholder.name) &&
            needsWords(placed, placeholder) &&
            !isExplained(placed, placeholder, said) &&
            !tellsValues(placed.command.lines) &&
            !(REVISION.test(placeholder.name) && isRollback(placed.command.lines)) &&
            !isShown(gluedName(placed, placeholder), placed, shownSince) &&
            !examples.ofCommand(placed.command) &&
            !examples.ofWord(placed.command, placeholder) &&
            once(placeholder.name),
        )
        .map((placeholder) => ({
          message: `nothing says what to put for ${placeholder.text}`,
          place: placeIn(page, placed.command, placeholder.text),
          hint: 'say where its value comes from, or put the command that shows it before this one',
          ...(isKindNamed(placed.command, placeholder) ? { severity: 'info' as const } : {}),
        })),
      ...unset(
        placed,
        page,
        ASKS.test(placed.command.text)
          ? []
          : variablesOf(placed).filter(
              (name) =>
                !told.has(`$${name}`) &&
                isUnset(name) &&
                !said.isSaid(name) &&
                !isShown(name, placed, shownSince) &&
                once(`$${name}`),
            ),
      ),
    ]);
  },
};

/** `echo $SHOP_HOST`: what is set there is just what is looked for. */
const ASKS = /^\s*(?:echo|printenv)\s+["']?\$\{?\w+\}?["']?\s*$/;

/** One finding for all variables of a command: they are set at one go. */
const unset = (placed: PlacedCommand, page: Page, names: readonly string[]): readonly Problem[] => {
  const { command } = placed;
  const [first] = names;
  return first === undefined
    ? []
    : [
        {
          message: `nothing sets ${listed(names.map((name) => `$${name}`))}: empty, the command means something else`,
          place: placeIn(page, command, new RegExp(`\\$\\{?${first}\\b\\}?`)),
          hint: `before it: ${names.map((name) => `${name}=…`).join(' ')}; or say where to take ${names.length === 1 ? 'it' : 'them'} from`,
          ...(names.every((name) => isLabel(placed, name)) ? { severity: 'info' as const } : {}),
        },
      ];
};

/** `-n $NAMESPACE`, `describe statefulset $NAME` where an alert is answered: the alert says it, in its labels. */
const isLabel = ({ command, procedure }: PlacedCommand, name: string): boolean =>
  procedure !== undefined &&
  (procedure.alert !== undefined || namesAlert(procedure.heading)) &&
  [...oneLine(command).matchAll(LABELLED)].some(([, variable]) => variable === name);

/** What kubectl's option or word before a variable names. */
const LABELLED =
  /(?:\s-n|--namespace|\b(?:pods?|deployments?|deploy|statefulsets?|sts|daemonsets?|ds|replicasets?|rs|jobs?|cronjobs?|nodes?|services?|svc|hpa|pvc|persistentvolumeclaims?))[ =/]["']?\$\{?([A-Za-z_]\w*)/g;

/**
 * Not what is left out, or a sample with a number in it; not an ellipsis or a row of crosses, which name nothing; not what explains
 * itself: a phrase ("value of the instance label", "/path/to/mount"), a date's form, "your-name", a table, a choice; not a part of a
 * JSONPath template.
 */
const needsWords = ({ command }: PlacedCommand, placeholder: Placeholder): boolean => {
  const { name, text, span } = placeholder;
  return (
    !text.startsWith('$') &&
    !SAMPLE.test(text) &&
    /[a-z]{2}/i.test(name) &&
    !SELF_EXPLAINING.test(name) &&
    name !== 'end' &&
    name.split(/[\s_/-]+/).length < 4 &&
    !(CHECKOUTS.test(name) && command.text[span[1]] === '/') &&
    !mayBeLeftOut(command, placeholder)
  );
};

/** The text says it, or the command does. */
const isExplained = ({ command }: PlacedCommand, placeholder: Placeholder, said: Said): boolean => {
  const { name, text } = placeholder;
  return (
    said.isSaid(name) ||
    (/^[<{[]/.test(text) && said.isGluedSaid(name)) ||
    said.isTaken(name) ||
    isNamedBefore(command, placeholder) ||
    isOptionSaid(command, placeholder, said) ||
    isObjectSaid(command, placeholder, said)
  );
};

/** `sha256:<prev>`: what it is glued to is part of its name. */
const gluedName = ({ command }: PlacedCommand, { name, span }: Placeholder): string =>
  `${/[\w-]*[:@]$/.exec(command.text.slice(Math.max(0, span[0] - 40), span[0]))?.[0] ?? ''}${name}`;

/** A command before this one shows it. */
const isShown = (
  name: string,
  { command }: PlacedCommand,
  shownSince: (source: string) => number,
): boolean => {
  const words = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return SOURCES.some(
    ({ name: about }, source) => about.test(words) && shownSince(String(source)) < command.lines[0],
  );
};
