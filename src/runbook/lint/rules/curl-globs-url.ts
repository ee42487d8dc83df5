import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const curlGlobsUrl: Rule = {
  id: 'curl-globs-url',
  severity: 'error',
  summary: 'curl takes brackets in a URL for a range, and refuses it',
  check: (page) =>
    page.commands.flatMap(({ command }) => {
      const text = oneLine(command);
      // A range that curl knows ([1-9], [a-z]) may be meant; any other is "bad range in URL".
      const url =
        /\bcurl\b[^|;]*?(['"]?)(https?:\/\/[^'"\s]*(?:[^'\s]*)?\[(?!\d+-\d+|[a-z]-[a-z]|[0-9a-f]*:)[^\]]*\])/i.exec(
          text,
        )?.[2];
      if (
        url === undefined ||
        /\s-\w*g|--globoff/.test(text) ||
        command.placeholders.some(({ text: own }) => url.includes(own))
      )
        return [];
      return [
        {
          message: `curl exits 3, "bad range in URL", for ${url.slice(url.indexOf('['))}`,
          place: placeIn(page, command, url.slice(url.lastIndexOf('['))),
          hint: "add -g, or send it as a parameter: --data-urlencode 'query=…' -G",
        },
      ];
    }),
};
