import { z } from 'zod';
import { defineFault } from './model.ts';

/** Breaks nothing: a control for Drillbook itself. A drill with it must come out inconclusive. */
export const noop = defineFault({
  kind: 'noop',
  schema: z
    .strictObject({ noop: z.strictObject({}) })
    .describe('Breaks nothing: such a drill must come out inconclusive.'),
  describe: () => 'nothing',
  targets: () => [],
  needs: () => [],
  open: () => ({
    inject: () => Promise.resolve(),
    evidence: () => Promise.resolve({ seen: false, what: 'a no-op breaks nothing' }),
    heal: () => Promise.resolve(),
  }),
});
