import type { Encoding } from '../model.ts';

type Misread = NonNullable<Encoding['mojibake']>;

/** For each charset that UTF-8 is misread as: character → byte. */
const BYTES: readonly { readonly charset: Misread; readonly byteOf: ReadonlyMap<string, number> }[] = (
  [
    ['windows-1252', 'windows-1252'],
    ['mac-roman', 'macintosh'],
  ] as const
).map(([charset, label]) => {
  const decoder = new TextDecoder(label);
  const bytes = Array.from({ length: 128 }, (_, index) => index + 128);
  return { charset, byteOf: new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte])) };
});

/** Runs of characters beyond ASCII: the only places where UTF-8 can have been misread. */
const RUNS = /[^\u0000-\u007f]{2,}/g; // oxlint-disable-line no-control-regex

export interface Repaired {
  readonly text: string;
  /** What the text had been misread as; absent where it was well. */
  readonly charset?: Misread;
}

/** Takes back UTF-8 that was read as another charset and saved again (`â€”` for `—`). What is no such run stays as it is. */
export const repairMojibake = (text: string): Repaired => {
  if (text.search(RUNS) < 0) return { text };
  const attempts = BYTES.map(({ charset, byteOf }) => ({ charset, ...repairAs(text, byteOf) }));
  const best = attempts.sort((a, b) => b.repaired - a.repaired)[0];
  return best === undefined || best.repaired === 0 ? { text } : { text: best.text, charset: best.charset };
};

const repairAs = (text: string, byteOf: ReadonlyMap<string, number>): { text: string; repaired: number } => {
  let repaired = 0;
  const result = text.replaceAll(RUNS, (run) => {
    const whole = decodeRun(run, byteOf);
    if (whole !== undefined) repaired += 1;
    return whole ?? run;
  });
  return { text: result, repaired };
};

const decodeRun = (run: string, byteOf: ReadonlyMap<string, number>): string | undefined => {
  const bytes = [...run].map((character) => byteOf.get(character));
  if (bytes.includes(undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
};
