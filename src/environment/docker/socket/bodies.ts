import type { Drill } from './drill.ts';
import { asInDrill, endpoint, type Endpoint } from './endpoint.ts';
import { drop, keep, only, shape, text, type Rules } from './fields.ts';
import { UPDATE } from './host-config.ts';
import { drillLabels, labels } from './labels.ts';
import { realName, runbookNames } from './names.ts';
import { forbidden, NOT_FOUND } from './refused.ts';

/** A body, and what the engine must be asked once it has answered to that, before the client hears of it. */
export class InTwoSteps {
  readonly body: unknown;
  readonly second: (answer: never) => Promise<void>;

  constructor(body: unknown, second: InTwoSteps['second']) {
    this.body = body;
    this.second = second;
  }
}

/** Makes the body of a request anew: what is passed on is what was understood. */
export type Body = (
  value: unknown,
  drill: Drill,
  query: URLSearchParams,
  parameters: ReadonlyMap<string, string>,
) => Promise<unknown>;

const shaped =
  (rules: Rules): Body =>
  (value, drill) =>
    shape(value, rules, drill);

/** What may be a name in the engine, without the drill's prefix. */
export const checkedName = (name: string): string => {
  const bare = name.replace(/^\//, '');
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(bare))
    throw forbidden(`${JSON.stringify(name)} is no name that a drill can use`);
  return bare;
};

export const execCreate = shaped({
  AttachStderr: keep,
  AttachStdin: keep,
  AttachStdout: keep,
  Cmd: keep,
  ConsoleSize: keep,
  Detach: keep,
  DetachKeys: keep,
  Env: keep,
  Tty: keep,
  User: keep,
  WorkingDir: keep,
  // What older clients send along.
  Container: drop,
});

export const execStart = shaped({ ConsoleSize: keep, Detach: keep, Tty: keep });

export const update = shaped(UPDATE);

const NETWORK: Rules = {
  Attachable: keep,
  CheckDuplicate: keep,
  Driver: only('bridge', 'default'),
  IPAM: (value, drill, field) => shape(value, { Driver: only('default'), Options: drop }, drill, `${field}.`),
  Internal: keep,
  Labels: labels,
  Name: (value, { scope }, field) => realName(scope.run, checkedName(text(value, field))),
  Scope: only('local'),
};

export const networkCreate: Body = async (value, drill) => {
  const made = await shape(value, NETWORK, drill);
  return { ...made, Labels: made['Labels'] ?? drillLabels(drill) };
};

export const networkConnect: Body = async (value, drill, _query, parameters) => {
  const made = await shape(
    value,
    {
      Container: (container, within, field) => within.container(text(container, field)),
      EndpointConfig: endpoint,
    },
    drill,
  );
  const container = made['Container'];
  if (container === undefined) throw NOT_FOUND.container('');
  const { Name: network } = await drill.network(parameters.get('network') ?? '');
  const { body } = await drill.engine.ask<Connected>('GET', `/containers/${String(container)}/json`);
  const { Name = '', Config: { Labels = {} } = {} } = body;
  const known = { network, name: runbookNames(drill.scope.run, Name.slice(1)), labels: Labels };
  return { ...made, EndpointConfig: asInDrill(made['EndpointConfig'] as Endpoint, known, drill) };
};

interface Connected {
  readonly Name?: string;
  readonly Config?: { readonly Labels?: Readonly<Record<string, string>> };
}

export const networkDisconnect = shaped({
  Container: (value, drill, field) => drill.container(text(value, field)),
  Force: keep,
});

export const volumeCreate: Body = async (value, drill) => {
  const made = await shape(
    value,
    {
      Driver: only('local'),
      // They can mount anything: `type=none,o=bind,device=/`.
      DriverOpts: only(),
      Labels: labels,
      Name: (name, within, field) =>
        text(name, field) === '' ? undefined : within.volumeToUse(checkedName(text(name, field))),
    },
    drill,
  );
  return { ...made, Labels: made['Labels'] ?? drillLabels(drill) };
};
