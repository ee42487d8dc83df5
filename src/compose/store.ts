import { own } from '../core/own.ts';
import { asBuilt } from './as-built.ts';
import type { Service, System } from './model.ts';

/** A service that keeps data for the others. */
export type StoreKind = 'postgres' | 'redis';

/** Where each listens unless told otherwise. */
export const STORE_PORTS: Readonly<Record<StoreKind, number>> = { postgres: 5432, redis: 6379 };

/** Images by the last part of their name, without registry and tag. */
const STORES: Readonly<Record<string, StoreKind>> = {
  postgres: 'postgres',
  postgis: 'postgres',
  timescaledb: 'postgres',
  pgvector: 'postgres',
  redis: 'redis',
  'redis-stack-server': 'redis',
  valkey: 'redis',
};

/** `registry:5000/library/postgres:17@sha256:…` → `postgres`. */
export const imageName = (image: string): string => {
  const path = image.split('@')[0]?.split('/').at(-1) ?? image;
  return path.split(':')[0] ?? path;
};

export const storeKind = (service: Pick<Service, 'image'>): StoreKind | undefined =>
  service.image === undefined ? undefined : own(STORES, imageName(service.image));

/** The store that a service is, also when it is built from a store's image. */
export const storeOf = (service: Service): StoreKind | undefined => storeKind(asBuilt(service));

export const storesOf = (system: System, kind: StoreKind): readonly Service[] =>
  system.services.filter((service) => storeKind(service) === kind);
