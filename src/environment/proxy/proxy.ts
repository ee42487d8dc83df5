import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { boundAddress, parseAddress, resolveAddress } from './address.ts';
import { Connection } from './connection.ts';
import { Toxics } from './toxics.ts';

export interface ProxySettings {
  readonly listen: string;
  readonly upstream: string;
  readonly enabled: boolean;
}

/** Listens, opens a connection to the upstream for each client, and lets its toxics at the data between them. */
export class Proxy {
  readonly name: string;
  /** As asked for; the bound address once it was started. */
  listen: string;
  upstream: string;
  readonly toxics: Toxics;
  readonly #connections = new Set<Connection>();
  /** Clients whose upstream does not answer yet, and these upstreams. */
  readonly #pending = new Set<Socket>();
  #server: Server | undefined;

  constructor(name: string, listen: string, upstream: string) {
    this.name = name;
    this.listen = listen;
    this.upstream = upstream;
    this.toxics = new Toxics(this.#connections);
  }

  get enabled(): boolean {
    return this.#server !== undefined;
  }

  /** Does nothing when it is started. @throws Error when it cannot listen */
  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    // Go listens on IPv6 and IPv4 alike for 0.0.0.0, which is what Node does without a host.
    const { host, port } = parseAddress(this.listen || ':0');
    const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (client) =>
      this.#serve(client),
    );
    this.#server = server;
    try {
      server.listen(port, host === '0.0.0.0' || host === '' ? undefined : host);
      await once(server, 'listening');
    } catch (error) {
      this.#server = undefined;
      const { code, message } = error as NodeJS.ErrnoException;
      const why = code === 'EADDRINUSE' ? 'bind: address already in use' : message;
      throw new Error(`listen tcp ${await resolveAddress(this.listen).catch(() => this.listen)}: ${why}`, {
        cause: error,
      });
    }
    this.listen = boundAddress(server.address() as AddressInfo);
  }

  /** Stops listening and cuts all connections. Does nothing when it is stopped. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    for (const socket of this.#pending) socket.destroy();
    for (const connection of this.#connections) connection.close();
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  async differs({ listen, upstream }: Omit<ProxySettings, 'enabled'>): Promise<boolean> {
    return this.listen !== (await resolveAddress(listen)) || this.upstream !== upstream;
  }

  async update(settings: ProxySettings): Promise<void> {
    if (await this.differs(settings)) {
      await this.stop();
      this.listen = settings.listen;
      this.upstream = settings.upstream;
    }
    await (settings.enabled ? this.start() : this.stop());
  }

  toJSON(): object {
    const { name, listen, upstream, enabled, toxics } = this;
    return { name, listen, upstream, enabled, toxics };
  }

  #serve(client: Socket): void {
    const server = connect({ ...parseAddress(this.upstream), allowHalfOpen: true, noDelay: true });
    const pending = [client, server];
    for (const socket of pending) this.#pending.add(socket);
    const settle = (): void => pending.forEach((socket) => this.#pending.delete(socket));
    const abandon = (): void => {
      settle();
      for (const socket of pending) socket.destroy();
    };
    for (const socket of pending) socket.once('error', abandon).once('close', abandon);
    server.once('connect', () => {
      settle();
      for (const socket of pending) socket.off('close', abandon).off('error', abandon);
      const connection = new Connection(client, server, this.toxics.list(), () =>
        this.#connections.delete(connection),
      );
      this.#connections.add(connection);
      client.resume();
    });
  }
}
