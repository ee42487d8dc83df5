import { sentencesOf } from '../conditions/conditions.ts';
import { likenessOf } from '../command/likeness.ts';
import { NAMES_SETTINGS, SETTINGS_FILE } from '../knowledge/settings.ts';
import { isRemark } from '../command/remarks.ts';

/**
 * "Original migration (`001_add.sql`):", "Create `monitor.sh`:", "Good examples:": a block that is shown, unless the text says to run it.
 * @param follows another block stands between that text and this one, which is what the file holds
 */
export const isContentOfFile = (intro: string, text: string, follows: boolean): boolean => {
  const last = sentencesOf(intro).at(-1)?.trim() ?? '';
  if (OF_A_KIND.test(last) || DONE_BY_ITSELF.test(last) || INTO_SCRIPT.test(last)) return true;
  if (SHEBANG.test(text) && NAMES_SCRIPT.test(`${intro}\n${LEADING_COMMENTS.exec(text)?.[0]}`)) return true;
  if (SHEBANG.test(text) && isLong(text) && !RUNS_IT.test(last)) return true;
  if (BEGINS_WITH_PATH.test(text) && !TELLS_TO_RUN.test(last)) return true;
  const file = NAMES_FILE.exec(last)?.[1];
  return !follows && file !== undefined && !RUNS_IT.test(last) && !text.includes(file);
};

/** A script that has a name, or is an example of one. */
const NAMES_SCRIPT =
  /\b[\w-]+\.(?:sh|bash|py|pl|rb)\b|\bsave (?:this |it )?(?:as|to|in)\b|\b(?:add|paste|insert|enter) (?:this|the following) (?:\w+ )?script\b|\bscript example\b|\b(?:example|sample) script\b|\bscript (?:is )?(?:\w+ )?below\b|\b(?:in|on) your \$?path\b/i;
/** Longer than what a person pastes into a shell with the first line of a script on top. */
const isLong = (text: string): boolean =>
  text.split('\n').filter((line) => !isRemark(line)).length > LONGEST_PASTED;
const LONGEST_PASTED = 10;
/** At the beginning, or after a comment that names the file. */
const SHEBANG = /^(?:#[^!\n].*\n|#\n|[ \t]*\n)*#!\//;
/** `-- db/migrations/0020_revert.sql`, `// src/pool.ts`, `# In stop-all.sh:` */
const BEGINS_WITH_PATH =
  /^\s*(?:(?:--|\/\/)\s*(?:[\w.-]+\/)+[\w.-]+\.(?:sql|[jt]s|py|rb|go|php)|#\s*in\s+`?(?:[\w.-]*\/)*[\w-]+\.(?:sh|bash|py|rb)`?:?)[ \t]*\n/i;
const TELLS_TO_RUN = /\b(?:re-?)?(?:run|execut\w*|appl(?:y|ied|ies)|type|paste)\b/i;
const LEADING_COMMENTS = /^(?:#.*\n|\s*\n)*/;

const NAMES_FILE = /`(?:[^`]*\/)?([\w.-]+\.(?:sql|sh|py|rb|js|ts))`\)?\**\s*:\**$/;
const RUNS_IT = /\b(?:run|re-?run|execut\w*|apply|source|load|call|invoke|with|using|via|by)\b/i;
const OF_A_KIND = /^\W*(?:good|bad|risky|unsafe|wrong|incorrect) examples?\b[^:]{0,40}:\W*$/i;

/** "Add to the script:" */
const INTO_SCRIPT =
  /^\W*(?:\d+[.)]\s*)?(?:add|append|put|insert|paste)\b[^.]{0,40}\b(?:to|in|into|at the (?:top|end|beginning|start) of) (?:the |your |this |that )?(?:[\w-]+ )?scripts?\W*$/i;

/** "The script does the following:", "Under the hood it runs:" */
const DONE_BY_ITSELF =
  /^\W*(?:(?:this|the|that|our) (?:[\w-]+ ){0,2}(?:script|job|target|playbook|hook|alias|wrapper|pipeline|workflow)|(?:under the hood|behind the scenes|internally),? (?:it|this))(?: \([^)]+\)| `[^`]+`)? (?:(?:then|will|basically|essentially|just|simply|effectively) )*(?:does|do|runs?|executes?|performs?|calls?)(?: (?:the following|this|these))?(?: (?:commands?|steps?|things?))?\W*$|^\W*(?:under the hood|behind the scenes|internally)(?:,? (?:it|this) (?:runs?|executes?|calls?)\b[^.`]{0,80})?:\W*$|^\W*(?:(?:systemd|cron|kubernetes|docker|ci|jenkins|argo ?cd|github actions|gitlab|supervisor[dt]?|pm2)|(?:the|our) (?:[\w-]+ )?(?:container|image|pod|unit|installer|init system)) (?:starts?|runs?|does|executes?|launch(?:es)?|builds?|deploys?)\b(?![^:]*\b(?:with|by|using|via)\b)[^.`:]{0,40}:\W*$/i;

/** "Add this to your `.bashrc`:", "Edit /etc/ssh/sshd_config and set:", and lines that are written there: a program of its own begins none. */
export const isAddedToFile = (intro: string, lines: readonly string[]): boolean => {
  const last = sentencesOf(intro).at(-1)?.trim() ?? '';
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if ((GOES_ON.test(last) || IS_SOURCED.test(last)) && OF_A_PROFILE.test(first)) return true;
  const own = lines.filter((line) => !/^\s*(?:#|;|$)/.test(line));
  if (ADDS_LINES.test(last) && !IS_RUN.test(last))
    return own.every((line) => /^\s*[^a-z\s]/i.test(line) && likenessOf(line) < 2);
  if (!ADDS_TO.test(last) || !NAMES_EDITED.test(last) || IS_RUN.test(last)) return false;
  return (
    own.length > 0 &&
    own.every((line) => (OF_A_PROFILE.test(line) && !line.includes('$(')) || likenessOf(line) < 2)
  );
};

/** After a block that opens the file: "and add" */
const GOES_ON =
  /^\W*(?:and|then) (?:then )?(?:add|append|insert|paste|put)(?: (?:this|it|the following|these)(?: (?:lines?|content|text))?)?\W*$/i;
/** "Source the following file:", "Save this as a file and source it:" */
const IS_SOURCED =
  /\bsource (?:(?:the following|this) (?:[\w-]+ )?(?:file|snippet|script|profile)|the (?:file|snippet|script) below)\b(?!\s+(?:from|by|with|using))|\b(?:following|this|below) (?:file|snippet)\b[^.:]{0,40}\bsourced?\b/i;
const ADDS_TO =
  /\b(?:add|append|put|insert|paste|place|edit|open|change|modify|adjust|uncomment|set|update)\b.*(?::|\b(?:with|set|add|lines?))\W*$/i;
/** "Add entries for the new disks:", to a file that was opened before. */
const ADDS_LINES =
  /^\W*(?:\d+[.)]\s*)?(?:and |then )?(?:add|append|insert) (?:(?:the following|these|this|an?|new|two|both|one) )*(?:entry|entries|lines?|records?)\b[^.]*:\W*$/i;
const NAMES_EDITED =
  /(?:^|[\s`"'(*~])(?:[\w./~$-]*\/)?(?:\.(?:bashrc|zshrc|profile|bash_profile|bash_aliases|zprofile|zshenv|env)|[\w-]+\.(?:conf|cfg|cnf|ini|rules|list|service)|sshd?_config|fstab|sudoers)(?=[\s`"')*:,]|\.?$)|(?:^|[\s`"'(*])\/etc\/[\w./-]+|\b(?:shell|bash|zsh)(?:['’]s)? (?:(?:start-?up|profile|rc|config\w*|init\w*|login) (?:file|script)|profile)s?\b/;
const IS_RUN =
  /\b(?:run|running|execut\w*|commands?|typ(?:e|ing)|then|using|restart|reload|apply|source|from|shell(?!(?:['’]s)? (?:start-?up|profile|rc|config\w*|init\w*|login))|session|terminal)\b/i;
const OF_A_PROFILE =
  /^\s*(?:export\s|alias\s|source\s|\.\s|eval\s|setenv\s|set\s+(?![-+])|[A-Za-z_][\w.-]*\s?=)/;

/** A file's content: what YAML or the configuration of ssh begins with, and goes on with, or a Makefile's target with what it does. */
export const isConfiguration = (lines: readonly string[]): boolean => {
  const [first = '', next = ''] = lines.filter((line) => !isRemark(line));
  return (
    (YAML_KEY.test(first) && (YAML_KEY.test(next) || /^\s*- \S/.test(next))) ||
    (SSH_HOST.test(first) && SSH_OPTION.test(next)) ||
    lines.some((line, index) => TARGET.test(line) && /^\t\S/.test(lines[index + 1] ?? ''))
  );
};

/** `push: build` */
const TARGET = /^[a-z][\w.-]*:(?: [a-z][\w .-]*)?$/;
const YAML_KEY = /^\s*[a-z][\w./-]*:(?:\s+[^\s|&;<>$]+)?\s*$/i;

const SSH_HOST = /^\s*(?:host|match)\s+\S/i;
const SSH_OPTION =
  /^\s*(?:host(?:name|key\w+)|user(?:knownhostsfile)?|port|identit\w+|proxy(?:command|jump)|forward\w+|\w+forward|stricthostkeychecking|server\w+|control\w+|addkeystoagent|loglevel)\s+[^-\s]/i;

/**
 * What a configuration file or one of variables holds, though its lines could be assignments: only keys with values, below a section's name, amid
 * keys that are commented out, with keys that no shell's variables are named like, or where the text or the first line names the file.
 */
export const areSettings = (intro: string, lines: readonly string[]): boolean => {
  const own = lines.filter((line) => !/^\s*(?:#|;|$)/.test(line));
  if (own.some((line) => SCHEDULED.test(line)))
    return own.every((line) => SCHEDULED.test(line) || SETTING.test(line));
  const settings = own.filter((line) => !SECTION.test(line));
  if (settings.length === 0 || !settings.every((line) => SETTING.test(line) && !COMPUTED.test(line)))
    return false;
  const last = sentencesOf(intro).at(-1) ?? '';
  return (
    settings.length < own.length ||
    (settings.length > 1 && settings.every((line) => NO_VARIABLE.test(line))) ||
    settings.every((line) => OF_UNIT.test(line)) ||
    lines.some((line) => COMMENTED_OUT.test(line)) ||
    (NAMES_SETTINGS.test(last) && !TAKES_FROM.test(last)) ||
    LISTS_VARIABLES.test(last) ||
    SETTINGS_FILE.test(lines.find((line) => line.trim() !== '') ?? '')
  );
};

/** "Required environment variables:" */
const LISTS_VARIABLES =
  /^\W*(?:(?:the|all|required|optional|relevant|important|key|default|example|production|following|these)\s+){0,3}(?:env(?:ironment)?[ -]?)(?:vars?|variables?)(?: (?:are|used|needed|required|reference))?\W*$/i;

/** A line of a crontab: `0 12 * * * cd /srv && ./backup.sh`, `@daily /srv/clean.sh` */
const SCHEDULED =
  /^\s*(?:(?:[\d*][\d*/,-]*\s+){4}(?:[\d*][\d*/,-]*|[A-Za-z,-]{3,})\s+|@(?:reboot|hourly|daily|weekly|monthly|yearly)\s+)\S/;

/** "Set what the config file has, see …" */
const TAKES_FROM = /\b(?:run|source|load|export|see|from)\b/i;

const SECTION = /^\s*\[[^\][]+\]\s*$/;
/** `Key=value`, `key = value`, also several in a line, as Slurm has it. */
const SETTING = /^\s*[A-Za-z_][\w.-]*\s?=\s?(?:"[^"]*"\s*(?:[#;].*)?|'[^']*'\s*(?:[#;].*)?|[^"'`]*)$/;
const COMPUTED = /\$\(|`|;\s*\S|\s&&\s|\s\|\s/;
/** `StateDir=`, `max.age =`: no shell's variables are written so. */
const NO_VARIABLE = /^\s*(?:[A-Z][a-z]+\w*[a-z]\w*\s?=|[\w-]+[.-][\w.-]+\s?=|\w+\s=\s)/;
/** What a unit of systemd's is made of. */
const OF_UNIT =
  /^\s*(?:Environment(?:File)?|Exec(?:Start|Stop|Reload)(?:Pre|Post)?|RestartSec|WorkingDirectory|Limit[A-Z]+|Timeout(?:Start|Stop)?Sec|Memory(?:Max|High|Limit)|CPUQuota|TasksMax|WantedBy)=/;
const COMMENTED_OUT = /^\s*[#;]\s?[A-Za-z_][\w.-]*=\S*\s*$/;
