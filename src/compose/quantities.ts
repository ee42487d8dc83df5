import { parse } from 'unbash';

const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  kb: 2 ** 10,
  m: 2 ** 20,
  mb: 2 ** 20,
  g: 2 ** 30,
  gb: 2 ** 30,
  t: 2 ** 40,
  tb: 2 ** 40,
};

/** `512m`, `1gb`, `1024` into bytes, as Docker counts them (powers of two). */
export const parseBytes = (text: string): number | undefined => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim().toLowerCase()) ?? [];
  const factor = BYTES[unit.replace(/ib$/, 'b')];
  return amount === undefined || factor === undefined ? undefined : Math.floor(Number(amount) * factor);
};

const MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Compose's durations, `1m30s`, `250ms`, `100us`, in ms. */
export const parseComposeDuration = (text: string): number | undefined => {
  if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text)) return text === '0' ? 0 : undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g)].reduce(
    (total, [, amount, unit = '']) => total + Number(amount) * (MS[unit] ?? 0),
    0,
  );
};

/**
 * The words of a command line: quotes removed, nothing expanded, as Compose takes it apart. `undefined` for what only a
 * shell could run: a pipe, a redirection, two commands.
 */
export const shellWords = (line: string): readonly string[] | undefined => {
  const text = line.trim().replaceAll(/\s*\n\s*/g, ' ');
  const script = parse(text);
  const [statement, ...more] = script.commands;
  if (statement === undefined) return [];
  const { command } = statement;
  if (more.length > 0 || statement.background || command.type !== 'Command' || command.redirects.length > 0)
    return undefined;
  return [
    ...command.prefix.map(({ pos, end }) => text.slice(pos, end)),
    ...(command.name === undefined ? [] : [command.name.value]),
    ...command.args.map((word) => (word.type === 'Word' ? word.value : word.text)),
  ];
};
