import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { startRecordingEngine, type Passed } from './recording-engine.ts';
import { IMAGES, startScene } from './socket-scene.ts';

const CREATE = '{"Image":"redis:8","HostConfig":{"Privileged":true}}';

/** Bytes, the statuses that they must be answered with, and what may come through of them. */
const EXCHANGES: readonly (readonly [name: string, bytes: string, statuses: string, passed: RegExp])[] = [
  [
    'pipelined requests, each for itself',
    'GET /_ping HTTP/1.1\r\nHost: d\r\n\r\nDELETE /containers/canary?force=1 HTTP/1.1\r\nHost: d\r\n\r\nGET /volumes HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n',
    '200 404 200',
    /^GET \/_ping \nGET \/volumes {"label":\["drillbook.scope=\w+"\]}$/,
  ],
  [
    'a body in chunks',
    `POST /containers/create HTTP/1.1\r\nHost: d\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${CREATE.length.toString(16)}\r\n${CREATE}\r\n0\r\n\r\n`,
    '403',
    /^$/,
  ],
  [
    'a request hidden in a body of two lengths',
    'POST /containers/prune HTTP/1.1\r\nHost: d\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nDELETE /containers/canary HTTP/1.1\r\nHost: d\r\n\r\n',
    '400',
    /^$/,
  ],
  [
    'a form that overrides the query',
    'POST /volumes/prune HTTP/1.1\r\nHost: d\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nfilters={}',
    '200',
    /^POST \/volumes\/prune {"label":\["drillbook.scope=\w+"\]}$/,
  ],
  [
    'a parameter that is there twice',
    'POST /networks/prune?filters={}&filters={} HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n',
    '400',
    /^$/,
  ],
  [
    'an upgrade of what is no process',
    'POST /session HTTP/1.1\r\nHost: d\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    '403',
    /^$/,
  ],
  [
    'the project that Compose asks for, by its name in the engine',
    'POST /containers/prune?filters={"label":["com.docker.compose.project=shop","a=b=c","a"]} HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n',
    '200',
    /"label":\["com\.docker\.compose\.project=drillbook-\w+-shop","a=b=c","a","drillbook\.scope/,
  ],
  [
    'what a filter names in Go’s and in JavaScript’s own words',
    'GET /containers/json?filters={"constructor":["x"],"__proto__":["x"]} HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n',
    '400',
    /^$/,
  ],
];

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('reads bytes as they are', () => {
  test('and passes on only what it understood', async () => {
    await using engine = await startRecordingEngine();
    await using scene = await startScene({ engine });
    for (const [name, bytes, statuses, passed] of EXCHANGES) {
      engine.passed.length = 0;
      const connection = connect(scene.socket);
      connection.write(bytes);
      const answer = await text(connection);
      const answered = [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status).join(' ');
      expect(`${name}: ${answered}`).toBe(`${name}: ${statuses}`);
      expect(
        engine.passed
          .map(line)
          .filter((text) => !isLookup(text))
          // Each goes its own way: which arrives first is chance.
          .sort()
          .join('\n'),
      ).toMatch(passed);
    }
  });
});

const line = ({ method, path, query, body }: Passed): string =>
  `${method} ${path} ${query.get('filters') ?? ''}${body}`;
/** How the filter finds what a name means. */
const isLookup = (text: string): boolean => text.startsWith('GET /containers/json');
