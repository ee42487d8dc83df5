import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { HarnessError } from '../../core/errors.ts';
import type { Engine } from './engine.ts';

/** What there is not to start the system as containers. Images that are to be pulled or built first are warnings. */
export const missing = async (system?: System): Promise<readonly Diagnostic[]> => {
  const { connectEngine } = await import('./engine.ts');
  try {
    const engine = await connectEngine();
    return await missingImages(engine, system);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const { code, message, hint } = error;
    return [{ code, severity: 'error', message, ...(hint !== undefined && { hint }) }];
  }
};

const missingImages = async (engine: Engine, system: System | undefined): Promise<readonly Diagnostic[]> => {
  const { NODE_IMAGE, OPERATOR_IMAGE, hasImage } = await import('./images.ts');
  const services = system?.services.flatMap(({ build, image }) =>
    build === undefined && image !== undefined ? [image] : [],
  );
  const pulled = [...new Set([NODE_IMAGE, ...(services ?? [])])];
  const [isThere, hasOperator] = await Promise.all([
    Promise.all(pulled.map((image) => hasImage(engine, image))),
    hasImage(engine, OPERATOR_IMAGE),
  ]);
  return [
    ...pulled
      .filter((_, index) => !isThere[index])
      .map((image) =>
        notThere(`the engine has no image ${image}: it will be pulled`, `docker pull ${image}`),
      ),
    ...(hasOperator
      ? []
      : [
          notThere(
            `the engine has no image ${OPERATOR_IMAGE}: it will be built`,
            'the first drill builds it, which takes a minute',
          ),
        ]),
  ];
};

const notThere = (message: string, hint: string): Diagnostic => ({
  code: 'image-not-there',
  severity: 'warning',
  message,
  hint,
});
