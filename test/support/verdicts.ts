/** Drill → its verdict, whichever backend runs it: of the reference systems, and one of each kind that must not pass. */
export const VERDICTS: Readonly<Record<string, 'pass' | 'fail' | 'inconclusive'>> = {
  'drills/faults/redis-full.yaml': 'pass',
  'drills/faults/schema-behind.yaml': 'pass',
  'drills/faults/table-locked.yaml': 'pass',
  'drills/faults/wrong-settings.yaml': 'pass',
  'drills/preskool/postgresql-down.yaml': 'pass',
  'drills/reference/pool-exhaustion.yaml': 'pass',
  'drills/reference/postgresql-down.yaml': 'pass',
  'drills/reference/redis-disconnect.yaml': 'pass',
  'test/fixtures/drills/controls/noop.yaml': 'inconclusive',
  'test/fixtures/drills/controls/restart-removed.yaml': 'fail',
};
