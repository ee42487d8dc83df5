import type { Diagnostic } from '../../core/diagnostic.ts';
import { parseDuration } from '../../core/duration.ts';
import type { Location } from '../../core/location.ts';
import { didYouMean, nearest } from '../../core/suggest.ts';
import { MARK_NAMES, MARKS, POINTLESS, ROLES, type MarkName, type MarkScope } from '../knowledge/marks.ts';
import type { MarksRead } from './mark-syntax.ts';
import type { Alternative, Role } from '../model.ts';

interface ValueTypes {
  readonly text: string;
  /** In ms. */
  readonly duration: number;
  readonly flag: boolean;
  readonly role: Role;
}

type Value<Name extends MarkName> = ValueTypes[(typeof MARKS)[Name]['value']];

/** What the marks at one place say. */
export interface Marks {
  readonly values: { readonly [Name in MarkName]?: Value<Name> };
  readonly written: Readonly<
    Partial<Record<MarkName, { readonly text: string; readonly location: Location }>>
  >;
  /** The way of a choice that `choice` and `option` name. */
  readonly way?: Alternative;
}

/** Where marks were read, and for what they speak. */
export interface MarkPlace {
  readonly speaksFor: MarkScope;
  /** Fence attributes may be another tool's: what is not ours is left alone. */
  readonly shared: boolean;
  readonly locate: (offset: number, length: number) => Location;
}

export interface CheckedMarks {
  readonly marks: Marks;
  readonly diagnostics: readonly Diagnostic[];
}

/** Is the diagnostic about a mark? */
export const isAboutMarks = ({ code }: Diagnostic): boolean => /-marks?$/.test(code);

/** The marks that are right, and what is wrong with the others. A mark that is wrong has no effect. */
export const checkMarks = ({ marks, unread }: MarksRead, place: MarkPlace): CheckedMarks => {
  const values: Partial<Record<MarkName, unknown>> = {};
  const written: Partial<Record<MarkName, { text: string; location: Location }>> = {};
  const diagnostics: Diagnostic[] = [];
  const tell = (code: string, message: string, location: Location, hint: string): void => {
    diagnostics.push({ code, severity: place.shared ? 'warning' : 'error', message, location, hint });
  };
  for (const { text, offset } of unread) {
    const ours = MARK_NAMES.some((name) => text.includes(`"${name}"`) || text.startsWith(`${name}=`));
    if (!place.shared || ours)
      tell('invalid-mark', `cannot read "${text}" as a mark`, place.locate(offset, text.length), FORMS);
  }
  for (const { name, value, text, offset } of marks) {
    const location = place.locate(offset, text.length);
    if (!isMark(name)) {
      if (!place.shared || nearest(name, MARK_NAMES) !== undefined)
        tell('unknown-mark', `there is no mark "${name}"`, location, didYouMean(name, MARK_NAMES));
      continue;
    }
    const { speaksFor, value: form } = MARKS[name];
    const read = valueOf(form, value);
    if (!(speaksFor as readonly MarkScope[]).includes(place.speaksFor))
      tell(
        'misplaced-mark',
        `"${name}" cannot be said of a ${place.speaksFor}`,
        location,
        whereTo(speaksFor),
      );
    else if (read === undefined)
      tell('invalid-mark', `"${text}" is no ${NEEDED[form]}`, location, EXAMPLES[form](name, value));
    else [values[name], written[name]] = [read, { text, location }];
  }
  return { marks: { values: values as Marks['values'], written }, diagnostics };
};

const isMark = (name: string): name is MarkName => Object.hasOwn(MARKS, name);

const FORMS =
  'write name=value, with quotes around a value that holds spaces: timeout=30s when="the disk is full"';

const NEEDED = { text: 'mark with a value', duration: 'duration', flag: 'yes or no', role: 'role' } as const;

const EXAMPLES: Readonly<Record<keyof ValueTypes, (name: string, value: string | undefined) => string>> = {
  text: (name) => `write ${name}="…"`,
  duration: (name) => `write ${name}=30s, or 2m, or 500ms`,
  flag: (name) => `write ${name}, or ${name}=no`,
  role: (_, value) => didYouMean(value ?? '', ROLES),
};

const whereTo = (speaksFor: readonly MarkScope[]): string =>
  speaksFor.includes('block')
    ? 'put it on the fence (```bash {…}) or into a comment right before the block, not right under the heading'
    : 'put it into a comment right under the heading, or under "drill:" in the front matter';

const valueOf = (form: keyof ValueTypes, value: string | undefined): unknown => {
  if (form === 'flag') return value === undefined ? true : FLAGS.get(value.toLowerCase());
  if (value === undefined || value === '') return undefined;
  if (form === 'duration') return parseDuration(value);
  return form === 'text' || ROLES.some((role) => role === value) ? value : undefined;
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/** Marks of one place that were read one after the other. Where two say different things the first counts, and it is told. */
export const joinMarks = (first: Marks, second: Marks): CheckedMarks => {
  const diagnostics = MARK_NAMES.flatMap((name): readonly Diagnostic[] => {
    const [one, two] = [first.written[name], second.written[name]];
    if (one === undefined || two === undefined || first.values[name] === second.values[name]) return [];
    return [
      contradiction(
        `"${two.text}" contradicts "${one.text}" in line ${one.location.line}`,
        two.location,
        'keep one of them',
      ),
    ];
  });
  return { marks: inherit(first, second), diagnostics };
};

/** What the marks of a place say that cannot hold together. */
export const contradictions = ({ values, written }: Marks): readonly Diagnostic[] => {
  const diagnostics = POINTLESS.flatMap(({ mark, is, beside }) =>
    values[mark] !== is
      ? []
      : beside.flatMap((name): readonly Diagnostic[] => {
          const [own, taker] = [written[name], written[mark]];
          return own === undefined || taker === undefined
            ? []
            : [
                contradiction(
                  `"${own.text}" has no effect beside "${taker.text}"`,
                  own.location,
                  'take one of them out',
                ),
              ];
        }),
  );
  const alone = written.choice ?? written.option;
  if (alone === undefined || (written.choice !== undefined && written.option !== undefined))
    return diagnostics;
  const hint = 'write choice=NAME option=NAME; all ways of one choice have the same choice';
  return [
    ...diagnostics,
    {
      code: 'invalid-mark',
      severity: 'error',
      message: `"${alone.text}" needs both, a choice and an option`,
      location: alone.location,
      hint,
    },
  ];
};

const contradiction = (message: string, location: Location, hint: string): Diagnostic => ({
  code: 'contradicting-marks',
  severity: 'error',
  message,
  location,
  hint,
});

/** What is said of a thing, and of what it stands in where nothing is said of itself. */
export const inherit = (own: Marks | undefined, above: Marks | undefined): Marks => ({
  ...above,
  ...own,
  values: { ...above?.values, ...own?.values },
  written: { ...above?.written, ...own?.written },
});
