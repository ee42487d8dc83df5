import type { JudgedDrill } from './model.ts';
import { shortPath } from '../core/short-path.ts';
import { sentence } from './sentence.ts';
import { element, escapeXml } from './xml.ts';

/** JUnit's XML, as CI servers read it: a drill is a test case; inconclusive is an error, since nothing was proved. */
export const junit = (drills: readonly JudgedDrill[]): string => {
  const suite = element(
    'testsuite',
    {
      name: 'drillbook',
      tests: drills.length,
      failures: count(drills, 'fail'),
      errors: count(drills, 'inconclusive'),
      skipped: 0,
      time: seconds(drills.reduce((total, drill) => total + lengthOf(drill), 0)),
    },
    `\n${drills.map(testCase).join('\n')}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, `\n${suite}\n`)}\n`;
};

const testCase = (drill: JudgedDrill): string => {
  const { plan, verdict, notes } = drill.judgement;
  const attributes = {
    classname: plan.procedure.slug,
    name: plan.drill.name,
    file: shortPath(plan.drill.path),
    time: seconds(lengthOf(drill)),
  };
  const said = [sentence(drill.judgement), ...notes.map(({ code, message }) => `note: ${code}: ${message}`)];
  const output = element('system-out', {}, escapeXml(said.join('\n')));
  return element('testcase', attributes, verdict === 'pass' ? output : `${problem(drill)}${output}`);
};

const problem = ({ judgement: { verdict, reasons }, journal }: JudgedDrill): string =>
  element(
    verdict === 'fail' ? 'failure' : 'error',
    { type: reasons[0]?.code ?? verdict, message: reasons[0]?.message ?? verdict },
    escapeXml(
      [...reasons.map(({ code, message }) => `${code}: ${message}`), `journal: ${journal}`].join('\n'),
    ),
  );

const count = (drills: readonly JudgedDrill[], verdict: string): number =>
  drills.filter(({ judgement }) => judgement.verdict === verdict).length;

const lengthOf = ({ events }: JudgedDrill): number => events.at(-1)?.at ?? 0;

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
