import { lineBefore } from '../text/lines.ts';
import { ORDERS } from '../knowledge/leads.ts';
import { SCRIPT_ENDING } from '../knowledge/scripts.ts';
import { likenessOf } from '../command/likeness.ts';
import { isRemark } from '../command/remarks.ts';

/** `geth-stop`, `restart_all`, `clean-up.sh`: what a team calls its own scripts. */
const NAME = new RegExp(
  String.raw`^\s*(?:[a-z][A-Za-z\d]*(?:[-_][A-Za-z\d]+)+|[\w-]+${SCRIPT_ENDING})\s*(?:#\s.*)?$`,
);
const SCRIPT = new RegExp(String.raw`${SCRIPT_ENDING}\s*(?:#\s.*)?$`);

/** "Create the file", "The script is called": a name that is shown. */
const IS_NAMED = /\b(?:files?|create|named?|called|names|save|edit|add|output|prints?|returns?|see)\b/i;

/**
 * The lines of a shell's block that are nothing but the name of a program that is not known: where all commands are such names, one of
 * them with an order (`geth-stop`), or beside sure ones. What a command before it printed looks alike, so nothing may stand there that prints.
 */
export const namesAlone = (lines: readonly string[], intro: string): ((at: number) => boolean) => {
  const own = lines.filter((line) => !isRemark(line));
  const names = own.filter((line) => NAME.test(line));
  const areTyped =
    names.length > 0 && names.length === own.length
      ? names.some(hasOrder) && !IS_NAMED.test(intro)
      : own.some((line) => likenessOf(line) >= 2);
  if (!areTyped) return () => false;
  return (at) => {
    const line = lines[at] ?? '';
    if (isExplained(lines, at) || SAYS_WHAT_FOR.test(line)) return true;
    if (!NAME.test(line)) return false;
    const above = lines[at - 1] ?? '';
    if (SCRIPT.test(line) && !LISTS.test(above)) return true;
    if (/^\s*$/.test(above) && hasOrder(line)) return true;
    const before = lineBefore(lines, at);
    return before === '' || PRINTS_NOTHING.test(before) || NAME.test(before);
  };
};

const hasOrder = (line: string): boolean =>
  SCRIPT.test(line) ||
  line
    .replace(/#.*/, '')
    .trim()
    .split(/[-_]/)
    .some((part) => ORDERS.has(part));

/** `# Open the shell`, and nothing but `hive`; not what a comment says to expect. */
const isExplained = (lines: readonly string[], at: number): boolean =>
  /^\s*[a-z][a-z\d]{2,20}\s*$/.test(lines[at] ?? '') &&
  /^\s*#\s*[A-Z\d][^:]*$/.test(lines[at - 1] ?? '') &&
  isRemark(lines[at + 1] ?? '') &&
  !SAYS_OUTPUT.test(lines[at - 1] ?? '') &&
  !STATES.test(lines[at] ?? '');

/** `pwsafe  # to list passwords`: what is printed has no remarks. */
const SAYS_WHAT_FOR = /^\s*[a-z][a-z\d]{2,20}\s+#+\s+(?:to\s+)?[a-z]+\s+[a-z]/i;

const SAYS_OUTPUT =
  /\b(?:outputs?|expect\w*|results?|prints?|returns?|shows?|should|see|looks?|responds?|response|answers?|if|e\.g|example)\b/i;
const STATES =
  /^\s*(?:active|inactive|enabled|disabled|running|stopped|healthy|unhealthy|ready|online|offline|true|false|none|null|success|succeeded|failed|done|pong|master|slave|replica|primary|standby|leader|follower|root|yes|bash|shell|sudo)\s*$/;

/** What may print names of files. */
const LISTS =
  /^\s*(?:\$\s+)?(?:sudo\s+)?(?:ls|ll|find|tar|unzip|cat|echo|grep|which|git|tree|basename|locate|dir|printf|rpm|dpkg)\b/;
const PRINTS_NOTHING =
  /^\s*(?:#|(?:sudo\s+)?(?:systemctl\s+(?:--\S+\s+)*(?:start|stop|restart|reload|enable|disable|mask|unmask|daemon-reload)|service\s+\S+\s+\w+|source|cd|export|\.|mkdir|rm|cp|mv|ln|chmod|chown|touch|kill|sleep|vi|vim|nano|su|ssh)(?=\s|$)|\w+=)/;
