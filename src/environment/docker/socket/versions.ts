import type { Drill } from './drill.ts';
import type { Scope } from './model.ts';
import { API_VERSIONS, minorOf } from './target.ts';

/** The version of the API from which on engines know a health check's `start_interval` (25.0). */
export const KNOWS_START_INTERVAL = 44;

/** From which on they create a container in several networks (25.0). */
export const KNOWS_SEVERAL_NETWORKS = 44;

/**
 * The newest version that clients are told: what they agree on with `_ping`. Of the engine's and the table's, the older; but not older
 * than the drill needs it.
 */
export const claimedVersion = (text: string, { atLeastVersion = 0 }: Scope): string =>
  `1.${Math.min(Math.max(minorOf(text), atLeastVersion), API_VERSIONS.newest)}`;

/** What is spoken to the engine where a client speaks this: no newer version than the engine knows. */
export const spokenVersion = async (asked: string, drill: Drill): Promise<string> => {
  if (drill.scope.atLeastVersion === undefined || asked === '') return asked;
  return `/v1.${Math.min(minorOf(asked), await drill.engineVersion())}`;
};
