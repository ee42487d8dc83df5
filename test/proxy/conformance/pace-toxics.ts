import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EARLY, LATE, LONG, NEVER } from './limits.ts';
import { outcome, receive, roundTrip, timed } from '../../support/sockets.ts';
import type { Rig } from './rig.ts';

/** Toxics that slow data down. */
export const paceConformance = (rig: Rig): void => {
  describe('latency', () => {
    test.each(['upstream', 'downstream'])(
      'delays %s, on connections that are open and on new ones',
      async (stream) => {
        const proxy = await rig.createProxy(rig.echoing.address);
        const open = await rig.client(proxy);
        await roundTrip(open);
        await rig.post('/proxies/link/toxics', {
          name: 't',
          type: 'latency',
          stream,
          attributes: { latency: 200 },
        });
        for (const near of [open, await rig.client(proxy)]) {
          const ms = await timed(() => roundTrip(near));
          expect(ms).toBeGreaterThan(200 - EARLY);
          expect(ms).toBeLessThan(200 + LATE);
        }
        await rig.post('/proxies/link/toxics/t', { attributes: { latency: LONG } });
        expect(await timed(() => roundTrip(open))).toBeGreaterThan(LONG - EARLY);
        await rig.request('DELETE', '/proxies/link/toxics/t');
        expect(await timed(() => roundTrip(open))).toBeLessThan(LONG - EARLY);
      },
    );

    test('jitter spreads the delay, and the order stays', async () => {
      const proxy = await rig.createProxy(rig.echoing.address);
      await rig.post('/proxies/link/toxics', { type: 'latency', attributes: { latency: 60, jitter: 50 } });
      const near = await rig.client(proxy);
      const delays: number[] = [];
      for (let index = 0; index < 15; index += 1) delays.push(await timed(() => roundTrip(near)));
      expect(Math.min(...delays)).toBeGreaterThan(10 - EARLY);
      expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(5);
      await roundTrip(near, 'in order '.repeat(20_000));
    });

    test('delays without narrowing: all that is sent at once comes after one delay', async () => {
      const { near, far } = await rig.connection({
        type: 'latency',
        stream: 'upstream',
        attributes: { latency: 150 },
      });
      const ms = await timed(async () => {
        near.write(Buffer.alloc(4 << 20));
        await receive(far, 4 << 20);
      });
      expect(ms).toBeGreaterThan(150 - EARLY);
      expect(ms).toBeLessThan(150 + LATE);
    });

    test('data that waits is let go, in order, when it is removed or shortened', async () => {
      const slow = { name: 't', type: 'latency', stream: 'upstream', attributes: { latency: NEVER } };
      const { near, far } = await rig.connection(slow);
      near.write('one ');
      await rig.post('/proxies/link/toxics/t', { attributes: { latency: 1 } });
      expect(String(await receive(far, 4))).toBe('one ');
      await rig.post('/proxies/link/toxics/t', { attributes: { latency: NEVER } });
      near.write('two ');
      near.write('three');
      await rig.request('DELETE', '/proxies/link/toxics/t');
      near.end(' four');
      expect(String((await outcome(far)).data)).toBe('two three four');
    });
  });

  describe('bandwidth', () => {
    test.each(['upstream', 'downstream'])('lets so many KB through %s in a second', async (stream) => {
      const { near, far } = await rig.connection({ type: 'bandwidth', stream, attributes: { rate: 1000 } });
      const [from, to] = stream === 'upstream' ? [near, far] : [far, near];
      const sent = randomBytes(600_000);
      const ms = await timed(async () => {
        from.write(sent);
        expect((await receive(to, sent.length)).equals(sent)).toBe(true);
      });
      expect(ms).toBeGreaterThan(500);
      expect(ms).toBeLessThan(600 + LATE);
    });

    test('nothing passes at 0, and nothing is lost', async () => {
      const { near, far } = await rig.connection({ name: 't', type: 'bandwidth', stream: 'upstream' });
      near.write('held back');
      const arrived = receive(far, 9);
      expect(await Promise.race([arrived, timed(() => rig.roundTripElsewhere())])).toBeTypeOf('number');
      await rig.request('DELETE', '/proxies/link/toxics/t');
      expect(String(await arrived)).toBe('held back');
    });
  });
};
