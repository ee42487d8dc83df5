import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Drill, ListedContainer } from './drill.ts';
import { listOf } from './find.ts';
import { SCOPE_LABEL } from './names.ts';

/**
 * A volume that a container of Drillbook's own holds cannot be removed: it is emptied where it is, which looks the same to who makes it again.
 * @returns whether that was done; what the drill's own containers use is the engine's to refuse
 */
export const emptied = async (drill: Drill, parameters: ReadonlyMap<string, string>): Promise<boolean> => {
  const { engine, scope } = drill;
  const volume = await drill.volume(parameters.get('volume') ?? '');
  const held = scope.held?.get(volume);
  if (held === undefined) return false;
  const filters = JSON.stringify({ volume: [volume], label: [`${SCOPE_LABEL}=${scope.run}`] });
  const users = await listOf<ListedContainer>(
    engine,
    `/containers/json?all=1&filters=${encodeURIComponent(filters)}`,
  );
  if (users.length > 0) return false;
  const { status, body } = await engine.ask<{ readonly Id: string }>(
    'POST',
    `/containers/${held.container}/exec`,
    {
      Cmd: ['find', held.path, '-mindepth', '1', '-delete'],
      User: '0',
    },
  );
  if (status >= 400) return false;
  const started = engine.open('POST', `/exec/${body.Id}/start`, { 'content-type': 'application/json' });
  started.end('{}');
  const [answer] = (await once(started, 'response')) as [IncomingMessage];
  await once(answer.resume(), 'end');
  return true;
};
