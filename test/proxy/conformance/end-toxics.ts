import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { EARLY, LATE, LONG, NEVER } from './limits.ts';
import { measured, outcome, receive } from '../../support/sockets.ts';
import type { Rig } from './rig.ts';

/** Toxics that end connections. */
export const endConformance = (rig: Rig): void => {
  describe('slow_close', () => {
    test.each(['upstream', 'downstream'])('holds the end back %s, not the data', async (stream) => {
      const { near, far } = await rig.connection({ type: 'slow_close', stream, attributes: { delay: LONG } });
      const [from, to] = stream === 'upstream' ? [near, far] : [far, near];
      const start = performance.now();
      from.end('last words');
      await receive(to, 10);
      expect(performance.now() - start).toBeLessThan(LONG - EARLY);
      expect((await outcome(to)).how).toBe('end');
      expect(performance.now() - start).toBeGreaterThan(LONG - EARLY);
    });

    test('the end comes at once when it is removed', async () => {
      const { near, far } = await rig.connection({
        name: 't',
        type: 'slow_close',
        stream: 'upstream',
        attributes: { delay: NEVER },
      });
      near.end('x');
      await receive(far, 1);
      await rig.request('DELETE', '/proxies/link/toxics/t');
      expect((await outcome(far)).how).toBe('end');
    });
  });

  describe('timeout', () => {
    test('swallows data and ends the connection after a time of silence', async () => {
      const { near, far } = await rig.connection({
        type: 'timeout',
        stream: 'upstream',
        attributes: { timeout: 200 },
      });
      const [ms, [nearEnd, farEnd]] = await measured(() => {
        near.write('lost');
        return Promise.all([outcome(near), outcome(far)]);
      });
      expect([nearEnd.how, farEnd.how, farEnd.data.length]).toEqual(['end', 'end', 0]);
      expect(ms).toBeGreaterThan(200 - EARLY);
      expect(ms).toBeLessThan(200 + LATE);
    });

    test('0 never ends it; removal does', async () => {
      const { near, far } = await rig.connection({ name: 't', type: 'timeout', stream: 'downstream' });
      const ends = Promise.all([outcome(near), outcome(far)]);
      far.write('lost');
      near.write('the other way is free');
      await once(far, 'data');
      await rig.request('DELETE', '/proxies/link/toxics/t');
      const [nearEnd] = await ends;
      expect([nearEnd.how, nearEnd.data.length]).toEqual(['end', 0]);
    });

    test('the end of the source ends it', async () => {
      const { near, far } = await rig.connection({ type: 'timeout', stream: 'upstream' });
      near.end('lost');
      expect(await outcome(far)).toEqual({ how: 'end', data: Buffer.alloc(0) });
    });
  });

  describe('reset_peer', () => {
    test.each(['upstream', 'downstream'])(
      'resets both sides of a new connection after the first data %s',
      async (stream) => {
        const { near, far } = await rig.connection({
          type: 'reset_peer',
          stream,
          attributes: { timeout: 150 },
        });
        const from = stream === 'upstream' ? near : far;
        const [ms, ends] = await measured(() => {
          from.write('lost');
          return Promise.all([outcome(near), outcome(far)]);
        });
        expect(ends.map(({ how, data }) => [how, data.length])).toEqual([
          ['reset', 0],
          ['reset', 0],
        ]);
        expect(ms).toBeGreaterThan(150 - EARLY);
        expect(ms).toBeLessThan(150 + LATE);
      },
    );

    test('a connection that was open before ends without a reset', async () => {
      const { near, far } = await rig.connection();
      // Both ends may be connected before the proxy has begun to pass anything on.
      near.write('open');
      expect(String(await receive(far, 4))).toBe('open');
      await rig.post('/proxies/link/toxics', { type: 'reset_peer', stream: 'upstream' });
      near.write('lost');
      const ends = await Promise.all([outcome(near), outcome(far)]);
      expect(ends.map(({ how, data }) => [how, data.length])).toEqual([
        ['end', 0],
        ['end', 0],
      ]);
    });

    test('removed before any data, it leaves the connection whole', async () => {
      const { near, far } = await rig.connection({ name: 't', type: 'reset_peer', stream: 'upstream' });
      await rig.request('DELETE', '/proxies/link/toxics/t');
      near.write('whole');
      expect(String(await receive(far, 5))).toBe('whole');
    });
  });
};
