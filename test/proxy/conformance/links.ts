import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listen, outcome, receive, tryToConnect } from '../../support/sockets.ts';
import type { Rig } from './rig.ts';

/** What goes in comes out, and ends are passed on. */
export const linkConformance = (rig: Rig): void => {
  describe('without toxics', () => {
    test('carries data unchanged in both directions', async () => {
      const near = await rig.client(await rig.createProxy(rig.echoing.address));
      const sent = randomBytes(8 << 20);
      near.write(sent);
      expect((await receive(near, sent.length)).equals(sent)).toBe(true);
    });

    test('keeps connections apart', async () => {
      const proxy = await rig.createProxy(rig.echoing.address);
      const nears = await Promise.all(Array.from({ length: 30 }, () => rig.client(proxy)));
      const texts = nears.map((_, index) => `number ${index};`.repeat(1000));
      const received = await Promise.all(
        nears.map(
          (near, index) => (near.write(texts[index] ?? ''), receive(near, texts[index]?.length ?? 0)),
        ),
      );
      expect(received.map(String)).toEqual(texts);
    });

    test('passes back pressure on: a reader that stops, stops the writer', async () => {
      const { near, far } = await rig.connection();
      const [part, parts] = [1 << 20, 128];
      for (let index = 0; index < parts; index += 1) near.write(Buffer.alloc(part, index));
      const taken = await settled(() => near.bytesWritten - near.writableLength);
      expect(taken).toBeLessThan((part * parts) / 2);
      const received = await receive(far, part * parts);
      for (let index = 0; index < parts; index += 1) expect(received[index * part]).toBe(index);
    });

    test.each(['client', 'server'])(
      'an end that the %s sends arrives after all data and closes both ways',
      async (side) => {
        const { near, far } = await rig.connection();
        const [sender, receiver] = side === 'client' ? [near, far] : [far, near];
        const sent = randomBytes(1 << 20);
        const senderClosed = outcome(sender);
        sender.end(sent);
        const { data, how } = await outcome(receiver);
        expect([how, data.equals(sent)]).toEqual(['end', true]);
        // The receiver has not ended its own direction: the proxy has.
        expect(await senderClosed).toMatchObject({ how: 'end', data: Buffer.alloc(0) });
      },
    );

    test.each(['client', 'server'])('a reset by the %s ends the other side', async (side) => {
      const { near, far } = await rig.connection();
      const [sender, receiver] = side === 'client' ? [near, far] : [far, near];
      const other = outcome(receiver);
      sender.resetAndDestroy();
      expect((await other).how).toBe('end');
    });

    test('a server that refuses ends the client', async () => {
      const gone = await listen();
      await gone[Symbol.asyncDispose]();
      const near = await rig.client(await rig.createProxy(gone.address));
      expect(await outcome(near)).toEqual({ how: 'end', data: Buffer.alloc(0) });
    });

    test('disabling cuts open connections and refuses new ones, enabling takes them again', async () => {
      const { near, far, proxy } = await rig.connection();
      const ends = Promise.all([outcome(near), outcome(far)]);
      await rig.post('/proxies/link', { enabled: false });
      expect((await ends).map(({ how }) => how)).toEqual(['end', 'end']);
      expect(await tryToConnect(proxy.listen)).toBe('ECONNREFUSED');
      await rig.post('/proxies/link', { enabled: true });
      expect(await tryToConnect(proxy.listen)).toBe('connected');
      rig.sockets.push(await rig.silent.accept());
    });

    test('deleting cuts open connections', async () => {
      const { near, far, proxy } = await rig.connection();
      const ends = Promise.all([outcome(near), outcome(far)]);
      await proxy.remove();
      expect((await ends).map(({ how }) => how)).toEqual(['end', 'end']);
    });
  });
};

/** The value once it has stopped changing. */
const settled = async (read: () => number): Promise<number> => {
  let before = read();
  for (let unchanged = 0; unchanged < 10;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    unchanged = read() === before && before > 0 ? unchanged + 1 : 0;
    before = read();
  }
  return before;
};
