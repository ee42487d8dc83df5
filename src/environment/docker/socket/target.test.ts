import { expect, test } from 'vitest';
import { match } from './match.ts';
import { parseTarget } from './target.ts';

test.each([
  ['/containers/json', '', 'containers json'],
  ['/v1.41/containers/shop-db/json?size=1', '/v1.41', 'containers shop-db json'],
  ['http://docker/v1.24/_ping', '/v1.24', '_ping'],
  ['HTTP://docker/_ping', '', '_ping'],
  ['/containers/%73hop/json', '', 'containers shop json'],
  ['/images/ghcr.io/team/app@sha256:00/json', '', 'images ghcr.io team app@sha256:00 json'],
])('reads %s', (raw, version, segments) => {
  const target = parseTarget(raw);
  expect([target.version, target.segments.join(' ')]).toEqual([version, segments]);
});

test.each([
  '//containers/json',
  '/containers//json',
  '/containers/../images/json',
  '/containers/%2e%2e/images/json',
  '/containers/.%2E/json',
  '/containers/a%2fb/json',
  '/containers/a%252fb/json',
  '/containers/a%00/json',
  '/containers/%zz/json',
  '/containers/a;b/json',
  '/containers/json/',
  '/containers/a\\b/json',
  '/containers/a b/json',
  '/containers/json#x',
  'containers/json',
  '*',
  'docker:80',
  'https://docker/containers/json',
])('refuses %s, which could be read in two ways', (raw) => {
  expect(() => parseTarget(raw)).toThrow(/drillbook: /);
});

test.each([
  ['/v1.23/containers/x/start', 'client version 1.23 is too old'],
  ['/v1.54/info', 'client version 1.54 is too new. Maximum supported API version is 1.53'],
  ['/v2/info', 'page not found'],
  ['/V1.41/info', 'page not found'],
])('refuses %s', (raw, message) => {
  expect(() => parseTarget(raw)).toThrow(message);
});

test.each([
  ['GET', '/containers/json', '/containers/json', ''],
  ['DELETE', '/containers/json', '/containers/{container}', 'json'],
  ['GET', '/images/json', '/images/json', ''],
  ['GET', '/images/a/b/c:1/json', '/images/{image}/json', 'a/b/c:1'],
  ['DELETE', '/images/a/b', '/images/{image}', 'a/b'],
])('finds what %s %s means', (method, path, template, parameter) => {
  const found = match(method, parseTarget(path));
  expect([found?.endpoint.path, [...(found?.parameters.values() ?? [])].join()]).toEqual([
    template,
    parameter,
  ]);
});

test.each([
  ['POST', '/containers/json'],
  ['GET', '/Containers/json'],
  ['POST', '/commit'],
  ['GET', '/containers/x/attach/ws'],
  ['GET', '/containers/x/json/y'],
  ['TRACE', '/_ping'],
])('knows no %s %s', (method, path) => {
  expect(match(method, parseTarget(path))).toBeUndefined();
});
