import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const FOLDER = '.drillbook/journals';

/**
 * Where a drill's journal goes: the path that was asked for (a folder, where there are several drills), else a file of its
 * own under `.drillbook/journals`, by the drill's name and the time. The folder is made.
 */
export const journalPath = async (
  drill: string,
  wanted: string | undefined,
  several: boolean,
): Promise<string> => {
  const name = drill.replaceAll('/', '-');
  const path =
    wanted === undefined
      ? join(FOLDER, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${process.pid}.jsonl`)
      : several
        ? join(wanted, `${name}.jsonl`)
        : wanted;
  await mkdir(dirname(resolve(path)), { recursive: true });
  return path;
};
