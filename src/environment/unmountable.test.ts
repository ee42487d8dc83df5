import { expect, test } from 'vitest';
import { service, system } from '../../test/support/system.ts';
import { validate as docker } from './docker/validate.ts';
import { validate as sandbox } from './sandbox/validate.ts';

const inFolder = (folder: string) => ({
  ...system(service('redis', { image: 'redis:8' })),
  file: `${folder}/compose.yaml`,
});

test.each([
  ['docker', docker, '/srv/a:b', '--backend sandbox'],
  ['sandbox', sandbox, '/srv/a"b', '--backend docker'],
] as const)('what %s cannot mount is told, with what can', (_, validate, folder, hint) => {
  expect(validate(inFolder(folder))).toMatchObject([
    {
      code: 'unsupported-path',
      message: expect.stringContaining(folder),
      hint: expect.stringContaining(hint),
    },
  ]);
});

test.each([
  ['docker', docker, '/srv/a"b, c\\d ü#%'],
  ['sandbox', sandbox, "/srv/a:b, c\\d ü#%'"],
] as const)('what %s mounts is not (a control)', (_, validate, folder) => {
  expect(validate(inFolder(folder))).toEqual([]);
});
