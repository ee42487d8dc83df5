import type { Service } from '../compose/model.ts';
import { STORE_PORTS, storeKind } from '../compose/store.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { type Knock, knock } from './knock.ts';

export interface Knocked {
  readonly port: number;
  readonly knock: Knock;
}

/** At the first port that the service is known to have; `undefined` where it has none. */
export const knockAt = async (
  environment: StartedEnvironment,
  service: Service,
): Promise<Knocked | undefined> => {
  const kind = storeKind(service);
  const port = service.expose[0] ?? service.ports[0]?.target ?? (kind && STORE_PORTS[kind]);
  return port === undefined ? undefined : { port, knock: await knock(environment, service.name, port, kind) };
};
