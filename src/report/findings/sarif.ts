import { relative, sep } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Location } from '../../core/location.ts';
import type { FindingsOptions, FindingsReport } from './model.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, as code scanning reads it. */
export const findingsSarif: FindingsReport = ({ diagnostics }, options) =>
  `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Drillbook',
              semanticVersion: options.version,
              rules: rulesOf(diagnostics, options),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: diagnostics.map((diagnostic) => resultOf(diagnostic, options)),
        },
      ],
    },
    undefined,
    2,
  )}\n`;

/** Those that found something; a code that is no rule's (an unreadable file) has its name alone. */
const rulesOf = (diagnostics: readonly Diagnostic[], { rules }: FindingsOptions): readonly object[] =>
  [...new Set(diagnostics.map(({ code }) => code))].sort().map((id) => {
    const summary = rules.find((rule) => rule.id === id)?.summary;
    return { id, ...(summary === undefined ? {} : { shortDescription: { text: summary } }) };
  });

const resultOf = (
  { code, severity, message, hint, location }: Diagnostic,
  { cwd }: FindingsOptions,
): object => ({
  ruleId: code,
  level: LEVELS[severity],
  message: { text: hint === undefined ? message : `${message}. ${hint}` },
  ...(location === undefined ? {} : { locations: [{ physicalLocation: placeOf(location, cwd) }] }),
});

const placeOf = ({ file, line, column, endLine, endColumn }: Location, cwd: string): object => ({
  artifactLocation: { uri: relative(cwd, file).split(sep).map(encodeURIComponent).join('/') },
  region: {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  },
});
