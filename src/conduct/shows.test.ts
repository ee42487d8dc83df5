import { expect, test } from 'vitest';
import { shows } from './shows.ts';

test.each([
  ['+PONG\n', 'PONG', true],
  ['state: ACTIVE', 'ACTIVE', true],
  ['state: INACTIVE', 'ACTIVE', false],
  ['INACTIVE, then ACTIVE', 'ACTIVE', true],
  ['ACTIVE_SINCE', 'ACTIVE', false],
  ['rows: 10', '0', false],
  ['rows: 0', '0', true],
  ['(0 rows)', '(0 rows)', true],
  ['unhealthy', 'healthy', false],
  ['über', 'ber', false],
  ['v1.2.3', 'v1.2', true],
  ['{"status":"down"}', '{"status":"ok"}', false],
  ['{ "status": "ok" }\n', '{"status":"ok"}', true],
  ['{"status":"ok"}', '{"status": "ok"}', true],
  ['a b', 'ab', false],
  ['db   healthy\n', 'db healthy', true],
  [
    '{"version":"1.2","status":"ok","checks":{"db":"up","mq":"up"}}',
    '{"checks":{"db":"up"},"status":"ok"}',
    true,
  ],
  ['{"status":"ok","checks":{"db":"down"}}', '{"checks":{"db":"up"}}', false],
  ['[{"id":7,"state":"up"},{"id":8,"state":"down"}]', '[{"state":"down"}]', true],
  ['[{"id":7,"state":"up"}]', '[{"state":"down"}]', false],
])('%j shows %j: %j', (output, expected, does) => {
  expect(shows(output, expected)).toBe(does);
});
