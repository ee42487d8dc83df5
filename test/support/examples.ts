import { readFileSync } from 'node:fs';
import { repository } from './cli.ts';

/** The TypeScript in `docs/library.md`: what reads and judges, and what runs a drill. */
export const libraryExamples = (): { readonly judge: string; readonly run: string } => {
  const page = readFileSync(repository('docs/library.md'), 'utf8');
  const [judge, run] = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  if (judge === undefined || run === undefined) throw new Error('docs/library.md has not both examples');
  return { judge, run };
};
