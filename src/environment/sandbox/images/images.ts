import type { Service } from '../../../compose/model.ts';
import { imageName, storeKind } from '../../../compose/store.ts';
import { base } from './base.ts';
import type { Image } from './image.ts';
import { node } from './node.ts';
import { postgres } from './postgres.ts';
import { python } from './python.ts';
import { redis } from './redis.ts';

/** By the last part of the image's name; stores are known to `compose/store.ts`. */
const IMAGES: Readonly<Record<string, Image>> = {
  node,
  python,
  debian: base,
  ubuntu: base,
  alpine: base,
  busybox: base,
};

const STORES = { postgres, redis } as const;

export const KNOWN_IMAGES: readonly string[] = ['postgres', 'redis', 'valkey', ...Object.keys(IMAGES)];

/** What stands for a service's image; `undefined`: this machine has nothing for it. */
export const imageOf = (service: Service): Image | undefined => {
  const store = storeKind(service);
  if (store !== undefined) return STORES[store];
  return service.image === undefined ? node : IMAGES[imageName(service.image)];
};
