import { describe, expect, it } from 'vitest';
import { isSecretName, redactor, secretValues } from './redact.ts';

describe('redactor', () => {
  const redact = redactor(['hunter22', 'hunter22-long', 'two\nlines', 'in "quotes"', 'a/b c']);

  it.each([
    ['the value hunter22 itself', 'the value *** itself'],
    ['the longer one first: hunter22-long', 'the longer one first: ***'],
    ['cut off in it: hunte…; and so on', 'cut off in it: ***…; and so on'],
    ['cut off late in it: hunter22-lon…', 'cut off late in it: ***…'],
    [
      'the middle left out: hunt… 9 bytes left out …\nter22',
      'the middle left out: ***… 9 bytes left out …***',
    ],
    ['on one line: two lines', 'on one line: ***'],
    ['{"told": "in \\"quotes\\""}', '{"told": "***"}'],
    ['GET /?q=a%2Fb%20c', 'GET /?q=***'],
    ['postgres://app:s3cr/et@postgres:5432/app', 'postgres://app:***@postgres:5432/app'],
    ['redis://:s3cret@redis:6379', 'redis://:***@redis:6379'],
    ['export PGPASSWORD=abc; psql', 'export PGPASSWORD=***; psql'],
    ['PGPASSWORD=<abc psql', 'PGPASSWORD=*** psql'],
    ["JWT_SECRET='a b c' node x", 'JWT_SECRET=*** node x'],
    ['{"password": "abc", "user": "u"}', '{"password": ***, "user": "u"}'],
    ['mysqldump --password abc db', 'mysqldump --password *** db'],
    ['authorization: Bearer eyJhbGciOi.eyJzdWIi', 'authorization: Bearer ***'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'the password is wrong',
    'curl -H "X-Token: <api token>"',
    'PGPASSWORD="<password>" psql',
    'no hunt is on',
    'the hun… is cut off',
    'http://localhost:8000/health',
    'docker exec preskool-db psql -U preskool -c "SELECT count(*) FROM keys;"',
    'FATAL: password authentication failed for user "app"',
    'cache key: students:12',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

it('knows the names of secrets', () => {
  const names = [
    'POSTGRES_PASSWORD',
    'apiKey',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASS',
    'api-key',
    'your api key',
    'PRIMARY_KEY',
    'KEYCLOAK_URL',
  ];
  expect(names.filter(isSecretName)).toEqual([
    'POSTGRES_PASSWORD',
    'apiKey',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASS',
    'api-key',
    'your api key',
  ]);
});

it('takes secrets from variables, but not what stands in plain sight', () => {
  const variables: [string, string][] = [
    ['POSTGRES_USER', 'preskool'],
    ['POSTGRES_PASSWORD', 'preskool'],
    ['DATABASE_URL', 'postgres://app:p%40ss-word@postgres/app'],
    ['SESSION_SECRET', 'only-here'],
    ['REDIS_PASSWORD', 'redis'],
  ];
  expect(secretValues(variables, ['redis', 'postgres'])).toEqual(['p@ss-word', 'only-here']);
});
