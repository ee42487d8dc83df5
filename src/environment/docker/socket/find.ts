import type { Engine } from './engine.ts';
import { Refused } from './refused.ts';

/** One of the engine's lists; nothing for an answer that is none. */
export const listOf = async <T>(engine: Engine, target: string): Promise<readonly T[]> => {
  const { status, body } = await engine.ask<readonly T[] | null>('GET', target);
  return status === 200 ? (body ?? []) : [];
};

/**
 * What an id, or the beginning of one, means among these.
 * @throws Refused when it means several
 */
export const findById = <T extends { readonly Id: string }>(
  listed: readonly T[],
  reference: string,
): T | undefined => {
  const hex = reference.replace(/^sha256:/, '');
  if (!/^[0-9a-f]+$/.test(hex)) return undefined;
  const found = listed.filter(({ Id }) => Id.replace(/^sha256:/, '').startsWith(hex));
  if (found.length > 1) throw new Refused(400, `Multiple IDs found with provided prefix: ${reference}`);
  return found[0];
};
