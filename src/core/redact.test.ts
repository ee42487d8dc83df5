import { describe, expect, it } from 'vitest';
import { isSecretName, redactor, secretValues } from './redact.ts';

describe('redactor', () => {
  const redact = redactor(['hunter22', 'hunter22-long']);

  it.each([
    ['the value hunter22 itself', 'the value *** itself'],
    ['the longer one first: hunter22-long', 'the longer one first: ***'],
    ['postgres://app:s3cr/et@postgres:5432/app', 'postgres://app:***@postgres:5432/app'],
    ['redis://:s3cret@redis:6379', 'redis://:***@redis:6379'],
    ['export PGPASSWORD=abc; psql', 'export PGPASSWORD=***; psql'],
    ["JWT_SECRET='a b c' node x", 'JWT_SECRET=*** node x'],
    ['{"password": "abc", "user": "u"}', '{"password": ***, "user": "u"}'],
    ['mysqldump --password abc db', 'mysqldump --password *** db'],
    ['authorization: Bearer eyJhbGciOi.eyJzdWIi', 'authorization: Bearer ***'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'the password is wrong',
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
    'PRIMARY_KEY',
    'KEYCLOAK_URL',
  ];
  expect(names.filter(isSecretName)).toEqual([
    'POSTGRES_PASSWORD',
    'apiKey',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASS',
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
