import type { Location } from '../core/location.ts';

/** A Compose file after interpolation, `extends`, profiles and `.env`: what the backends start. */
export interface System {
  /** Absolute path of the Compose file. */
  readonly file: string;
  /** Compose's project name: `name:`, or the folder's name. */
  readonly project: string;
  /** In start order: a service comes after those that it depends on. */
  readonly services: readonly Service[];
  readonly volumes: readonly NamedVolume[];
  /** Those that its services are in; the default one only where a service is in it. */
  readonly networks: readonly NamedNetwork[];
  /** Services that are not among them, since none of their profiles was asked for. */
  readonly inactive?: Readonly<Record<string, InactiveService>>;
  /** The variables of Drillbook's own surroundings that the file was read with: those that it, `.env` or an `env_file` names. */
  readonly surroundings: Readonly<Record<string, string>>;
}

/** What is known of a service behind a profile. */
export interface InactiveService {
  readonly profiles: readonly string[];
  /** As a service's. */
  readonly containerName: string;
}

/** A service of the Compose file. */
export interface Service {
  readonly name: string;
  /** Where the service is declared, for diagnostics. */
  readonly location: Location;
  /** What a runbook types after `docker exec`: `container_name`, or `<project>-<name>-1`. */
  readonly containerName: string;
  /** Absent where the service is only built. */
  readonly image?: string;
  readonly build?: Build;
  /** Absent: what the image or the Dockerfile says. */
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly workingDir?: string;
  readonly user?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that it does not have though its image sets them: named without a value, which the surroundings do not have either. */
  readonly unset?: readonly string[];
  readonly ports: readonly PublishedPort[];
  /** Container ports from `expose:`. */
  readonly expose: readonly number[];
  readonly dependsOn: readonly Dependency[];
  readonly healthcheck?: Healthcheck;
  readonly mounts: readonly Mount[];
  /** Bytes. */
  readonly memoryLimit?: number;
  /** Of one CPU: 0.5 is half a core. */
  readonly cpuLimit?: number;
  readonly restart: RestartPolicy;
  /** `stop_grace_period` in ms; Compose's default is 10 s. */
  readonly stopGraceMs: number;
  /** A name of `SIGNALS`: `SIGTERM`, `SIGRTMIN+3`. */
  readonly stopSignal?: string;
  /** The program runs below a first process that passes signals on to it and takes in orphans. */
  readonly init?: boolean;
  /** Of `/dev/shm`, in bytes. Absent: 64 MB. */
  readonly sharedMemory?: number;
  /** Its input has no end, where it is not read from anywhere: `stdin_open`. */
  readonly keepsInput?: boolean;
  /** Its input and output are a terminal: `tty`. */
  readonly terminal?: boolean;
  readonly replicas: number;
  /** One at least. The first is the one that Compose creates its container in. */
  readonly networks: readonly ServiceNetwork[];
}

/** How a service’s image is built. */
export interface Build {
  /** Absolute path. */
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  /** What the Dockerfile says of the process, for backends that build no images. */
  readonly image?: BuiltImage;
}

/** The last stage of a Dockerfile, as far as it concerns the process. */
export interface BuiltImage {
  /** `node:24-slim`. */
  readonly base: string;
  readonly workingDir?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly expose: readonly number[];
  readonly user?: string;
  readonly stopSignal?: string;
  readonly healthcheck?: Healthcheck;
  /** What `COPY` and `ADD` take from the build context, in order: absolute paths. A target that ends with `/` is a folder. */
  readonly copies: readonly { readonly source: string; readonly target: string }[];
}

/** An entry of `ports:`. */
export interface PublishedPort {
  readonly location: Location;
  readonly hostIp?: string;
  /** Absent: any free port. */
  readonly published?: number;
  readonly target: number;
  readonly protocol: 'tcp' | 'udp';
}

/** An entry of `depends_on:`. */
export interface Dependency {
  readonly service: string;
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  /** `docker compose restart` of the other one restarts this one, too. */
  readonly restart?: boolean;
}

/** A service’s `healthcheck:`, with the defaults of Compose. */
export interface Healthcheck {
  readonly location: Location;
  /** A shell line (`CMD-SHELL`) or an argument list (`CMD`). */
  readonly test: { readonly shell: string } | { readonly argv: readonly string[] };
  /** All in ms. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  /** Absent where the file does not say it: older engines do not know it. */
  readonly startInterval?: number;
  readonly retries: number;
}

/** An entry of `volumes:` or `tmpfs:`; sizes in bytes. */
export type Mount =
  | {
      readonly type: 'bind';
      /** Absolute path on the host. */
      readonly source: string;
      readonly target: string;
      readonly readOnly: boolean;
      readonly location: Location;
    }
  /** No `source`: an anonymous volume. */
  | { readonly type: 'volume'; readonly source?: string; readonly target: string; readonly readOnly: boolean }
  | { readonly type: 'tmpfs'; readonly target: string; readonly sizeBytes?: number };

/** An entry of the top-level `volumes:`. */
export interface NamedVolume {
  readonly name: string;
  /** From `driver_opts: { o: size=64m }`, in bytes. */
  readonly sizeBytes?: number;
}

/** A network that a service is in. */
export interface ServiceNetwork {
  /** As the file calls it: `back`, or `default`. */
  readonly network: string;
  /** Further names that the others in it find the service by: `networks: { back: { aliases: […] } }`. */
  readonly aliases: readonly string[];
}

/** An entry of the top-level `networks:`, or the default one. */
export interface NamedNetwork {
  /** As the file's services call it. */
  readonly key: string;
  /** What a runbook types after `docker network inspect`: `name:`, or `<project>_<key>`. */
  readonly name: string;
  /** Compose neither makes nor removes it. */
  readonly external?: boolean;
  /** No way leads out of it. */
  readonly internal?: boolean;
}

/** What happens when the program ends by itself. */
export interface RestartPolicy {
  readonly name: 'no' | 'always' | 'on-failure' | 'unless-stopped';
  /** `on-failure:3`. */
  readonly maxRetries?: number;
}
