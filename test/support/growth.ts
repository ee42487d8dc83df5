/**
 * How much longer eight times the text takes: 8 where time is linear, 64 where it is quadratic. The best of several attempts,
 * since the machine is shared.
 */
export const growth = (
  work: (text: string) => void,
  piece: string,
  count: number,
  before = '',
  after = '',
): number => {
  const best = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        work(before + text + after);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      }),
    );
  best(repeated(piece, count));
  return best(repeated(piece, count * 8)) / Math.max(2, best(repeated(piece, count)));
};

/** With a number of its own in each, where it has a place for one. */
const repeated = (piece: string, count: number): string =>
  Array.from({ length: count }, (_, at) => piece.replaceAll('§', String(at))).join('');
