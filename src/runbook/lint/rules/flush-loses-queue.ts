import type { Page, Rule } from '../model.ts';
import { placeIn } from '../place.ts';

export const flushLosesQueue: Rule = {
  id: 'flush-loses-queue',
  severity: 'warning',
  summary: 'a flush of Redis also deletes jobs, sessions or flags that the same file keeps there',
  check: (page) => {
    const kept = keptInRedis(page);
    return page.commands
      .filter(({ command }) => /\bflush(?:db|all)\b/i.test(command.text))
      .flatMap(({ command }) =>
        kept === undefined
          ? []
          : [
              {
                message: `this also deletes ${kept.what} (${kept.key}, line ${kept.line})`,
                place: placeIn(page, command, /\bflush(?:db|all)\b/i),
                hint: 'delete the keys of the cache only: redis-cli --scan --pattern "cache:*" | xargs redis-cli UNLINK',
              },
            ],
      );
  },
};

/** Keys that are no cache. */
const KEPT: readonly { readonly form: RegExp; readonly what: string }[] = [
  { form: /\b(bull:[\w:-]+)/, what: 'the jobs of a queue' },
  { form: /\bllen\s+([\w:-]+)/i, what: 'the jobs of a queue' },
  { form: /["'\s](sess(?:ion)?:\S*?)["'\s]/, what: 'the sessions' },
  { form: /\bset\s+["']?(\w+:(?:blocked|maintenance|lock|flag)[\w:-]*)/i, what: 'flags' },
];

const keptInRedis = (page: Page): { what: string; key: string; line: number } | undefined =>
  KEPT.flatMap(({ form, what }) =>
    page.commands
      .filter(({ command }) => /redis/i.test(`${command.client} ${command.text}`))
      .flatMap(({ command }) => {
        const key = form.exec(command.text)?.[1];
        return key === undefined ? [] : [{ what, key, line: command.lines[0] }];
      }),
  )[0];
