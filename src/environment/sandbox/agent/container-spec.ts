import type { Service } from '../../../compose/model.ts';
import type { Command } from './bubblewrap.ts';

/** What does not change while the container exists. */
export interface ContainerSpec {
  readonly id: string;
  readonly name: string;
  readonly service: Service;
  readonly replica: number;
  /** Of its network. */
  readonly number: number;
  readonly ipAddress: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDir: string;
  readonly user: string;
  /** Its name. */
  readonly stopSignal: string;
  /** The command that starts it. */
  readonly command: Command;
  /** Done before each start: fills an empty data volume. */
  readonly prepare: () => Promise<void>;
  /** The script that removes what is the container's own. */
  readonly removal: string;
}
