import { parse } from 'unbash';
import { parseDuration } from '../core/duration.ts';

const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  k: 2 ** 10,
  kb: 2 ** 10,
  m: 2 ** 20,
  mb: 2 ** 20,
  g: 2 ** 30,
  gb: 2 ** 30,
};

/** `512m`, `1gb`, `1024` into bytes, as Docker counts them (powers of two). */
export const parseBytes = (text: string | number): number | undefined => {
  const [, amount, unit = 'b'] =
    /^(\d+(?:\.\d+)?)\s*([a-z]+)?$/.exec(String(text).trim().toLowerCase()) ?? [];
  const factor = BYTES[unit];
  return amount === undefined || factor === undefined ? undefined : Math.floor(Number(amount) * factor);
};

/** Compose's durations also know `us`; a bare number is none. */
export const parseComposeDuration = (text: unknown): number | undefined => {
  const microseconds = /^(\d+)us$/.exec(String(text))?.[1];
  return microseconds === undefined ? parseDuration(String(text)) : Number(microseconds) / 1000;
};

/** The words of a command line, as a shell would take them apart: quotes removed, nothing expanded. */
export const shellWords = (line: string): readonly string[] =>
  parse(line).commands.flatMap(({ command }) =>
    command.type === 'Command'
      ? [...command.prefix, ...(command.name === undefined ? [] : [command.name]), ...command.suffix].flatMap(
          (word) => (word.type === 'Word' ? [word.value] : 'text' in word ? [word.text] : []),
        )
      : [line.slice(command.pos, command.end)],
  );
