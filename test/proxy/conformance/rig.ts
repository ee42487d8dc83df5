import type { Socket } from 'node:net';
import { Toxiproxy } from 'toxiproxy-node-client';
import type { Proxy } from 'toxiproxy-node-client';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { dial, echo, listen, roundTrip } from '../../support/sockets.ts';
import type { TcpServer } from '../../support/sockets.ts';

export interface ServerUnderTest extends AsyncDisposable {
  readonly url: string;
}

/** A proxy server, two servers to put it before, and what a test does with them. Cleans up after each test. */
export class Rig {
  server!: ServerUnderTest;
  echoing!: TcpServer;
  /** Says nothing by itself; tests take its side of a connection. */
  silent!: TcpServer;
  readonly sockets: Socket[] = [];

  constructor(start: () => Promise<ServerUnderTest>) {
    beforeAll(async () => {
      [this.server, this.echoing, this.silent] = await Promise.all([start(), listen(echo), listen()]);
    });
    afterEach(async () => {
      for (const socket of this.sockets.splice(0)) socket.destroy();
      for (const proxy of Object.values(await this.api().getAll())) await proxy.remove();
    });
    afterAll(async () => {
      for (const started of [this.server, this.echoing, this.silent]) await started[Symbol.asyncDispose]();
    });
  }

  api(): Toxiproxy {
    return new Toxiproxy(this.server.url);
  }

  createProxy(upstream: string, name = 'link'): Promise<Proxy> {
    return this.api().createProxy({ name, listen: '127.0.0.1:0', upstream });
  }

  async client(proxy: Proxy): Promise<Socket> {
    const socket = await dial(proxy.listen);
    this.sockets.push(socket);
    return socket;
  }

  /** Both ends of one connection through a new proxy named `link`. */
  async connection(...toxics: readonly object[]): Promise<{ near: Socket; far: Socket; proxy: Proxy }> {
    const proxy = await this.createProxy(this.silent.address);
    for (const toxic of toxics) await this.post(`/proxies/link/toxics`, toxic);
    const near = await this.client(proxy);
    const far = await this.silent.accept();
    this.sockets.push(far);
    return { near, far, proxy };
  }

  /** Enough time for a message to get through a proxy, by letting one through. */
  async roundTripElsewhere(): Promise<void> {
    await roundTrip(await this.client(await this.createProxy(this.echoing.address, 'other')));
  }

  request(method: string, path: string, body?: string, headers = {}): Promise<Response> {
    return fetch(this.server.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** @throws Error for an answer that is no success */
  async post(path: string, body: unknown, method = 'POST'): Promise<unknown> {
    const response = await this.request(method, path, JSON.stringify(body));
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return JSON.parse(text);
  }
}
