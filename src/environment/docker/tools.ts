import { shared } from './shared-answers.ts';

/** What an operator's image has on its PATH; looked at once. */
const programs = new Map<string | undefined, Promise<ReadonlySet<string>>>();

/** Those of the programs that the operator will have. */
export const operatorTools = async (
  names: readonly string[],
  image?: string,
): Promise<ReadonlySet<string>> => {
  const there = await shared(programs, image, async () => {
    // What talks to the engine takes long to load.
    const { listPrograms } = await import('./operator-programs.ts');
    return listPrograms(image);
  });
  return new Set(names.filter((name) => there.has(name)));
};
