import { REFUSED_BY_REDIS } from '../knowledge/redis.ts';
import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const invalidRedis: Rule = {
  id: 'invalid-redis',
  severity: 'error',
  summary: 'a command that Redis refuses as it is written',
  check: (page) =>
    page.commands
      .filter(({ command }) => command.client === 'redis-cli' || /\bredis-cli\b/.test(command.text))
      .flatMap(({ command }) =>
        REFUSED_BY_REDIS.filter(({ form }) => form.test(oneLine(command).replace(/\S*redis-cli\s/, ''))).map(
          ({ form, why, instead }) => ({
            message: why,
            place: placeIn(page, command, form),
            hint: `use instead: ${instead}`,
          }),
        ),
      ),
};
