import { own } from '../../../core/own.ts';
import { asBuilt } from '../../../compose/as-built.ts';
import type { Service } from '../../../compose/model.ts';
import { imageName, storeOf } from '../../../compose/store.ts';
import { base } from './base.ts';
import type { Image } from './image.ts';
import { node } from './node.ts';
import { postgres } from './postgres.ts';
import { prometheus } from './prometheus.ts';
import { python } from './python.ts';
import { redis } from './redis.ts';

/** By the last part of the image's name; stores are known to `compose/store.ts`. */
const IMAGES: Readonly<Record<string, Image>> = {
  node,
  python,
  prometheus,
  debian: base,
  ubuntu: base,
  alpine: base,
  busybox: base,
};

const STORES = { postgres, redis } as const;

export const KNOWN_IMAGES: readonly string[] = ['postgres', 'redis', 'valkey', ...Object.keys(IMAGES)];

/** Each program of this machine that can stand for images. */
export const ALL_IMAGES: readonly Image[] = [
  ...new Set([...Object.values(STORES), ...Object.values(IMAGES)]),
];

/** What stands for a service's image; `undefined`: this machine has nothing for it. */
export const imageOf = (service: Service): Image | undefined => {
  const store = storeOf(service);
  const { image = '' } = asBuilt(service);
  return store === undefined ? own(IMAGES, imageName(image)) : STORES[store];
};
