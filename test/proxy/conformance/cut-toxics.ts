import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { EARLY, LONG } from './limits.ts';
import { outcome, receive, timed } from '../../support/sockets.ts';
import type { Rig } from './rig.ts';

/** Toxics that cut data up or off, and several at once. */
export const cutConformance = (rig: Rig): void => {
  describe('slicer', () => {
    test('cuts data into small packets with pauses between them', async () => {
      const attributes = { average_size: 1000, size_variation: 100, delay: 10_000 };
      const { near, far } = await rig.connection({ type: 'slicer', stream: 'upstream', attributes });
      const sent = randomBytes(16_000);
      const sizes: number[] = [];
      far.on('data', (data) => sizes.push(data.length));
      const ms = await timed(async () => {
        near.write(sent);
        expect((await receive(far, sent.length)).equals(sent)).toBe(true);
      });
      expect(sizes.length).toBeGreaterThan(7);
      expect(ms).toBeGreaterThan(100);
    });

    test('nothing is lost when it is removed half-way', async () => {
      const attributes = { average_size: 100, size_variation: 0, delay: 5000 };
      const { near, far } = await rig.connection({
        name: 't',
        type: 'slicer',
        stream: 'upstream',
        attributes,
      });
      const sent = randomBytes(200_000);
      near.write(sent);
      const first = await receive(far, 300);
      await rig.request('DELETE', '/proxies/link/toxics/t');
      const rest = await receive(far, sent.length - 300);
      expect(Buffer.concat([first, rest]).equals(sent)).toBe(true);
    });
  });

  describe('limit_data', () => {
    test.each(['upstream', 'downstream'])('ends the connection after so many bytes %s', async (stream) => {
      const { near, far } = await rig.connection({ type: 'limit_data', stream, attributes: { bytes: 100 } });
      const [from, to] = stream === 'upstream' ? [near, far] : [far, near];
      const sent = randomBytes(150);
      from.write(sent.subarray(0, 60));
      const end = outcome(to);
      await once(to, 'data');
      from.write(sent.subarray(60));
      const { how, data } = await end;
      expect([how, data.equals(sent.subarray(0, 100))]).toEqual(['end', true]);
    });

    test('an update keeps count of what has passed', async () => {
      const { near, far } = await rig.connection({
        name: 't',
        type: 'limit_data',
        stream: 'upstream',
        attributes: { bytes: 100 },
      });
      near.write(Buffer.alloc(50));
      await receive(far, 50);
      await rig.post('/proxies/link/toxics/t', { attributes: { bytes: 80 } });
      near.write(Buffer.alloc(50));
      expect((await outcome(far)).data.length).toBe(30);
    });
  });

  describe('several toxics, or the luck of the dice', () => {
    test('toxicity 0 spares all connections', async () => {
      const { near, far } = await rig.connection({ type: 'timeout', stream: 'upstream', toxicity: 0 });
      near.write('spared');
      expect(String(await receive(far, 6))).toBe('spared');
    });

    test('toxicity 0.5 hits some and spares some', async () => {
      const proxy = await rig.createProxy(rig.echoing.address);
      await rig.post('/proxies/link/toxics', { type: 'limit_data', toxicity: 0.5, attributes: { bytes: 1 } });
      const ends = await Promise.all(
        Array.from({ length: 40 }, async () => {
          const near = await rig.client(proxy);
          near.write('ab');
          return receive(near, 2).then(
            () => 'spared',
            () => 'hit',
          );
        }),
      );
      expect(new Set(ends)).toEqual(new Set(['hit', 'spared']));
    });

    test('work one after the other, and either can be taken out', async () => {
      const { near, far } = await rig.connection(
        { name: 'a', type: 'latency', stream: 'upstream', attributes: { latency: LONG } },
        { name: 'b', type: 'latency', stream: 'upstream', attributes: { latency: LONG } },
        { name: 'c', type: 'slicer', stream: 'upstream', attributes: { average_size: 10, delay: 1 } },
      );
      const pass = (): Promise<number> =>
        timed(async () => {
          near.write('x'.repeat(100));
          await receive(far, 100);
        });
      expect(await pass()).toBeGreaterThan(2 * (LONG - EARLY));
      await rig.request('DELETE', '/proxies/link/toxics/b');
      const ms = await pass();
      expect(ms).toBeGreaterThan(LONG - EARLY);
      expect(ms).toBeLessThan(2 * (LONG - EARLY));
      await rig.api().reset();
      expect(await pass()).toBeLessThan(LONG - EARLY);
    });
  });
};
