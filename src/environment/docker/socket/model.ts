/**
 * The scoped socket: what `docker` typed by a runbook talks to instead of the engine. A filter in front of the engine's API that
 * knows one drill and nothing else.
 *
 *     operator ── docker ──> scoped socket ──> engine
 *                            allow-list        whole machine
 *                            names ⇄ real names
 *
 * Everything is named in the engine by {@link realName}, since two drills of the same Compose file run side by side; the runbook
 * sees and types the names without the drill's prefix. What it may see and touch carries the label {@link SCOPE_LABEL}; helpers of
 * the drill's own (operator, proxy, reaper) carry only {@link RUN_LABEL}, and do not exist for it.
 */
export interface Scope {
  /** The drill's id: letters and digits, unlikely to occur elsewhere, since its prefix is taken out of the engine's answers. */
  readonly run: string;
  /** The name, as the runbook would type it, of the network that `docker run` puts a container on: `reference_default`. */
  readonly network: string;
  /**
   * The images that the runbook may see and start, as it names them, and what each is called in the engine: `postgres:17` →
   * `postgres:17`, `reference-app` → `drillbook-reference-app:1f3a`. They are shared with the machine, so they are never removed.
   */
  readonly images: ReadonlyMap<string, string>;
  /**
   * What of the machine's files may be bound into a container: what the Compose file itself binds. The key is the path as the
   * runbook (or its Compose file) names it.
   */
  readonly binds?: ReadonlyMap<string, Bind>;
  /**
   * By their real names, the volumes that a container of Drillbook's own holds, so that their data last, and where it has them: who removes one
   * gets it emptied.
   */
  readonly held?: ReadonlyMap<string, { readonly container: string; readonly path: string }>;
  /** Further labels for what is made through the socket, on top of the two that put it into the drill. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * By a network's real name and a Compose service, names that lead the service's containers (and no others) elsewhere in that network, as
   * `CONTAINER:NAME` with the container's real name or id: what a container gets that `docker compose` creates anew, so that its
   * `postgres` is still the proxy.
   */
  readonly links?: (network: string, service: string) => readonly string[];
  /**
   * The version of the API (44 is 1.44) that clients are told at least. A client ends when it is to send what the engine does not know, also
   * what the engine would only pass over, as `start_interval` of a health check.
   */
  readonly atLeastVersion?: number;
}

/** A file or folder of the machine that containers of the drill may have. */
export interface Bind {
  /** Where the engine finds it. */
  readonly path: string;
  readonly readOnly: boolean;
  /**
   * Where a running container of Drillbook's own has it: before each use the engine is asked whether a symbolic link was put there
   * meanwhile, which the engine would follow into the machine.
   */
  readonly seen: { readonly container: string; readonly path: string };
}

/** Where the engine listens. */
export type EngineAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** How a scoped socket is started. */
export interface SocketOptions {
  readonly engine: EngineAddress;
  /** Where to listen: a path in a folder that only the drill's operator (and the user) can reach. */
  readonly listen: string;
  readonly scope: Scope;
  /** Called for each request that was not passed on, or that named something outside of the drill. */
  readonly onRefused?: (refusal: Refusal) => void;
}

/** A request that the scoped socket did not pass on. */
export interface Refusal {
  /** As it was asked: `POST /v1.41/containers/create?name=x`. */
  readonly request: string;
  /** 403: not allowed in a drill. 404: not in the drill, or nowhere. 400: not understood. 409: in the drill, but shared with the machine. */
  readonly status: number;
  /** What the client was told. */
  readonly message: string;
}

/** A scoped socket that listens. Disposing of it ends every connection and removes the socket's file. */
export interface ScopedSocket extends AsyncDisposable {
  readonly path: string;
  /** Containers were made, named or removed by others than its clients. */
  forget(): void;
}
