import { angledPrompts, isCodeFor, statementsOf, unnamedStatements } from './client-fence.ts';
import { opensClient } from '../command/client-statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import { withoutDescriptions } from './described.ts';
import { areSettings, isAddedToFile, isConfiguration, isContentOfFile } from './file-content.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { SYMPTOMS } from '../knowledge/headings.ts';
import { contentOf, isQueryLanguage, type Content } from '../knowledge/languages.ts';
import { TASK } from '../knowledge/leads.ts';
import { PROGRAMS } from '../knowledge/programs.ts';
import { isOfWindows, WINDOWS_STATEMENT } from '../knowledge/windows.ts';
import { isLed, isNameToRun } from './led-blocks.ts';
import { likenessOf, unwrap, type Likeness } from '../command/likeness.ts';
import { namesAlone } from './lone-names.ts';
import type { FenceItem, Surroundings } from './fence-item.ts';
import { anyPromptOf, promptOf, type Prompt } from '../command/prompts.ts';
import { readScript } from './script.ts';
import { promptsIn, readTranscript } from './transcript.ts';
import { isRemark } from '../command/remarks.ts';

const SAMPLE =
  /\b(?:output|result|response|message|log|error|look|see|shows?|returns?|something)\b[^.]{0,200}(?:\be\.g\.|\b(?:for example|like this|something like|such as this|as follows|similar to(?: this)?|looks? like)\b[^.]{0,30})[,:]?\s*$|\b(?:example|sample|expected) (?:error )?(?:output|results?|response)\b[^.]{0,30}:?\s*$|^\**(?:output|results?|response)\**\s*:\**\s*$/i;

/** "A full invocation may look like this:" */
const SAMPLE_OF_COMMAND =
  /(?<!\b(?:outputs?|results?|response|answers?) (?:of|from|for|to) (?:(?:`[^`]+`|[\w-]+) ){0,3})\b(?:commands?|invocations?|command lines?)\b(?! (?:output|results?))(?: \w+){0,3} looks? (?:something )?like\b[^.]{0,30}$/i;

/** A block that is named after what a here-document in it holds. */
const BEGINS_DOCUMENT = /^\s*(?:cat|tee|kubectl|oc|sudo)\s.*<<-?\s*["']?\w+/;

/** What a block of code holds that is typed, and the comments between. Nothing, for code of another kind. */
export const readFence = (block: CodeBlock, around: Surroundings): readonly FenceItem[] => {
  const lines = withoutDescriptions(block.text.split('\n'));
  const named = contentOf(block.language);
  const content = named === 'strange' ? (startsProgram(lines) ? 'unknown' : 'other') : named;
  if (isContentOfFile(around.intro, block.text, around.follows)) return [];
  const isCode = isCodeFor(around.session, lines);
  if (
    (content === 'unknown' || content === 'shell') &&
    ((!isCode && areSettings(around.intro, lines)) || isAddedToFile(around.intro, lines))
  )
    return [];
  const sample = SAMPLE.test(around.intro.trim()) && !SAMPLE_OF_COMMAND.test(around.intro.trim());
  if (
    content === 'unknown' &&
    ((!isCode && isConfiguration(lines)) || isFlow(lines) || (sample && isPrinted(lines)))
  )
    return [];
  if (content === 'other' && BEGINS_DOCUMENT.test(lines[0] ?? ''))
    return readScript(lines, block, { opening: 2, before: 1, after: 3 });
  if (content === 'other' && isTypedFirst(lines, block.language))
    return readScript(lines, block, {
      opening: 2,
      before: NO_SCRIPTS.test(block.language) ? 2 : 3,
      after: 3,
    });
  if (content === 'other')
    return /^\s*\$\s+\S/.test(lines[0] ?? '') && !isQueryLanguage(block.language)
      ? readTranscript(lines, block, anyPromptOf)
      : [];
  const angled = content === 'console' ? undefined : angledPrompts(lines, around);
  const prompts = angled ?? promptsIn(lines);
  if (prompts !== undefined)
    return (sample && !isAllTyped(lines, prompts)) || isObserved(around.intro, lines, prompts)
      ? []
      : readTranscript(lines, block, prompts);
  if (sample && isOfBlocks(content)) return [];
  if (content === 'sql' || content === 'redis' || isOfBlocks(content))
    return lines.some((line) => opensClient(line.trim()) !== undefined) ||
      (startsTyped(lines, content) && !(content === 'sql' && lines.some((line) => SQL_START.test(line))))
      ? readScript(lines, block, { opening: 2, before: 1, after: 2 })
      : statementsOf(block, content, around);
  if ((content === 'shell' || content === 'unknown') && isNameToRun(lines, around.intro))
    return readScript(lines, block, { opening: 0, before: 0, after: 0 });
  if (!sample && (content !== 'shell' || !lines.some((line) => likenessOf(line) > 0))) {
    const typed = unnamedStatements(block, lines, around);
    if (typed.length > 0) return typed;
  }
  if (content === 'shell')
    return readScript(lines, block, {
      opening: 1,
      before: 1,
      after: 2,
      also: alsoTyped(lines, block, around),
    });
  const led = sample ? undefined : isLed(lines, around.follows ? '' : around.intro, around.programs);
  if (led !== undefined)
    return readScript(lines, block, { opening: 1, before: led === 'all' ? 1 : 2, after: 3 });
  return readScript(lines, block, { opening: sample ? 3 : 2, before: 1, after: 3 });
};

/** Does a block begin with a prompt, or with a program that is no word of a language? */
const startsProgram = (lines: readonly string[]): boolean => {
  const first = lines.find((line) => !/^\s*(?:#\s|$)/.test(line))?.trim() ?? '';
  const program = /^\S+/.exec(unwrap(first))?.[0] ?? '';
  return (
    promptOf(first) !== undefined ||
    (likenessOf(first) >= 2 && (PROGRAMS.has(program) || /^\.{0,2}\/\w/.test(program))) ||
    TASK.test(first)
  );
};

/** What could be typed in a block that is marked as a shell's, though its program is not known. */
const alsoTyped = (
  lines: readonly string[],
  { language }: CodeBlock,
  { intro }: Surroundings,
): ((at: number) => boolean) => {
  const isName = namesAlone(lines, intro);
  const form = isOfWindows(language) ? WINDOWS_STATEMENT : TRUNCATES;
  return (at) => isName(at) || form.test(lines[at]?.trim() ?? '');
};

/** `> /var/log/syslog` */
const TRUNCATES = /^>\s*["']?(?:~|\/|\$\w)[\w./~${}-]*["']?$/;

/** The languages of statements that go over several lines. */
const isOfBlocks = (content: Content): content is 'python' | 'ruby' | 'js' | 'php' =>
  content === 'python' || content === 'ruby' || content === 'js' || content === 'php';

/** A block that is named after what a command leads to edit, or prints: `kubectl edit …`, and then YAML. */
const isTypedFirst = (lines: readonly string[], language: string): boolean => {
  const plain = NO_SCRIPTS.test(language);
  const first = lines.find((line) => !isRemark(line) && !(plain && SETS_VARIABLE.test(line))) ?? '';
  return (plain ? STARTS_OTHER : STARTS_EDITING).test(first.trimStart()) && likenessOf(first) === 3;
};

const STARTS_EDITING = /^(?:kubectl|oc|docker|helm|git|aws|gcloud|az)\s+-{0,2}[a-z]/;
/** Languages that have no line which begins with a program, as a Makefile or the specification of a package has. */
const NO_SCRIPTS = /^(?:ya?ml|json\w*|xml|html?|http|css|java|go|golang|rust)$/;
const SETS_VARIABLE = /^(?:export\s+)?[A-Z_][A-Z\d_]*=\S+\s*$/;
const STARTS_OTHER =
  /^(?:(?:kubectl|oc|docker|helm|git|aws|gcloud|az)\s+-{0,2}[a-z]|(?:sudo|curl|wget|systemctl|ssh|scp|npm|terraform|ansible|ansible-playbook)\s+[-\w"'][^:=]*(?:$|[:=]\S))/;

/** Does a sample begin with what is no command? Those in it are printed, too. */
const isPrinted = (lines: readonly string[], surest: Likeness = 0): boolean => {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return promptOf(first) === undefined && !/^\s*#/.test(first) && likenessOf(first) <= surest;
};

/** What leads to what, with an arrow before each step: `  -> the worker starts`. */
const isFlow = (lines: readonly string[]): boolean =>
  lines.filter((line) => /^\s*(?:->|[→↳])\s*\S/.test(line)).length > 1 && isPrinted(lines, 1);

/** Prompts with what is typed, and nothing that was printed: "this could look like:" speaks of the commands. */
const isAllTyped = (lines: readonly string[], prompts: (line: string) => Prompt | undefined): boolean =>
  lines.every((line) => line.trim() === '' || prompts(line) !== undefined) &&
  lines.filter((line) => line.trim() !== '').length > 1;

/** Right under "Symptoms": what somebody typed, and the error that it gave. */
const isObserved = (
  intro: string,
  lines: readonly string[],
  prompts: (line: string) => Prompt | undefined,
): boolean =>
  SYMPTOMS.test(intro) &&
  lines.some(
    (line) =>
      prompts(line) === undefined &&
      /\b(?:error|fail(?:ed|ure)|fatal|refused|timed out|denied)\b/i.test(line),
  );

/** Does a block of SQL or Redis begin at the shell after all? */
const startsTyped = (lines: readonly string[], content: Content): boolean => {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*(?:#|--)/.test(line)) ?? '';
  return (
    likenessOf(first) === 3 &&
    !SQL_START.test(first) &&
    (!isOfBlocks(content) ||
      STARTS_PROGRAM.test(first) ||
      ((content === 'python' || content === 'php') && STARTS_IN_WORDS.test(first)))
  );
};

/** Nor could Python or PHP, which have no two words side by side but after a word of their own: `cd $HOME`, `wget -O x`. */
const STARTS_IN_WORDS =
  /^\s*(?!(?:import|from|print|del|return|raise|assert|with|for|if|while|class|def|not|lambda|yield|global|nonlocal|pass|async|await|exec|elif|else|try|except|match|case|type|echo|use|function|namespace|new|require|include|public|private|static|const|foreach|switch|throw|in|is|and|or)\s)(?:sudo\s+)?[a-z][\w.-]*\s+[-\w$~./"'<]/;

/** What no language of a client could begin with: `python scripts/reindex.py`, `curl -s "…"`. */
const STARTS_PROGRAM =
  /^\s*(?:sudo\s+)?(?:python[\d.]*|pip3?|ruby|bundle|node|npm|npx|poetry|uv|curl|docker|kubectl|make)\s+(?:-{1,2}[a-z]|["']?[\w./]*[./][\w./-]|[a-z]\w*(?:\s+[\w.-]|\s*$))/;
