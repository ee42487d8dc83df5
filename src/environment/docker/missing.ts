import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { lacking } from '../lacking.ts';
import type { Engine } from './engine.ts';

/** What there is not to start the system as containers. Images that are to be pulled or built first are warnings. */
export const missing = (system?: System): Promise<readonly Diagnostic[]> =>
  lacking(async () => {
    const { connectEngine } = await import('./engine.ts');
    return missingImages(await connectEngine(), system);
  });

const missingImages = async (engine: Engine, system: System | undefined): Promise<readonly Diagnostic[]> => {
  const { NODE_IMAGE, OPERATOR_IMAGE, builtImage, hasImage } = await import('./images.ts');
  const services = system?.services ?? [];
  const pulled = services.flatMap(({ build, image }) =>
    build === undefined && image !== undefined ? [image] : [],
  );
  const built = services
    .filter(({ build }) => build !== undefined)
    .map((service) => builtImage(system as System, service));
  const wanted = [
    ...[...new Set([NODE_IMAGE, ...pulled])].map((image) => ({
      image,
      otherwise: notThere(`the engine has no image ${image}: it is pulled first`, `docker pull ${image}`),
    })),
    ...[...new Set([OPERATOR_IMAGE, ...built])].map((image) => ({
      image,
      otherwise: notThere(
        `the engine has no image ${image}: it is built first`,
        'a drill with --backend docker does',
      ),
    })),
  ];
  const found = await Promise.all(wanted.map(({ image }) => hasImage(engine, image)));
  return wanted.filter((_, index) => !found[index]).map(({ otherwise }) => otherwise);
};

const notThere = (message: string, hint: string): Diagnostic => ({
  code: 'image-not-there',
  severity: 'warning',
  message,
  hint,
});
