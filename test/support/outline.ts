import type { Claim, Command, Part, Procedure, Runbook } from '../../src/runbook/model.ts';

/**
 * The whole model of a runbook as a text that a person can compare with the file: procedures with alert, severity and lines;
 * roles; steps with the lines of their commands, conditions and ways; promises with value and unit. No commands' text.
 */
export const outlineOf = ({ procedures, reference }: Runbook): string =>
  [...procedures.map(procedureOf), ['outside of all procedures', ...partsOf(reference)].join('\n')].join(
    '\n\n',
  ) + '\n';

const procedureOf = ({ heading, alert, severity, lines, parts, claims }: Procedure): string =>
  [
    [heading, alert ?? 'no alert', severity ?? 'no severity', `L${lines.join('-')}`].join(' | '),
    ...claims.map((claim) => `  ${claimOf(claim)}`),
    ...partsOf(parts),
  ].join('\n');

const partsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ role, branch, heading, steps, claims }) => [
    `  ${role}: ${heading}${branch === undefined ? '' : ' (only there)'}`,
    ...steps.flatMap(({ title, lines, manual, fallback, commands }) => [
      `    ${manual ? 'by hand ' : ''}L${lines[0]} ${title ?? '-'}${fallback ? ' (if what was before did not help)' : ''}`,
      ...commands.map((command) => `      ${commandOf(command)}`),
    ]),
    ...claims.map((claim) => `    ${claimOf(claim)}`),
  ]);

const commandOf = ({ kind, client, lines, flags, condition, alternative, runsOn }: Command): string =>
  [
    `L${lines[0] === lines[1] ? lines[0] : lines.join('-')} ${client ?? kind}`,
    ...(runsOn.name === undefined ? [] : [`in ${runsOn.kind} ${runsOn.name}`]),
    ...flags.filter((flag) => flag !== 'alternative' && (flag !== 'conditional' || condition === undefined)),
    ...(condition === undefined ? [] : [`if ${condition}`]),
    ...(alternative === undefined
      ? []
      : [
          `way ${alternative.option} of ${alternative.choice}${alternative.when === undefined ? '' : `, when ${alternative.when}`}`,
        ]),
  ].join(', ');

const claimOf = ({
  about,
  lines,
  scope,
  subject,
  comparison,
  value,
  upTo,
  unit,
  lasting,
  within,
}: Claim): string =>
  [
    `! L${lines[0]} ${about}:`,
    ...[scope, subject].filter((each) => each !== undefined),
    comparison,
    upTo === undefined ? value : `${value}..${upTo}`,
    unit === 'text' ? undefined : unit,
    ...(lasting === undefined ? [] : [`for ${lasting} ms`]),
    ...(within === undefined ? [] : [`within ${within} ms`]),
  ]
    .filter((word) => word !== undefined)
    .join(' ');
