import { expect, test } from 'vitest';
import { STATUS_FD } from './bubblewrap.ts';
import { Written } from './collected.ts';
import { launch } from './launch.ts';

/** In bubblewrap's place: has a first process, which is gone at once. */
const started = (end: string) => {
  const script = `true & pid=$!; wait; echo '{"child-pid": '$pid'}' >&${STATUS_FD}; ${end}`;
  return launch({ argv: ['sh', '-c', script], options: [], init: false, keepsInput: false }, new Written());
};

test('that bubblewrap could not make the mounts is told, and is no end of the program', async () => {
  await expect(started('echo "bwrap: no such place" >&2; exit 1')).rejects.toMatchObject({
    code: 'container-not-started',
    message: 'bubblewrap could not start the container: bwrap: no such place',
  });
});

test('a program that has ended before it was seen was started', async () => {
  const { exited } = await started(`echo '{"exit-code": 3}' >&${STATUS_FD}; exit 3`);
  expect(await exited).toBe(3);
});

test('where bubblewrap itself is not there, it is said', async () => {
  const launched = launch(
    { argv: ['no-such-program'], options: [], init: false, keepsInput: false },
    new Written(),
  );
  await expect(launched).rejects.toMatchObject({ code: 'container-not-started' });
});
