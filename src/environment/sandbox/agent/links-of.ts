import type { Service } from '../../../compose/model.ts';
import { storeOf } from '../../../compose/store.ts';
import { imageOf } from '../images/images.ts';
import { linkAddress } from './network.ts';

/** A store as the others reach it: through a proxy with an address of its own. */
export interface Link {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

export const linksOf = (services: readonly Service[]): readonly Link[] =>
  services
    .filter((service) => storeOf(service) !== undefined)
    .map((service, index) => ({
      name: service.name,
      address: linkAddress(index + 1),
      port: imageOf(service)?.port ?? 0,
    }));
