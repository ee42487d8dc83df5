import { expect, test } from 'vitest';
import { configJsonSchema } from './config-schema.ts';

test('schema/config.json is the one that is published (after a change: vitest -u)', async () => {
  await expect(`${JSON.stringify(configJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
    '../../../schema/config.json',
  );
});
