import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Service } from '../../../compose/model.ts';
import { builtFiles } from './build-context.ts';

/** This folder: `build-context.ts` is a file in it, `../images` a folder beside it. */
const context = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const built = (
  copies: readonly { readonly source: string; readonly target: string }[],
  workingDir = '/srv',
) =>
  builtFiles(
    {
      build: { context, args: {}, image: { base: 'node', environment: {}, expose: [], copies } },
      mounts: [],
    } as never as Service,
    'id',
    workingDir,
  );
const targets = (...args: Parameters<typeof built>) => built(...args).binds.map(({ target }) => target);

test('the context stands at the working directory', () => {
  expect(targets([{ source: context, target: '/srv/' }])).toEqual(['/srv']);
  expect(built([]).systems[0]?.options).toContain(`lowerdir=${context},`);
});

test('what lies in the context at the same place is not laid there twice', () => {
  expect(
    targets([
      { source: `${context}/agent`, target: '/srv/agent' },
      { source: `${context}/rpc.ts`, target: '/srv/' },
    ]),
  ).toEqual(['/srv']);
});

test('a folder whose content is copied up lies over the context', () => {
  expect(built([{ source: `${context}/agent`, target: '/srv/' }]).systems[0]?.options).toContain(
    `lowerdir=${context}/agent:${context},`,
  );
});

test('folders and files of other places are bound there', () => {
  expect(
    targets([
      { source: `${context}/agent`, target: '/opt/agent' },
      { source: `${context}/rpc.ts`, target: '/etc/' },
    ]),
  ).toEqual(['/srv', '/opt/agent', '/etc/rpc.ts']);
});

test('nothing is laid over the root', () => {
  expect(targets([{ source: context, target: '/' }], '/')).toEqual([]);
});

test('a source that does not exist is left out', () => {
  expect(targets([{ source: `${context}/none`, target: '/none' }])).toEqual(['/srv']);
});
