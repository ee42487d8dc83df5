import { Socket } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { SocketQueue } from './socket-queue.ts';

let sent: number[] = [];
let queue = new SocketQueue(() => {});

beforeEach(() => {
  sent = [];
  queue = new SocketQueue((id) => sent.push(id));
});

const pass = (id: number) => {
  const abort = new AbortController();
  const socket = new Socket();
  const passed = queue.pass(id, socket, abort.signal);
  return { abort, socket, passed };
};

test('passes the next socket when the one before has arrived', async () => {
  const first = pass(1);
  const second = pass(2);
  expect(sent).toEqual([1]);
  queue.taken(1);
  await first.passed;
  expect(sent).toEqual([1, 2]);
  queue.taken(2);
  await second.passed;
});

test('withdraws sockets that nobody waits for any more', async () => {
  pass(1);
  const late = [pass(2), pass(3)];
  const wanted = pass(4);
  for (const { abort } of late) abort.abort();
  await Promise.all(late.map(({ passed }) => passed));
  expect(late.map(({ socket }) => socket.destroyed)).toEqual([true, true]);
  queue.taken(1);
  expect(sent).toEqual([1, 4]);
  expect(wanted.socket.destroyed).toBe(false);
});

test('goes on when the one under way is given up', () => {
  const lost = pass(1);
  pass(2);
  lost.abort.abort();
  expect(sent).toEqual([1, 2]);
  // It is Drillbook's to close: it may have arrived.
  expect(lost.socket.destroyed).toBe(false);
  queue.taken(1);
  expect(sent).toEqual([1, 2]);
});

test('does not pass a socket that was given up before', async () => {
  const socket = new Socket();
  await queue.pass(1, socket, AbortSignal.abort());
  expect(sent).toEqual([]);
  expect(socket.destroyed).toBe(true);
});
