import { expect, test } from 'vitest';
import type { ServiceChange } from '../environment/model.ts';
import { LiftingEvent } from './lifting-event.ts';

/** Which of these changes it comes with: `exited docker compose stop redis`. */
const comesWith = (event: string, ...changes: readonly string[]): readonly boolean[] => {
  const lifting = new LiftingEvent(event);
  return changes.map((change) => {
    const [service = '', state, ...cause] = change.split(' ');
    const what = { service, state: state as ServiceChange['state'] };
    return lifting.comesWith(cause.length === 0 ? what : { ...what, cause: cause.join(' ') });
  });
};

test('what the drill names was done, and the service is up again', () => {
  expect(
    comesWith(
      'restart redis',
      'redis exited docker restart redis',
      'redis running docker restart redis',
      'web running docker restart redis',
    ),
  ).toEqual([false, true, false]);
  expect(comesWith('reload redis', 'redis running systemctl reload redis')).toEqual([true]);
});

test.each([
  ['stopped and started', 'docker compose stop redis', 'docker compose start redis'],
  ['made anew', 'docker compose up -d --force-recreate redis', 'docker compose up -d --force-recreate redis'],
  ['killed and brought up', 'docker kill redis', 'docker compose up -d'],
])('a service that is %s is restarted', (_, down, up) => {
  expect(comesWith('restart redis', `redis exited ${down}`, `redis running ${up}`)).toEqual([false, true]);
  expect(comesWith('reload redis', `redis exited ${down}`, `redis running ${up}`)).toEqual([false, false]);
});

test('a service that was not down, or that a fault brings up, is not', () => {
  expect(comesWith('restart redis', 'redis paused fault', 'redis running docker unpause redis')).toEqual([
    false,
    false,
  ]);
  expect(comesWith('restart redis', 'redis running docker compose up -d', 'redis healthy')).toEqual([
    false,
    false,
  ]);
  expect(comesWith('restart redis', 'redis exited fault', 'redis running fault', 'redis healthy')).toEqual([
    false,
    false,
    false,
  ]);
});
