import { inspectRules } from '../alert/inspect.ts';
import { toAlertSpec } from '../alert/schema.ts';
import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { originAt } from '../core/origin.ts';
import type { Drill } from '../drill/model.ts';
import { inspected } from './inspected.ts';
import type { PlannedAlerts } from './model.ts';

/** The drill's alerts, with the metrics that the Compose file implies where the drill names none. */
export const planAlerts = ({ alerts }: Pick<Drill, 'alerts'>, system: System): PlannedAlerts | undefined =>
  alerts && {
    spec: toAlertSpec(alerts.value, system),
    origin: originAt('drill', 'alerts', alerts.location),
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
  const wrongRules = await inspected(inspectRules(value.rules), location);
  if (wrongRules !== undefined) return [wrongRules];
  return tools.has('prometheus')
    ? []
    : wrong(
        'missing-program',
        'there is no prometheus where the runbook’s commands run',
        'sudo apt-get install prometheus; or run the drill with --backend docker',
      );
};
