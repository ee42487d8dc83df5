import { expect, test } from 'vitest';
import { likenessOf } from './likeness.ts';
import { plainHead } from './plain-head.ts';
import { simpleCommands } from './simple-commands.ts';

test.each([
  [String.raw`\docker compose restart app`, 'docker compose restart app'],
  [String.raw`\rm -rf /data/x`, 'rm -rf /data/x'],
  ['"docker" compose restart app', 'docker compose restart app'],
  ["'kubectl' get pods", 'kubectl get pods'],
  ['>/dev/null docker compose restart app', 'docker compose restart app'],
  ['>/dev/null 2>&1 docker compose restart app', 'docker compose restart app'],
  ['&>>$LOG/out.log docker ps', 'docker ps'],
  [': ; docker compose restart app', 'docker compose restart app'],
  ['true && docker compose restart app', 'docker compose restart app'],
])('%j begins as %j', (typed, plain) => {
  expect(plainHead(typed)).toBe(plain);
  expect(likenessOf(typed)).toBeGreaterThanOrEqual(likenessOf(plain));
  expect(simpleCommands(typed).at(-1)?.text).toBe(plain);
});

test.each([
  String.raw`\echo done`,
  String.raw`\c shop`,
  String.raw`\dt`,
  String.raw`\. fix.sql`,
  String.raw`\begin{itemize}`,
  '"docker": {',
  '"docker", "nginx"',
  '"nginx" is running',
  '"nginx" restarted 2',
  '"redis"',
  '> docker is down',
  '<web-server> docker ps',
  '>/dev/null is where it goes',
  ': ok',
  '2 docker containers',
])('%j is left as it is', (line) => {
  expect(plainHead(line)).toBe(line);
});

test.each([
  ['"$BIN"/fix', 1],
  ['"${BIN}/fix"', 1],
  ['"$BIN"', 0],
  ['"$BIN" is unset', 1],
])('%j is as likely typed as %j', (line, likeness) => {
  expect(likenessOf(line)).toBe(likeness);
});
