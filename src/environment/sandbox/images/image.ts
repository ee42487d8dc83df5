import type { Service } from '../../../compose/model.ts';
import type { Machine } from '../machine.ts';
import type { ToolGroup } from './tools.ts';

/** What an image brings along, and the real program of this machine that stands for it. */
export interface Image {
  /** As `doctor` names it: `PostgreSQL`. */
  readonly title: string;
  readonly user: { readonly name: string; readonly uid: number };
  readonly workingDir: string;
  /** `VOLUME`s of the image: where its data lie, also when the Compose file does not mention them. */
  volumes(service: Service): readonly string[];
  readonly stopSignal: string;
  /** Programs beyond a bare Debian. */
  tools(tag: string): readonly ToolGroup[];
  environment(service: Service, machine: Machine): Readonly<Record<string, string>>;
  /** What runs as the container's first process. */
  argv(service: Service, machine: Machine): readonly string[];
  /** Programs that the image has under `/usr/local/bin`: name → the machine's file. */
  programs(machine: Machine): Readonly<Record<string, string | undefined>>;
  /** Debian's packages that have it. */
  readonly packages: string;
  /** Whether this machine has what stands for it. */
  available(machine: Machine): boolean;
  /** The port that the others know it by. */
  readonly port?: number;
}

/** `postgres:17-alpine` → `17-alpine`; `latest` where there is none. */
export const imageTag = (image: string): string => /:([^:/@]+)(?:@|$)/.exec(image)?.[1] ?? 'latest';
