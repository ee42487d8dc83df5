import type { PublishedPort, Service, System } from '../compose/model.ts';
import { commandOf, pathAskedFor } from '../compose/published-urls.ts';
import { storeKind } from '../compose/store.ts';
import { type Origin, originAt } from '../core/origin.ts';
import { whyItCannotFail } from './shell.ts';

/** A probe that nobody wrote down. */
export interface DerivedProbe {
  readonly name: string;
  readonly kind: string;
  readonly spec: unknown;
  readonly origin: Origin;
}

/** The probes of a system whose drill names none: each health check, and each published port. */
export const deriveProbes = (system: System): readonly DerivedProbe[] =>
  system.services.flatMap((service) => [...fromHealthcheck(service), ...fromPorts(service)]);

/**
 * A store is asked in its own protocol, and an app by the HTTP port that it publishes: that is what a health check stands
 * for, and costs no process in the service ten times a second. One that cannot fail says nothing.
 */
const fromHealthcheck = (service: Service): readonly DerivedProbe[] => {
  const { name, healthcheck, ports } = service;
  if (healthcheck === undefined) return [];
  const origin = originAt('compose', `healthcheck of ${name}`, healthcheck.location);
  const store = storeKind(service);
  if (store !== undefined) return [{ name, kind: store, spec: { [store]: name }, origin }];
  if (ports.some(({ published, target }) => published !== undefined && pathAskedFor(healthcheck, target)))
    return [];
  const command = commandOf(healthcheck);
  if (whyItCannotFail(command) !== undefined) return [];
  return [{ name: `${name} healthcheck`, kind: 'command', spec: { command, in: name }, origin }];
};

const fromPorts = (service: Service): readonly DerivedProbe[] =>
  service.ports
    .filter(({ protocol, published }) => protocol === 'tcp' && published !== undefined)
    .map((port) => fromPort(service, port));

const fromPort = ({ name, healthcheck }: Service, port: PublishedPort): DerivedProbe => {
  const origin = originAt('compose', `published port of ${name}`, port.location);
  const path = healthcheck === undefined ? undefined : pathAskedFor(healthcheck, port.target);
  const place = `localhost:${port.published}`;
  if (path === undefined)
    return { name: `${name} port ${port.published}`, kind: 'tcp', spec: { tcp: place }, origin };
  return { name: `${name} ${path}`, kind: 'http', spec: { http: `http://${place}${path}` }, origin };
};
