import { beginningOf, clientNames } from '../command/client-statements.ts';
import { toCommand } from '../command/command.ts';
import { conditionOf } from '../conditions/conditions.ts';
import { withCondition } from '../conditions/earlier-units.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { ENGLISH_PROGRAMS, SHOWS_ALONE } from '../knowledge/programs.ts';
import { SCRIPT_ENDING } from '../knowledge/scripts.ts';
import { isLikelyTyped, isSentence, likenessOf, unwrap } from '../command/likeness.ts';
import type { Command } from '../model.ts';
import { promptOf } from '../command/prompts.ts';
import { isSql } from '../command/code-likeness.ts';
import { waysByLine } from '../ways/ways-by-remark.ts';

/**
 * Lines of a paragraph that are nothing but a command, without a mark that says so.
 * @param among it is an item of a list of commands
 */
export const proseCommands = (
  raw: readonly string[],
  first: number,
  last: number,
  among = false,
): readonly Command[] => {
  const commands: Command[] = [];
  const started = programsStarted(raw.slice(first - 1, last));
  const onlyTyped = areAllTyped(raw.slice(first - 1, last).map(bare));
  let condition: string | undefined;
  for (let line = first; line <= last; line++) {
    const own = raw[line - 1] ?? '';
    const atClient = typedAtClient(bare(own));
    const goesOn =
      (started.has(firstWord(own)) && couldBeTyped(own.trim())) || (onlyTyped && GOES_WITH.test(own.trim()))
        ? own.trim()
        : undefined;
    const text = atClient?.text ?? typedIn(own, among, raw[line - 2]) ?? goesOn;
    if (text === undefined) {
      condition = conditionLedBy(own);
      continue;
    }
    let end = line;
    while (end < last && /\\\s*$/.test(raw[end - 1] ?? '') && raw[end]?.trim() !== '') end += 1;
    const typed = [text, ...raw.slice(line, end).map((more) => more.trim())].join('\n');
    const command = toCommand({
      text: typed,
      lines: [line, end],
      where: 'prose',
      ...(atClient === undefined
        ? { kind: isSql(text) && likenessOf(text) < 3 ? 'sql' : 'shell' }
        : { kind: 'client', client: atClient.client }),
    });
    commands.push(withCondition(command, conditionLedBy(own.slice(0, own.indexOf(text))) ?? condition));
    line = end;
  }
  return waysByLine(commands, raw);
};

/** "If it is full:", above what is typed or in the same line. */
const conditionLedBy = (said: string): string | undefined =>
  /:\s*$/.test(said) ? conditionOf(said.trim()) : undefined;

/** The programs of a paragraph that a line starts with an option: another line may start one with words alone, `vault operator unseal`. */
const programsStarted = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(
    lines
      .filter((line) => line.length <= LONGEST && /\s--?[a-z]/i.test(line) && isCommand(line))
      .map(firstWord),
  );

/** Is each line of a paragraph a command, or what goes with one? That is looked for first, since most have nothing of the kind. */
const areAllTyped = (lines: readonly string[]): boolean =>
  lines.some((line) => GOES_WITH.test(line)) &&
  lines.some((line) => line.length <= LONGEST && isCommand(line)) &&
  lines.every((line) => line.length <= LONGEST && (GOES_WITH.test(line) || isCommand(line)));

/** `cd ..`, `./build.sh`: amid text, the name of a file. */
const GOES_WITH = /^(?:cd(?:\s\S+)?|\.{1,2}\/[\w./-]+)$/;

const firstWord = (line: string): string => /^[a-z][\w.-]*(?=\s)/.exec(line)?.[0] ?? '';

/** What stands after a client's prompt, where it is one of its statements: `Command (m for help): n`, `SQL> shutdown immediate`. */
const typedAtClient = (line: string): { readonly text: string; readonly client: string } | undefined => {
  const prompt = promptOf(line);
  const client = clientNames.get(prompt?.client ?? '');
  if (client === undefined) return undefined;
  const text = line.slice(prompt?.length).trim();
  return beginningOf(client)?.test(text) === true && !isSentence(text)
    ? { text, client: client.name }
    : undefined;
};

/** No line of more characters is nothing but a command. */
const LONGEST = 4000;

const typedIn = (line: string, among: boolean, above = ''): string | undefined => {
  if (line.length > LONGEST) return undefined;
  const own = bare(line);
  const prompt = promptOf(own);
  const isPrompted = prompt !== undefined && prompt.client === undefined;
  const text = withoutRemark(withoutLabel(isPrompted ? own.slice(prompt.length) : own));
  const item = among ? itemOf(line) : '';
  if (among && couldBeTyped(item)) return item;
  if (isCommand(text)) return text;
  const enclosed = WHOLLY_IN_BRACKETS.exec(own)?.[1]?.trim();
  if (
    enclosed !== undefined &&
    (SHELL_ARGUMENT.test(enclosed) || IMPERATIVE.test(bare(above))) &&
    isCommand(enclosed)
  )
    return enclosed;
  const told = RUNS_BARE.exec(own)?.[1];
  if (told !== undefined && SHELL_ARGUMENT.test(told) && isLikelyTyped(told) && !PROSE.test(told))
    return told;
  const quoted = RUNS_QUOTED.exec(own)?.[1] ?? ORDERS_QUOTED.exec(own)?.[1];
  if (quoted !== undefined && isCommand(quoted)) return quoted;
  const statement = QUOTED_SQL.exec(own)?.[1];
  if (statement !== undefined && isSql(statement)) return statement;
  if (SQL_ALONE.test(own) && isSql(own)) return own;
  const isBold = own.includes('**');
  const bold = isBold ? IN_BOLD.exec(own)?.[1] : undefined;
  if (bold !== undefined && /\s-{1,2}[a-z]/i.test(bold) && isCommand(bold)) return bold;
  const ordered = isBold ? RUNS_BOLD.exec(own)?.[1] : undefined;
  if (ordered !== undefined && /\s\S+\s/.test(ordered) && isCommand(ordered)) return ordered;
  const isOrder = IMPERATIVE.test(own);
  const means = isOrder ? WITH_BARE.exec(own)?.[1] : undefined;
  if (means !== undefined && WITH_ARGUMENT.test(means) && isCommand(means) && !PROSE.test(means))
    return means;
  const aside = isOrder ? IN_BRACKETS.exec(own)?.[1]?.trim() : undefined;
  if (aside !== undefined && /\s-{1,2}[a-z]|\/\w/i.test(aside) && isCommand(aside)) return aside;
  if (isPrompted && isLikelyTyped(text)) return text;
  return RUNS_SCRIPT.exec(own)?.[1] ?? SCRIPT_IS_STEP.exec(line)?.[1];
};

/** `SET GLOBAL max_connections = 600;` */
const SQL_ALONE = /^[A-Z]{3,}\s[^`]*;$/;

const IS_SCRIPT_CALL = new RegExp(String.raw`^[\w./-]+${SCRIPT_ENDING}(?:\s+[\w./=-]+)*$`);

/** A text that is nothing but a command, or a script with what it takes. */
export const commandAlone = (text: string): string | undefined => {
  const own = bare(text);
  return isCommand(own) || IS_SCRIPT_CALL.test(own) ? own : undefined;
};

/** "Run scripts/refresh.sh." */
const RUNS_SCRIPT = new RegExp(
  String.raw`^(?:(?:please |then |next,? |finally,? )?(?:run|execute|invoke)|(?:verify|check|confirm) with)\s+((?:\.{0,2}/)?(?:[\w.-]+/)+[\w.-]+${SCRIPT_ENDING})\.?$`,
  'i',
);

/** "2. ./deploy.sh --all": of other items a name may be meant. */
const SCRIPT_IS_STEP = new RegExp(
  String.raw`^[\s>]*\d+[.)]\s+(\./[\w./-]+${SCRIPT_ENDING}(?:\s+[\w./=-]+)*)\s*$`,
);

/** "(git pull)", below what it is for */
const WHOLLY_IN_BRACKETS = /^\(([^()]+|[^()]*\([^()]*\)[^()]*)\)\.?$/;

/** "Run uwsgi --ini shop.ini" */
const RUNS_BARE =
  /^(?:(?:please|then|next,?|now,?|finally,?|and)\s+)*(?:run|execute|type|issue|invoke)\s+(?!(?:the|a|an|this|these|that|it)\s)(\S.*?)\.?$/i;
const SHELL_ARGUMENT = /\s(?:-{1,2}[a-z]|\S*(?:[a-z~.]\/|\/[a-z]|=)|[a-z]+:[a-z])/i;

/** "Stop it by running 'service web stop'" */
const RUNS_QUOTED = /\bby (?:running|executing)\s+'([^'`]+)'/i;

/** "Describe the pod: 'kubectl describe pod web-0'" */
const ORDERS_QUOTED =
  /^(?:describe|inspect|check|show|list|restart|start|stop|delete|remove|scale|roll back|run|verify|look|see|view|find|get|test|apply|update|clean|clear|drain|kill)\b[^:`'"|]{0,60}:\s+'([^'`]+)'\.?$/i;

/** "Restart it with sudo systemctl restart web" */
const WITH_BARE =
  /^\W*[A-Z]?[a-z]+(?: [^`'"“:]{1,60}?)?\s(?:with|using|via)\s+((?:sudo\s+)?[a-z][\w./-]*\s[^`]+?)\.?$/;

/** `Then run "ALTER TABLE x IMPORT TABLESPACE;".`, `Make a database "create database test".` */
const QUOTED_SQL =
  /(?:\b(?:run|execute|issue|type|enter)|^\W*(?:create|make|drop|remove|add|delete)\b[^"“`]{3,80})\s["“]([a-z]+\s+[a-z]+\s[^"“”`]+)["”]\.?$/i;

/** "Scale down: **kubectl scale deploy/web --replicas=0**" */
const IN_BOLD = /\*\*([a-z][^*`]*)\*\*\.?$/;

/** "Run **hdfs dfsadmin -refreshNodes** on the first node." */
const RUNS_BOLD = /\b(?:run|execute|type|try|issue|enter) \*\*([a-z][^*`]*)\*\*/i;

/** "Recreate web-1 (docker-compose up -d)" */
const IN_BRACKETS = /\(([^()`]+)\)\.?$/;

/** What a command has there: "with kubectl rollout restart deploy/web", but "with helm charts/shop" tells of a thing. */
const WITH_ARGUMENT =
  /^sudo\s|\s(?:-{1,2}[a-z]|[~.]{0,2}\/|https?:\/\/|\S*=|[a-z]+:[a-z]|(?:deploy(?:ment)?|statefulset|sts|daemonset|ds|pod|svc|service|(?:cron)?job|node)s?\/[a-z])/i;

/** Is each of these items of a list typed? One surely is, and the others could be. */
export const isListOfCommands = (items: readonly string[]): boolean => {
  if (items.some(({ length }) => length > LONGEST)) return false;
  const texts = items.map(itemOf);
  const surely = items.some((item) => REMARKED.test(bare(item))) ? SHELL_ARGUMENT : /\s/;
  return (
    texts.length > 1 &&
    texts.every(couldBeTyped) &&
    texts.some((text) => surely.test(text) && isCommand(text))
  );
};

/** What an item types, without what it is for. */
const itemOf = (item: string): string => REMARKED.exec(bare(item))?.[1] ?? bare(item);

const couldBeTyped = (text: string): boolean => {
  if (isCommand(text)) return true;
  if (/^[^a-z./~]|[`:,]|\.$|\*\*/.test(text) || isSentence(text)) return false;
  return /\s/.test(text) ? likenessOf(text) >= 1 && !PROSE.test(text) : SHOWS_ALONE.has(text);
};

/** Without the marks of lists and quotes, and a remark. */
const bare = (line: string): string =>
  line
    .replace(/^[\s>]*(?:(?:[-+•‣▪◦]|\*{1,3}|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replace(/(?<!\s)\s*<br\s*\/?>\s*$/i, '')
    .replace(/\s#\s.*$|(?<!\s)\s{2,}\([^()]*\)$/, '')
    .trim();

/** "Unset the default location: velero backup-location set …": a label in words, then what is typed, with a prompt or without. */
const withoutLabel = (text: string): string => {
  if (!/[:：]/.test(text)) return text;
  const prompted = /^[^`$"']{3,120}:\s+\$\s+(\S.*)$/.exec(text)?.[1];
  if (prompted !== undefined && isCommand(prompted)) return prompted;
  const [, label = '', typed = ''] =
    /^(\p{L}(?:[^:：`|"'$]|(?<=\p{L})'(?=\p{L})){1,80})(?::\s+|：\s*)(\S.*)$/u.exec(text) ?? [];
  const isTold = PROSE.test(label) || IMPERATIVE.test(label) || COMMAND_LABEL.test(label);
  const isNamed =
    !NO_LABEL.test(label) &&
    (/\s--?[a-z]|^\.{1,2}\/\S+\s/i.test(typed) || (/[^\p{ASCII}]/u.test(label) && DOES.test(label)));
  return (isTold || isNamed) && isCommand(typed) ? typed : text;
};

/** "kubectl get pods -A : all of them", "helm ls -A -> all are there": a command, and what it is for; "nginx ingress - the entry" is none. */
const withoutRemark = (text: string): string => {
  const typed = REMARKED.exec(text)?.[1];
  return typed !== undefined && SHELL_ARGUMENT.test(typed) && isCommand(typed) ? typed : text;
};
const REMARKED = /^(\S+\s(?:.*?\S)?)\s+(?::|->?|[–—→]|=>)\s+\p{L}[^/=|<>$]*$/u;

/** "查看状态：gluster peer status" */
const DOES =
  /[查启停重检执运关删创安修恢备确进测列显更升清同加禁設確起再実]\p{L}|확인|실행|시작|중지|проверить|запустить|остановить/iu;

const COMMAND_LABEL = /^(?:command|cmd|fix)$/i;
/** "Usage: …", "ERROR: …": what is shown, not told. */
const NO_LABEL =
  /\b(?:usage|syntax|error|warn(?:ing)?|info|debug|note|output|returns?|logs?|message|was|were|ran|old|deprecated|entrypoint|cmd|image|process)\b/i;

const PROSE =
  /(?:^|\s)(?:the|is|are|and|to|of|with|has|was|will|should|can|on|in|for|from|by|as|or|a|an|if|it|this|that)(?=\s|$)/i;

/** "export environment variables": what a shell is told with names, words of a text alone tell it nothing. */
const SETS_SHELL = /^(?:export|source|alias|unset|eval|exec|ulimit|umask)\s+[a-z]+(?:\s+[a-z]+)+$/;

const isCommand = (text: string): boolean => {
  if (
    text === '' ||
    text.includes('`') ||
    /^(?![A-Z_]\w*=\S*\s)[A-Z(<[]|[.,:]$|(?<!\\);$|\]\(|\*\*|^[\w-]+(?: [\w-]+)* : /.test(text)
  )
    return false;
  if (/^[\w ]+ (?:the|a|an|of|your) [^:]*:\s/.test(text)) return false;
  if (likenessOf(text) < 3 || isSentence(text)) return false;
  const word = /^\S+/.exec(unwrap(text))?.[0] ?? '';
  const option = /\s--?[A-Za-z]/.test(text);
  if (SETS_SHELL.test(text) && !SHELL_ARGUMENT.test(text)) return false;
  if (ENGLISH_PROGRAMS.has(word))
    return (
      (option || /\s[~./]*\/\S/.test(text) || /^(?:sudo\s+)?(?:systemctl|service|docker)\s/.test(text)) &&
      !PROSE.test(text)
    );
  return option || !PROSE.test(text);
};
