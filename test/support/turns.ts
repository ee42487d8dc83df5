/** In how many days each has had its turn. */
const DAYS = 14;

/** Drills that take long together: some each day, and all with DRILLBOOK_DRILLS=all. */
export const inTurn = <T>(all: readonly T[], today = new Date()): readonly T[] => {
  const day = Math.floor(today.getTime() / 86_400_000);
  return process.env['DRILLBOOK_DRILLS'] === 'all'
    ? all
    : all.filter((_, index) => index % DAYS === day % DAYS);
};
