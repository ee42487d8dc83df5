import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const implicitDatabase: Rule = {
  id: 'implicit-database',
  severity: 'info',
  summary: 'psql without a database takes the one that is called like the user',
  check: (page) =>
    page.commands.flatMap(({ command }) => {
      const text = oneLine(command);
      const user = /\bpsql\b.*?\s(?:-U\s*|--username[ =])([\w-]+)/.exec(text)?.[1];
      if (
        user === undefined ||
        user === 'postgres' ||
        /\s-\w*d|--dbname|:\/\/|PGDATABASE|\s-\w*l\b/.test(text)
      )
        return [];
      // After the user, a word of its own that is no option's value names the database.
      if (/\bpsql\s+(?:-[Uhp]\s*[^\s-]\S*\s+|-(?![Uhp])\w+\s+(?=-)|--\S+\s+)*(?!-)[\w$]/.test(text))
        return [];
      return [
        {
          message: `no database is named, so psql asks for one called "${user}"`,
          place: placeIn(page, command, new RegExp(String.raw`-U\s*${user}|--username[ =]${user}`)),
          hint: 'add -d DATABASE',
        },
      ];
    }),
};
