import { own } from '../../../core/own.ts';
import type { Service } from '../../../compose/model.ts';
import type { Image } from './image.ts';

export interface User {
  readonly name: string;
  readonly uid: number;
}

/** Users that official images have, beside the one that they run as. */
const KNOWN: Readonly<Record<string, number>> = { root: 0, node: 1000, nobody: 65534 };

/** First id for a name that no image is known to have. */
const UNKNOWN_UID = 1000;

/**
 * Who runs a service: `user:`, the Dockerfile's `USER`, or the image's own. A sandbox's container has this one user only, and
 * all files are its own.
 */
export const userOf = ({ user }: Service, image: Image): User => {
  const name = user?.split(':')[0];
  if (name === undefined || name === '' || name === image.user.name) return image.user;
  const uid = Number(name);
  if (Number.isNaN(uid)) return { name, uid: own(KNOWN, name) ?? UNKNOWN_UID };
  const known = Object.entries({ ...KNOWN, [image.user.name]: image.user.uid }).find(
    ([, one]) => one === uid,
  );
  return { name: known?.[0] ?? `user${uid}`, uid };
};
