/**
 * Time to read all runbooks of a folder, against mdast-util-from-markdown alone with the same extensions on the same texts.
 *
 *     scripts/node node bench/parse.ts [folder]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/runbook/text/decode.ts';
import { parseRunbook } from '../src/runbook/parse.ts';
import { median } from '../src/core/statistics.ts';
import { referenceTree } from '../test/support/reference-markdown.ts';

const folder = process.argv[2] ?? join(process.env.DRILLBOOK_SHARED ?? '../shared', 'corpus');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join(folder, name));
const bytes = files.map((path) => readFileSync(path));
const texts = bytes.map((each) => decode(each).text);

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const ROUNDS = 9;
const rounds = Array.from({ length: ROUNDS }, () => ({
  markdown: time(() => texts.forEach((text) => referenceTree(text))),
  runbook: time(() => bytes.forEach((each, index) => parseRunbook(each, files[index] ?? ''))),
}));

const warm = rounds.slice(2);
const markdown = median(warm.map((round) => round.markdown));
const runbook = median(warm.map((round) => round.runbook));
const ratio = median(warm.map((round) => round.runbook / round.markdown));
console.log(
  `${files.length} files, ${(bytes.reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1)} MB`,
);
console.log(
  `mdast-util-from-markdown ${markdown.toFixed(0)} ms, runbooks ${runbook.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
);
