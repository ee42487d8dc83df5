import { HarnessError } from '../../core/errors.ts';
import { connectEngine } from './engine.ts';
import { OPERATOR_IMAGE, ensureImage, ensureOperatorImage } from './images.ts';
import { lonelyLabels } from './run.ts';
import { runContainer } from './run-container.ts';

const LIST = 'IFS=:; for folder in $PATH; do ls "$folder" 2>/dev/null; done; :';

/**
 * What an image has on its PATH; absent, the operator's own.
 * @throws HarnessError when the engine cannot be asked, or the image cannot be an operator's place
 */
export const listPrograms = async (named: string | undefined): Promise<ReadonlySet<string>> => {
  const engine = await connectEngine();
  const image = named ?? OPERATOR_IMAGE;
  if (named === undefined) await ensureOperatorImage(engine, new AbortController().signal);
  else await ensureImage(engine, image);
  const { stdout } = await runContainer(engine.docker, `cannot look into the image ${image}`, {
    Image: image,
    Labels: lonelyLabels(),
    Entrypoint: ['/bin/sh', '-c', LIST],
  });
  const there = new Set(stdout.split('\n'));
  if (!there.has('bash'))
    throw new HarnessError('no-bash', `the operator’s image ${image} has no bash, which runs the commands`, {
      hint: 'images/operator/Dockerfile shows what runbooks use',
    });
  return there;
};
