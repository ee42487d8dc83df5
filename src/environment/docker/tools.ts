import type { System } from '../../compose/model.ts';

const FIND = 'for name; do command -v "$name" >/dev/null && echo "$name"; done; :';

/** Those of the programs that the operator's image has. */
export const operatorTools = async (
  names: readonly string[],
  _system: System,
): Promise<ReadonlySet<string>> => {
  const [{ connectEngine }, { OPERATOR_IMAGE, ensureOperatorImage }, { runOnce }] = await Promise.all([
    import('./engine.ts'),
    import('./images.ts'),
    import('./run-once.ts'),
  ]);
  const engine = await connectEngine();
  await ensureOperatorImage(engine, new AbortController().signal);
  const said = await runOnce(engine, OPERATOR_IMAGE, ['/bin/sh', '-c', FIND, 'sh', ...names]);
  return new Set(said.split('\n').filter((name) => name !== ''));
};
