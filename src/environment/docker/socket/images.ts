import type { Engine } from './engine.ts';
import { listOf } from './find.ts';
import type { Scope } from './model.ts';

/** As much of an entry in the engine's list of images as is used here. */
export interface ListedImage {
  readonly Id: string;
  readonly RepoTags: readonly string[] | null;
}

/** An image's name in one spelling: `docker.io/library/redis` is `redis:latest`. */
export const canonicalImage = (reference: string): string => {
  const short = reference.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
};

/** The runbook's name of each image, by the engine's. */
export const imageNames = ({ images }: Scope): ReadonlyMap<string, string> =>
  new Map([...images].map(([name, real]) => [canonicalImage(real), canonicalImage(name)]));

/** The engine's images that the runbook may see. */
export const imagesOf = async (engine: Engine, scope: Scope): Promise<readonly ListedImage[]> =>
  visibleImages(await listOf<ListedImage>(engine, '/images/json'), scope);

/** Those of them that the runbook may see, with no other names than it may see. */
export const visibleImages = <T extends ListedImage>(listed: readonly T[], scope: Scope): readonly T[] => {
  const names = imageNames(scope);
  return listed.flatMap((image) => {
    const tags = (image.RepoTags ?? []).flatMap((tag) => names.get(canonicalImage(tag)) ?? []);
    return tags.length === 0 ? [] : [{ ...image, RepoTags: tags, RepoDigests: [] }];
  });
};
