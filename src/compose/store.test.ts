import { expect, test } from 'vitest';
import { imageName, storeKind } from './store.ts';

test.each([
  ['postgres', 'postgres'],
  ['postgres:17', 'postgres'],
  ['registry:5000/library/postgres:17@sha256:abc', 'postgres'],
  ['ghcr.io/team/app', 'app'],
])('the name of image %s is %s', (image, name) => {
  expect(imageName(image)).toBe(name);
});

test('stores are known by their image', () => {
  expect(storeKind({ image: 'valkey/valkey:8' })).toBe('redis');
  expect(storeKind({ image: 'node:24' })).toBeUndefined();
  expect(storeKind({ image: 'constructor' })).toBeUndefined();
  expect(storeKind({})).toBeUndefined();
});
