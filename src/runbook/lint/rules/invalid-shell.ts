import { eachLine } from '../../text/lines.ts';
import { fenceAt } from '../by-line.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { readByBash } from '../shells.ts';
import { shown } from '../text.ts';

export const invalidShell: Rule = {
  id: 'invalid-shell',
  severity: 'error',
  summary: 'a command is not valid bash',
  check: (page) => {
    const isReadByBash = readByBash(page);
    return [
      ...page.commands.flatMap(({ command }): readonly Problem[] =>
        command.invalid === undefined ||
        command.placeholders.length > 0 ||
        command.where !== 'fence' ||
        OPENS_SETTINGS.test(command.text) ||
        !isReadByBash(command)
          ? []
          : [
              {
                message: `"${shown(command)}" is not valid bash: ${command.invalid}`,
                place: placeIn(page, command),
                hint: 'see that quotes, brackets and here-documents are closed; text belongs after #',
              },
            ],
      ),
      ...sentences(page),
    ];
  },
};

/** A sentence below commands, in a block that is marked as a shell's and shows no prompts: it is pasted with them. */
const sentences = (page: Page): readonly Problem[] => {
  const typed = Map.groupBy(page.commands, ({ command }) => fenceAt(page, command.lines[0]));
  return [...typed].flatMap(([fence, commands]) => {
    if (fence === undefined || !commands.every(({ command }) => SHELL.test(command.language ?? '')))
      return [];
    const [first, last] = fence;
    if (page.lines.slice(first, last - 1).some((line) => PROMPT.test(line))) return [];
    const lines = new Set(commands.flatMap(({ command }) => eachLine(command.lines)));
    return eachLine([first + 1, last - 1]).flatMap((line): readonly Problem[] => {
      const text = page.lines[line - 1] ?? '';
      return lines.has(line) || !SENTENCE.test(text) || (page.lines[line - 2] ?? '').trim() !== ''
        ? []
        : [
            {
              message: `"${text.trim().slice(0, 40)}…" is text, and the shell takes it for a command`,
              place: { line, column: text.search(/\S/) + 1 },
              hint: 'put it after #, or below the block',
            },
          ];
    });
  });
};

/** `menuentry "Shop" --id shop {`: a file that is configured so, and no function. */
const OPENS_SETTINGS = /^[a-z]\w*\s[^\n;|&()]*\s\{[ \t]*(?:\n|$)/;

const SHELL = /^(?:bash|sh|shell)$/;
const PROMPT = /^\s*(?:\S*[$#%>]|>>>)\s/;

/** An order to a person: "Make sure that there is enough disk." */
const SENTENCE =
  /^\s*(?:Add|Check|Confirm|Do not|Don't|Ensure|If|In case|Make sure|Note|Now|Once|Remember|Repeat|Replace|See|The|Then|This|Use|Verify|Wait|When|You)\s(?:[\p{L}\p{N}'’,/()-]+\s+){4}[^;|&$]*[.:!]\s*$/u;
