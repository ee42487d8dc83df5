import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import type Dockerode from 'dockerode';

/** On an image that was built for a Compose file: where that is, and on which machine. */
export const FILE_LABEL = 'drillbook.file';

/** `<machine>/<path>`. */
export const fileMark = (file: string): string => hostname() + file;

/**
 * The names of images that nobody will start again, or their ids: what was built on this machine, and either its Compose file has gone or something newer has its name. All else is kept between drills, as
 * Compose keeps its own.
 */
export const staleImages = async (docker: Dockerode): Promise<readonly string[]> => {
  const listed = await docker.listImages({ filters: { label: [FILE_LABEL] } });
  return listed.flatMap(({ Id, RepoTags, Labels: { [FILE_LABEL]: mark = '' } }) => {
    const names = (RepoTags ?? []).filter((name) => name !== NAMELESS);
    const [machine = ''] = mark.split('/');
    if (machine !== hostname() || (names.length > 0 && !isGone(mark.slice(machine.length)))) return [];
    return names.length > 0 ? names : [Id];
  });
};

/** What may not be looked at, may be there. */
const isGone = (file: string): boolean => {
  try {
    statSync(file);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
};

/** As engines before 24.0 write that an image has no name. */
const NAMELESS = '<none>:<none>';
