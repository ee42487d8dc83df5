import { EXAMPLES, SECRETS } from '../knowledge/secrets.ts';
import type { Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const secretInRunbook: Rule = {
  id: 'secret-in-runbook',
  severity: 'warning',
  summary: 'a password or a token stands in the file',
  check: (page) =>
    page.lines.flatMap((line, index) => {
      const found = SECRETS.map(({ form, what }) => ({ what, secret: form.exec(line)?.[1] })).find(
        ({ secret }) => secret !== undefined && !EXAMPLES.test(secret),
      );
      return found?.secret === undefined
        ? []
        : [
            {
              message: `${found.what} stands in the file, for all who can read it`,
              place: placeOfText(page, index + 1, found.secret),
              hint: 'take it from the environment: REDISCLI_AUTH, PGPASSFILE, "$TOKEN"; and change it',
            },
          ];
    }),
};
