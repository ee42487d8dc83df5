import type { System } from '../../compose/model.ts';

const LIST = 'IFS=:; for folder in $PATH; do ls "$folder" 2>/dev/null; done; :';

/** What the operator's image has on its PATH; looked at once. */
let programs: Promise<ReadonlySet<string>> | undefined;

/** Those of the programs that the operator will have. */
export const operatorTools = async (
  names: readonly string[],
  _system: System,
): Promise<ReadonlySet<string>> => {
  programs ??= listPrograms();
  const there = await programs;
  return new Set(names.filter((name) => there.has(name)));
};

/** @throws HarnessError when the engine cannot be asked */
const listPrograms = async (): Promise<ReadonlySet<string>> => {
  const [{ connectEngine }, { OPERATOR_IMAGE, ensureOperatorImage }, { runOnce }] = await Promise.all([
    import('./engine.ts'),
    import('./images.ts'),
    import('./run-once.ts'),
  ]);
  const engine = await connectEngine();
  await ensureOperatorImage(engine, new AbortController().signal);
  const said = await runOnce(engine, OPERATOR_IMAGE, ['/bin/sh', '-c', LIST]);
  return new Set(said.split('\n'));
};
