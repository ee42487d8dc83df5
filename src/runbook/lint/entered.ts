import { LEAVES } from '../knowledge/around-code.ts';
import { nextInFence } from './by-line.ts';
import { BARE_IMAGE, NEEDS_ITS_FOLDER, OF_A_NODE } from './knowledge/places.ts';
import type { Page, PlacedCommand, Problem } from './model.ts';
import { placeIn } from './place.ts';
import { oneLine } from './text.ts';

/** `git clone …/shop`, and then `go run main.go` beside the folder instead of in it. */
export const besideClone = (page: Page): readonly Problem[] =>
  page.commands.flatMap((placed): readonly Problem[] => {
    const text = oneLine(placed.command);
    const [, named, given] = CLONES.exec(text) ?? [];
    const folder = given ?? named;
    if (folder === undefined || folder === '.') return [];
    const next = nextInFence(page, placed);
    const then = next === undefined ? '' : oneLine(next.command);
    return next === undefined || !NEEDS_ITS_FOLDER.test(then) || then.includes(folder)
      ? []
      : [
          {
            message: `git clone does not enter ${folder}, and this is typed beside it`,
            place: placeIn(page, next.command),
            hint: `before it: cd ${folder}`,
          },
        ];
  });

const CLONES = /^\s*git\s+clone\s+(?:-\S+\s+)*[^\s-]\S*[/:]([\w.-]+?)(?:\.git)?["']?(?:\s+([^\s-]\S*))?\s*$/;

/** `crictl` in a pod for debugging a node that is made of an image without it: the node's programs are below /host. */
export const inBareImage = (page: Page): readonly Problem[] => {
  let image: string | undefined;
  let of: PlacedCommand['procedure'];
  return page.commands.flatMap(({ command, procedure }): readonly Problem[] => {
    const text = oneLine(command);
    const opened = BARE_IMAGE.exec(text)?.[1];
    if (opened !== undefined) [image, of] = [opened, procedure];
    else if (procedure !== of || LEAVES.test(text) || /^(?:chroot|oc|kubectl)\s/.test(text))
      image = undefined;
    const program = OF_A_NODE.exec(text)?.[1];
    if (image === undefined || program === undefined) return [];
    const message = `the image ${image} has no ${program}`;
    // Told once: what is typed after it goes the same way.
    image = undefined;
    return [
      {
        message,
        place: placeIn(page, command, program),
        hint: 'chroot /host first: the programs of the node are there',
      },
    ];
  });
};
