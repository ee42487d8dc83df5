import type { System } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';

const LIST = 'IFS=:; for folder in $PATH; do ls "$folder" 2>/dev/null; done; :';

/** What an operator's image has on its PATH; looked at once. */
const programs = new Map<string | undefined, Promise<ReadonlySet<string>>>();

/** Those of the programs that the operator will have. */
export const operatorTools = async (
  names: readonly string[],
  _system: System,
  image?: string,
): Promise<ReadonlySet<string>> => {
  const listed = programs.get(image) ?? listPrograms(image);
  programs.set(image, listed);
  const there = await listed;
  return new Set(names.filter((name) => there.has(name)));
};

/** @throws HarnessError when the engine cannot be asked, or the image cannot be an operator's place */
const listPrograms = async (image: string | undefined): Promise<ReadonlySet<string>> => {
  const [{ connectEngine }, { OPERATOR_IMAGE, ensureImage, ensureOperatorImage }, { runOnce }] =
    await Promise.all([import('./engine.ts'), import('./images.ts'), import('./run-once.ts')]);
  const engine = await connectEngine();
  if (image === undefined) await ensureOperatorImage(engine, new AbortController().signal);
  else await ensureImage(engine, image);
  const said = await runOnce(engine, image ?? OPERATOR_IMAGE, ['/bin/sh', '-c', LIST]);
  const there = new Set(said.split('\n'));
  if (!there.has('bash'))
    throw new HarnessError('no-bash', `the operator’s image ${image} has no bash, which runs the commands`, {
      hint: 'images/operator/Dockerfile shows what runbooks use',
    });
  return there;
};
