import { setImmediate } from 'node:timers/promises';
import { defineToxic } from '../toxic.ts';

/** Cuts data into packets of `average_size` ± `size_variation` bytes, each followed by a pause of `delay` µs. */
export const slicer = defineToxic({
  type: 'slicer',
  attributes: ['average_size', 'size_variation', 'delay'],
  async pipe({ average_size, size_variation, delay }, stage) {
    let owed = 0;
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read()) {
      let rest = chunk.data;
      for (const size of sliceSizes(rest.length, Math.max(1, average_size), size_variation)) {
        await stage.pass({ data: rest.subarray(0, size), at: chunk.at });
        rest = rest.subarray(size);
        if (stage.interrupted) break;
        // Timers count in milliseconds: shorter pauses are taken together.
        owed += delay / 1000;
        const start = performance.now();
        await (owed < 1 ? setImmediate() : stage.sleep(owed));
        owed = Math.max(0, owed - (performance.now() - start));
      }
      if (rest.length > 0) await stage.pass({ data: rest, at: chunk.at });
    }
  },
});

/** Halves the data until the parts are small enough, so that no odd part is left at the end. */
const sliceSizes = (length: number, average: number, variation: number): readonly number[] => {
  if (length - average <= variation) return [length];
  const shift = variation > 0 ? Math.floor(Math.random() * 2 * variation) - variation : 0;
  const middle = Math.min(length - 1, Math.max(1, Math.floor(length / 2) + shift));
  return [...sliceSizes(middle, average, variation), ...sliceSizes(length - middle, average, variation)];
};
