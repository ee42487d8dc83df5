import { asWayOf, choiceAt } from '../command/command.ts';
import { commandsIn, withEach } from '../commands-of.ts';
import { INDENTED_TAB, SET_CLOSES, SET_OPENS, TAB_CLOSES, TAB_NAMES, TAB_OPENS } from '../knowledge/tabs.ts';
import type { Step } from '../model.ts';

/** One of several tabs that stand in one place. */
interface Tab {
  readonly name: string;
  readonly set: TabSet;
}

/** The line that it begins in, the tab that it stands in, and the tabs in which something is typed, numbered. */
interface TabSet {
  readonly first: number;
  readonly within: Tab | undefined;
  readonly typed: Map<Tab, number>;
}

/** Marks what stands in tabs as ways of one choice, where something is typed in more than one of them. */
export const withTabs = <Key>(
  steps: ReadonlyMap<Key, readonly Step[]>,
  lines: readonly string[],
): ReadonlyMap<Key, readonly Step[]> => {
  const tabs = tabsIn(lines);
  if (tabs.length === 0) return steps;
  const tabOf = ({ lines: [first] }: Pick<Step, 'lines'>): Tab | undefined => tabs[first - 1];
  for (const command of commandsIn([...steps.values()].flat())) {
    const tab = tabOf(command);
    if (tab !== undefined && !tab.set.typed.has(tab)) tab.set.typed.set(tab, tab.set.typed.size + 1);
  }
  return new Map(
    [...steps].map(([key, own]) => [
      key,
      own.map((step) =>
        withEach(step, (command) => {
          const tab = command.alternative === undefined ? tabOf(command) : undefined;
          if (tab === undefined || tab.set.typed.size < 2) return command;
          const { set, name } = tab;
          return asWayOf(command, { choice: choiceAt(set.first), option: set.typed.get(tab) ?? 1, name });
        }),
      ),
    ]),
  );
};

/** The tab that each line stands in; empty where there is none. */
const tabsIn = (lines: readonly string[]): readonly (Tab | undefined)[] => {
  const marked = lines.some((line) => TAB_OPENS.test(line));
  const indented = lines.some((line) => INDENTED_TAB.test(line));
  if (!marked && !indented) return [];
  const [byMarks, byIndent] = [marked ? markedTabs(lines) : [], indented ? indentedTabs(lines) : []];
  return lines.map((_, index) => byMarks[index] ?? byIndent[index]);
};

const markedTabs = (lines: readonly string[]): readonly (Tab | undefined)[] => {
  const open: (TabSet | Tab)[] = [];
  const current = (): Tab | undefined => {
    const top = open.at(-1);
    return isTab(top) ? top : top?.within;
  };
  return lines.map((line, index) => {
    const within = current();
    if (SET_OPENS.test(line)) open.push({ first: index + 1, within, typed: new Map() });
    else if (SET_CLOSES.test(line)) {
      while (open.length > 0 && isTab(open.at(-1))) open.pop();
      open.pop();
    } else if (TAB_OPENS.test(line)) {
      if (isTab(open.at(-1))) open.pop();
      const set = open.at(-1);
      const name = TAB_NAMES.map((form) => form.exec(line)?.[1]).find((found) => found !== undefined);
      if (set !== undefined && !isTab(set)) open.push({ name: name ?? `tab ${index + 1}`, set });
    } else if (TAB_CLOSES.test(line) && isTab(open.at(-1))) open.pop();
    return current();
  });
};

const isTab = (each: TabSet | Tab | undefined): each is Tab => each !== undefined && 'set' in each;

/** Tabs side by side are one set; a line that is set no further in than they are ends it. */
const indentedTabs = (lines: readonly string[]): readonly (Tab | undefined)[] => {
  let tab: (Tab & { readonly indent: number }) | undefined;
  return lines.map((line, index) => {
    const [, before = '', name] = INDENTED_TAB.exec(line) ?? [];
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (name !== undefined && (tab === undefined || before.length <= tab.indent)) {
      const set =
        tab?.indent === before.length ? tab.set : { first: index + 1, within: undefined, typed: new Map() };
      tab = { name, set, indent: before.length };
    } else if (tab !== undefined && line.trim() !== '' && indent <= tab.indent) tab = undefined;
    return tab;
  });
};
