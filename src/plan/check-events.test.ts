import { expect, test } from 'vitest';
import { service, system } from '../../test/support/system.ts';
import { checkEvents } from './check-events.ts';

const shop = system(service('redis'), service('app'));
const location = { file: 'drill.yaml', line: 3, column: 8 };

test.each([
  ['restart redis', []],
  ['restart rediss', [['unknown-event', 'error', 'did you mean "redis"?']]],
  ['up redis', []],
  ['resart redis', [['unknown-event', 'error', 'did you mean "restart"?']]],
  ['stop redis', [['unknown-event', 'error', 'there is: restart, start, up, unpause, reload']]],
  ['redis', [['unknown-event', 'error', 'write such as: restart redis']]],
  ['docker compose restart redis', [['unknown-event', 'error', 'write such as: restart redis']]],
])('lifted by "%s"', (event, expected) => {
  const fault = { value: { kind: 'process', spec: {}, liftedBy: { event } }, location };
  const told = checkEvents({ faults: [fault] }, shop);
  expect(told.map(({ code, severity, hint }) => [code, severity, hint])).toEqual(expected);
});
