import type { Drill } from './drill.ts';
import { canonicalImage } from './images.ts';
import { forbidden, Refused } from './refused.ts';

/** An answer of the filter's own. */
export type Instead = (
  drill: Drill,
  query: URLSearchParams,
  parameters: ReadonlyMap<string, string>,
) => unknown;

/** Nothing newer is to be had: a drill runs what the machine has. */
export const pull: Instead = async (drill, query) => {
  const [name, tag] = [query.get('fromImage') ?? '', query.get('tag') ?? ''];
  const reference = tag === '' ? name : `${name}${tag.includes(':') ? '@' : ':'}${tag}`;
  if (name === '' || query.has('fromSrc')) throw forbidden('a drill imports no images');
  try {
    await drill.image(reference);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw forbidden(`a drill pulls no images, and ${canonicalImage(reference)} is not one of its own`);
  }
  return { status: `Status: Image is up to date for ${canonicalImage(reference)}` };
};

/** The drill's images are the machine's. */
export const noImageRemoved: Instead = async (drill, _query, parameters) => {
  const reference = parameters.get('image') ?? '';
  await drill.image(reference);
  throw new Refused(
    409,
    `conflict: unable to delete ${reference} (cannot be forced) - image is shared with the machine that the drill runs on`,
  );
};

export const noBuild: Instead = () => {
  throw forbidden('a drill builds no images: those of the Compose file were built before it started');
};

/** No build is the drill's, so none of the builder's cache is. */
export const noBuildCache: Instead = () => ({ CachesDeleted: null, SpaceReclaimed: 0 });

/** What `docker inspect` asks for last. */
export const noPlugin: Instead = (_drill, _query, parameters) => {
  throw new Refused(404, `plugin ${JSON.stringify(parameters.get('plugin'))} not found`);
};
