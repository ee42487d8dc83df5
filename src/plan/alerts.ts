import { readFile } from 'node:fs/promises';
import { execa } from 'execa';
import { alertNames, readRules } from '../alert/rules.ts';
import { toAlertSpec } from '../alert/schema.ts';
import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { remedyFor, whyUnreadable } from '../core/file-error.ts';
import type { Drill } from '../drill/model.ts';
import type { PlannedAlerts } from './model.ts';

/** The drill's alerts, with the metrics that the Compose file implies where the drill names none. */
export const planAlerts = (
  { path, alerts }: Pick<Drill, 'path' | 'alerts'>,
  system: System,
): PlannedAlerts | undefined => {
  if (alerts === undefined) return undefined;
  const { value, location } = alerts;
  const origin = {
    from: 'drill',
    what: 'alerts',
    file: path,
    lines: [location.line, location.line],
  } as const;
  return { spec: toAlertSpec(value, system), origin };
};

/**
 * What is wrong with the rules of a drill: nothing is started with rules that Prometheus would not take, or where there is none.
 * @param tools the programs that the operator will have
 */
export const checkAlerts = async (
  { alerts }: Pick<Drill, 'alerts'>,
  system: System,
  tools: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> => {
  if (alerts === undefined) return [];
  const { value, location } = alerts;
  const wrong = (code: string, message: string, hint: string): readonly Diagnostic[] => [
    { code, severity: 'error', message, location, hint },
  ];
  if (Object.keys(toAlertSpec(value, system).metrics).length === 0)
    return wrong(
      'no-metrics',
      'nothing says where the metrics are: no service publishes a port that its health check asks by HTTP',
      'write alerts: { rules: …, metrics: { app: http://localhost:8000/metrics } }',
    );
  let text: string;
  try {
    text = await readFile(value.rules, 'utf8');
  } catch (thrown) {
    // A name that no file can have is refused as well.
    const error = thrown as NodeJS.ErrnoException;
    return wrong(
      'unreadable-rules',
      `cannot read the alert rules ${value.rules}: ${whyUnreadable(error)}`,
      remedyFor(error, 'paths in a drill are relative to the drill file'),
    );
  }
  try {
    if (alertNames(readRules(text)).length === 0)
      return wrong(
        'no-alert',
        `${value.rules} has no alert`,
        'groups: [{ name: …, rules: [{ alert: …, expr: … }] }]',
      );
  } catch (error) {
    return wrong(
      'invalid-rules',
      `${value.rules} has no alert rules: ${(error as Error).message}`,
      'promtool check rules shows what Prometheus says of it',
    );
  }
  const checked = await execa('promtool', ['check', 'rules', value.rules], { reject: false });
  if (checked.exitCode === 1)
    return wrong(
      'invalid-rules',
      `Prometheus does not take ${value.rules}: ${lastLine(checked.stderr)}`,
      `promtool check rules ${value.rules}`,
    );
  return tools.has('prometheus')
    ? []
    : wrong(
        'missing-program',
        'there is no prometheus where the runbook’s commands run',
        'sudo apt-get install prometheus; or run the drill with --backend docker',
      );
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
