import { expect, test } from 'vitest';

/**
 * Why tests cannot run here, when something that they need is `missing`: they are skipped for that reason, or fail with
 * it where nothing may be skipped (`DRILLBOOK_REQUIRE=all`).
 * @returns whether they can run
 */
export const canRun = (what: string, missing: string | undefined): boolean => {
  if (missing === undefined) return true;
  const required = process.env['DRILLBOOK_REQUIRE'] === 'all';
  test(`${what} can be run`, (context) => {
    expect(required, `${missing}, and DRILLBOOK_REQUIRE=all forbids to skip`).toBe(false);
    context.skip(missing);
  });
  return false;
};
