import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { colours, noColours, styleFor } from './style.ts';

it.each([
  ['', undefined, noColours],
  ['', '1', colours],
  ['', '', colours],
  ['', '0', noColours],
  ['', 'false', noColours],
  ['1', '1', noColours],
])('in a pipe, with NO_COLOR=%j and FORCE_COLOR=%j', (no, force, style) => {
  vi.stubEnv('NO_COLOR', no);
  vi.stubEnv('FORCE_COLOR', force);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(styleFor(new PassThrough() as unknown as NodeJS.WriteStream)).toBe(style);
});
