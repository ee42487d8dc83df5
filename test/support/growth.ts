/**
 * How much longer eight times the text takes: 8 where time is linear, 64 where it is quadratic. The best of several attempts,
 * since the machine is shared; each with a text of its own, since what was read before is remembered.
 */
export const growth = (
  work: (text: string) => void,
  piece: string,
  count: number,
  before = '',
  after = '',
): number => {
  const best = (least: number): number =>
    Math.min(
      ...[0, 1, 2].map((more) => {
        const text = before + repeated(piece, least + more) + after;
        const start = process.cpuUsage();
        work(text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      }),
    );
  best(count);
  return best(count * 8) / Math.max(2, best(count + 3));
};

/** With a number of its own in each, where it has a place for one. */
const repeated = (piece: string, count: number): string =>
  Array.from({ length: count }, (_, at) => piece.replaceAll('§', String(at))).join('');
