import { opensClient } from '../command/client-statements.ts';
import { isProgramAlone } from '../command/code-likeness.ts';
import {
  ABLE_TO,
  BEFORE_VERB,
  BEGINS_WITH_CODE,
  BY_DOING,
  BY_MEANS_OF,
  CAN_BE_SEEN,
  CHECKS,
  CHECKS_THAT,
  COMMAND_IS,
  CONNECTS,
  ENDS_ORDER,
  ENDS_SENTENCE,
  FROM,
  GOES_ON_AFTER,
  GOES_TO_HOST,
  IN_CLIENT,
  IN_PIPELINE,
  IS_IN_PLACE,
  IS_LEFT,
  IS_NEXT_TO_TRY,
  IS_SCRIPT,
  LABELLED_LIST,
  LEADS_TO_NEXT,
  LEAVES,
  LEAVES_LABEL,
  LOOKS,
  MENDED_BY,
  NEEDS_MORE,
  OF_COMMANDS,
  ON_HOST,
  PROVES_ALSO,
  RUNS_NEXT,
  SAMPLES,
  SHOWS,
  STARTS_IT,
  TO_PROVE,
  WAITS,
  YOU_RUN,
} from '../knowledge/around-code.ts';
import {
  ADDS_OPTION,
  AT_COMMAND_LINE,
  BLAMES,
  BY_OTHERS,
  CAN_BE_RUN,
  CHECK_LABEL,
  CLAUSE_CUE,
  DATED,
  DESCRIBES,
  ENDS_IN_BRACKETS,
  EXPLAINS_RUN,
  IMPERATIVE,
  INSTANCE_CUE,
  IS_EFFECT,
  IN_BRACKETS,
  IS_SUBJECT,
  LABEL_CUE,
  LOOKS_UP,
  MENTION_AFTER,
  MENTION_BEFORE,
  OCCASION_OF,
  OF_HEALTH,
  PAIR_BEFORE,
  READS_OUTPUT,
  ROW_BEFORE,
  ROW_IS_SUBJECT,
  RUN_CUE,
  RUNS_DIRECTLY,
  STRONG_CUE,
  SUGGESTS,
  TELLS_WHETHER,
  WAY_CUE,
  YOU_SEE,
} from '../knowledge/cues.ts';
import {
  FOREIGN_FORBIDS,
  FOREIGN_IMPERATIVE,
  FOREIGN_ORDER,
  FOREIGN_ORDER_AFTER,
  FOREIGN_SUBJECT,
} from '../knowledge/foreign-orders.ts';
import { FALLBACK } from '../knowledge/conditions.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { saysSomething } from '../knowledge/not-typed.ts';
import {
  type Test,
  isWholeCode,
  isCertainCode,
  never,
  always,
  runsPath,
  isAsked,
  helps,
  repeatsOrder,
} from './inline-code.ts';

/** What the text around code says of it: the first that holds decides whether the reader is told to run it. */
export const SIGNS: readonly { readonly holds: Test; readonly told: Test }[] = [
  {
    holds: ({ before, after }) =>
      /^[\W_]*$/.test(before) && (/^[^\p{L}\p{N}`]*$/u.test(after) || /^[.;]\s/.test(after)),
    told: isWholeCode,
  },
  // "get B to join by: running `x`, …"
  { holds: ({ before }) => BY_DOING.test(before), told: isWholeCode },
  { holds: ({ before }) => DESCRIBES.test(before) && !STRONG_CUE.test(before), told: never },
  { holds: ({ before }) => EXPLAINS_RUN.test(before) || ADDS_OPTION.test(before), told: never },
  { holds: ({ before, after }) => /^\W*with\s*$/i.test(before) && IS_EFFECT.test(after), told: never },
  { holds: ({ before, after }) => IN_PIPELINE.test(after) && !RUNS_DIRECTLY.test(before), told: never },
  {
    holds: (code) => CAN_BE_RUN.test(code.after) && /^[\W_]*$/.test(code.before),
    told: (code) => isCertainCode(code) && isWholeCode(code),
  },
  {
    holds: (code) =>
      FOREIGN_IMPERATIVE.test(code.before) && isCertainCode(code) && ENDS_SENTENCE.test(code.after),
    told: (code) => isWholeCode(code) && !FOREIGN_FORBIDS.test(code.before),
  },
  {
    holds: (code) =>
      (FOREIGN_ORDER.test(code.before) || FOREIGN_ORDER_AFTER.test(code.after)) &&
      code.likeness >= 2 &&
      isWholeCode(code),
    told: ({ before, after }) =>
      !FOREIGN_FORBIDS.test(before) && !(FOREIGN_SUBJECT.test(before) && !ENDS_SENTENCE.test(after)),
  },
  {
    holds: ({ before }) => INSTANCE_CUE.test(before) && (IMPERATIVE.test(before) || YOU_RUN.test(before)),
    told: (code) => isCertainCode(code) && isWholeCode(code) && !saysSomething(code.value),
  },
  {
    holds: (code) =>
      WAY_CUE.test(code.before) &&
      !BY_OTHERS.test(code.before) &&
      isCertainCode(code) &&
      /^[\s.]*(?:\n|\(|$)|^\.\s/.test(code.after),
    told: isWholeCode,
  },
  {
    holds: (code) =>
      /^\S+$/.test(code.value) && code.value.includes('/') && !code.isOrdered && !runsPath(code),
    told: never,
  },
  {
    holds: ({ before, after }) => OCCASION_OF.test(before) && YOU_SEE.test(after),
    told: (code) => isCertainCode(code) && isWholeCode(code),
  },
  { holds: ({ before }) => BY_OTHERS.test(before) || OCCASION_OF.test(before), told: never },
  {
    holds: ({ before }) => (DATED.test(before) && !STRONG_CUE.test(before)) || BLAMES.test(before),
    told: never,
  },
  { holds: ({ value, before }) => IS_SCRIPT.test(value) && RUNS_NEXT.test(before), told: isWholeCode },
  {
    holds: (code) =>
      isCertainCode(code) &&
      (READS_OUTPUT.test(code.before.replace(PAIR_BEFORE, '')) || isAsked(code) || helps(code)),
    told: isWholeCode,
  },
  // "If that doesn't help, `x` will."
  {
    holds: (code) => code.likeness >= 2 && FALLBACK.test(code.before) && IS_NEXT_TO_TRY.test(code.before),
    told: isWholeCode,
  },
  {
    holds: ({ before, after }) => ABLE_TO.test(before) || NEEDS_MORE.test(after),
    told: never,
  },
  { holds: (code) => SUGGESTS.test(code.before) && isCertainCode(code), told: isWholeCode },
  {
    holds: (code) => COMMAND_IS.test(code.before) || (FROM.test(code.before) && isCertainCode(code)),
    told: isWholeCode,
  },
  {
    holds: ({ value }) => SHOWS_ALONE.has(value),
    told: ({ before, after }) =>
      RUN_CUE.test(before) ||
      STRONG_CUE.test(before) ||
      (LABEL_CUE.test(before) &&
        (LOOKS.test(before) || (IMPERATIVE.test(before) && LEADS_TO_NEXT.test(after)))) ||
      (LABELLED_LIST.test(before) && (LOOKS.test(before) || OF_COMMANDS.test(before))),
  },
  { holds: ({ value, before }) => WAITS.test(`${before}\`${value}`), told: isWholeCode },
  {
    holds: (code) =>
      (TO_PROVE.test(code.before) || PROVES_ALSO.test(code.before)) &&
      SHOWS.test(code.after) &&
      !IS_IN_PLACE.test(code.after) &&
      isCertainCode(code),
    told: isWholeCode,
  },
  {
    holds: (code) =>
      isCertainCode(code) &&
      ((CHECK_LABEL.test(code.before) && SHOWS.test(code.after)) ||
        (OF_HEALTH.test(code.before) && TELLS_WHETHER.test(code.after)) ||
        MENDED_BY.test(code.before)),
    told: isWholeCode,
  },
  {
    holds: (code) =>
      CHECKS_THAT.test(code.before) &&
      code.after.startsWith(')') &&
      isCertainCode(code) &&
      LOOKS_UP.test(code.value),
    told: always,
  },
  {
    holds: ({ before, after }) => BY_MEANS_OF.test(before) && /^\s*(?:that|whether|if)\b/.test(after),
    told: isWholeCode,
  },
  {
    holds: ({ before }) => CONNECTS.test(before),
    told: (code) => isWholeCode(code) || isProgramAlone(code.value),
  },
  {
    holds: ({ value, before }) => ON_HOST.test(before) && GOES_TO_HOST.test(value),
    told: isWholeCode,
  },
  {
    holds: ({ before, isOrdered }) =>
      !isOrdered && MENTION_BEFORE.test(before.replace(PAIR_BEFORE, '')) && !CAN_BE_SEEN.test(before),
    told: never,
  },
  {
    holds: ({ before, after, isOrdered }) =>
      (MENTION_AFTER.test(after) || IS_SUBJECT.test(after)) &&
      !isOrdered &&
      !STRONG_CUE.test(before) &&
      !(/,\s*then\s*$/.test(before) && IMPERATIVE.test(before)),
    told: never,
  },
  { holds: ({ before, after }) => BEGINS_WITH_CODE.test(before) && ROW_IS_SUBJECT.test(after), told: never },
  { holds: ({ value, before }) => IN_CLIENT.test(before) && opensClient(value) !== undefined, told: always },
  {
    holds: ({ before }) => STRONG_CUE.test(before),
    told: (code) =>
      isWholeCode(code) ||
      isProgramAlone(code.value) ||
      LEAVES.test(code.value) ||
      opensClient(code.value) !== undefined,
  },
  {
    holds: ({ value, before, after }) =>
      LEAVES.test(value) && BEFORE_VERB.test(before) && IS_LEFT.test(after),
    told: always,
  },
  { holds: ({ isOrdered }) => isOrdered, told: isWholeCode },
  {
    holds: ({ before }) => LABEL_CUE.test(before),
    told: (code) =>
      (LEAVES.test(code.value) && LEAVES_LABEL.test(code.before)) ||
      ((code.likeness >= 2 || AT_COMMAND_LINE.test(code.before) || repeatsOrder(code)) &&
        (isWholeCode(code) || (STARTS_IT.test(code.before) && isProgramAlone(code.value)))),
  },
  { holds: (code) => code.likeness < 2 || !isWholeCode(code), told: never },
  { holds: ({ before, isListed }) => isListed && SAMPLES.test(before.replace(ROW_BEFORE, '')), told: never },
  { holds: ({ before }) => RUN_CUE.test(before), told: always },
  {
    holds: ({ isListed }) => isListed,
    told: ({ before }) => IMPERATIVE.test(before) || /^[\W_]*`/.test(before) || LABELLED_LIST.test(before),
  },
  { holds: ({ before }) => CLAUSE_CUE.test(before), told: always },
  {
    holds: ({ before }) => /;\s*$/.test(before),
    told: ({ before, after }) =>
      CHECKS.test(before) || ENDS_SENTENCE.test(after) || GOES_ON_AFTER.test(after),
  },
  {
    holds: (code) =>
      IN_BRACKETS.test(code.before) &&
      ENDS_IN_BRACKETS.test(code.after) &&
      isCertainCode(code) &&
      LOOKS_UP.test(code.value),
    told: always,
  },
  { holds: ({ before }) => /^[\W_]*$/.test(before), told: ({ after }) => GOES_ON_AFTER.test(after) },
  {
    holds: ({ before }) => IMPERATIVE.test(before),
    told: (code) => /[(]$/.test(code.before) || (isCertainCode(code) && ENDS_ORDER.test(code.after)),
  },
];
