import type { List, ListItem } from 'mdast';
import { isProgramCall, type OwnPrograms } from '../command/code-likeness.ts';
import { LEADS_TO_NAMES, LOOKS_UP, NEEDS } from '../knowledge/cues.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { linesOf } from '../markdown/sections.ts';
import type { Place } from './place.ts';

/** Steps with numbers, or items that all begin with a command: they may go on with what it does. */
export const isListOfCalls = (node: List, { intro, programs }: Pick<Place, 'intro' | 'programs'>): boolean =>
  !LEADS_TO_NAMES.test(intro) &&
  (node.ordered === true || (intro !== '' && node.children.length > 1 && areCalls(node, programs)));

/** Items that all begin with a command: one that shows something as it stands is one beside others (`df -h`, `top`). */
export const areCalls = (node: List, programs: OwnPrograms): boolean => {
  const codes = node.children.map(codeBefore);
  const isCall = (code: string | undefined): boolean => code !== undefined && isProgramCall(code, programs);
  return codes.some(isCall) && codes.every((code) => isCall(code) || SHOWS_ALONE.has(code ?? ''));
};

/** "`systemctl reboot` waits for all jobs", "`systemctl reboot -f` kills them": one command, and the options to choose from. */
export const areVariants = (node: List): boolean => {
  const [first, ...others] = node.children.map(codeBefore);
  return (
    node.ordered !== true &&
    first !== undefined &&
    others.length > 0 &&
    isProgramCall(first) &&
    !LOOKS_UP.test(first) &&
    others.every((code) => code?.startsWith(`${first} -`) === true)
  );
};

/** Below `cat log | sort | uniq -c`: "`sort`: …", "`uniq -c`: …", which say what its parts do. */
export const explainsPipeline = (node: List, { raw }: Pick<Place, 'raw'>): boolean => {
  const codes = new Set(node.children.map(codeBefore));
  const [first] = linesOf(node);
  return raw
    .slice(Math.max(0, first - 1 - NEAR), first - 1)
    .some(
      (line) =>
        line.includes('|') &&
        line.split('|').filter((part) => codes.has(part.replace(/^\s*[$#] /, '').trim())).length > 1,
    );
};

/** "The host needs:", and programs: "`psql`", "`docker` 24 or later". */
export const namesWhatIsNeeded = (node: List, { intro }: Pick<Place, 'intro'>): boolean =>
  NEEDS.test(intro) && node.children.map(codeBefore).every((code) => code === undefined || !/\s/.test(code));

/** How far above a list, in lines, what it explains may stand: the output stands between. */
const NEAR = 30;

/** The code that an item begins with. */
const codeBefore = ({ children: [first] }: ListItem): string | undefined =>
  first?.type === 'paragraph' && first.children[0]?.type === 'inlineCode'
    ? first.children[0].value
    : undefined;
