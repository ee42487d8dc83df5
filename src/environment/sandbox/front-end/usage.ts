import type { Flag } from './flags.ts';
import type { AnyVerb } from './verb.ts';

/** What `--help` prints: the verb's line, and the flags that the sandbox has. */
export const usageText = (name: string, verb: AnyVerb): string => {
  const options = Object.entries(verb.flags)
    .filter(([, flag]) => flag.kind !== 'absent')
    .map(([long, flag]) => option(long, flag));
  const usage = `Usage:  ${name} ${verb.usage}`.trimEnd();
  return options.length === 0 ? usage : [usage, '', 'Options:', ...options].join('\n');
};

const option = (long: string, flag: Flag): string => {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `;
  const value =
    flag.kind === 'bool' || flag.kind === 'optional' ? '' : ` ${flag.kind === 'text' ? 'string' : flag.kind}`;
  return `  ${short}--${long}${value}`;
};
