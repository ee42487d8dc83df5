import { basename, dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { byPlace } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { takePlaces } from '../core/places.ts';
import { readText } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord, readYaml, type YamlFile } from '../core/yaml.ts';
import type { AlertsText } from '../alert/schema.ts';
import { locateScript, type LoadText } from '../load/schema.ts';
import { readFaults } from './faults.ts';
import { toMs } from '../core/duration-field.ts';
import { plainFields } from './fields.ts';
import { issuesAsDiagnostics } from './issues.ts';
import type { Drill, LedgerSpec, Located } from './model.ts';
import { toObjectives } from './objectives.ts';
import { readProbes } from './probes.ts';
import { splitReference } from './reference.ts';
import type { Catalogues } from './schema.ts';

/** What `fault`, `faults` and `probes` may hold, their catalogues say. */
const drillFile = z.strictObject({
  ...plainFields,
  fault: z.unknown().optional(),
  faults: z.unknown().optional(),
  probes: z.unknown().optional(),
});

/** Reads a drill file. All that is wrong with it is told at once, each with its place. */
export const loadDrill = async (path: string, catalogues: Catalogues): Promise<Result<Drill>> => {
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure({
      code: 'unreadable-drill',
      severity: 'error',
      message: `cannot read the drill ${path}: ${whyUnreadable(error)}`,
      hint: remedyFor(error, 'drillbook list shows the drills of a folder'),
    });
  }
  return readDrill(text, resolve(path), catalogues);
};

/** As `loadDrill`, from the text of the file at `path`. */
export const readDrill = (text: string, path: string, catalogues: Catalogues): Result<Drill> => {
  const yaml = readYaml(text, path);
  if (!yaml.ok) return yaml;
  const { value } = yaml.value;
  if (!isRecord(value)) {
    return failure({
      code: 'invalid-value',
      severity: 'error',
      message: 'a drill is a mapping with runbook, environment and fault',
      location: yaml.value.locate([]),
      hint: 'drillbook schema says which keys there are',
    });
  }
  const fields = drillFile.safeParse(value);
  const faults = readFaults(value, catalogues.faults, yaml.value);
  const { probes: given } = value;
  const probes = given === undefined ? success(undefined) : readProbes(given, catalogues.probes, yaml.value);
  const diagnostics = byPlace([
    ...(fields.success ? [] : issuesAsDiagnostics(fields.error.issues, yaml.value, [], drillFile)),
    ...faults.diagnostics,
    ...probes.diagnostics,
  ]);
  if (!fields.success || !faults.ok || !probes.ok) return failure(...diagnostics);
  return success(
    {
      ...toDrill(fields.data, path, yaml.value),
      faults: faults.value,
      ...(probes.value === undefined ? {} : { probes: probes.value }),
    },
    diagnostics,
  );
};

/** The files that a drill names, as far as it can be read: what is wrong with them is told beside what is wrong with the drill. */
export const filesOf = (text: string, path: string): Partial<Pick<Drill, 'runbook' | 'environment'>> => {
  const yaml = readYaml(text, path);
  if (!yaml.ok || !isRecord(yaml.value.value)) return {};
  const { locate, value } = yaml.value;
  const { runbook, environment } = value as Readonly<Record<string, unknown>>;
  const folder = dirname(path);
  return {
    ...(typeof runbook === 'string' && {
      runbook: { value: splitReference(runbook, folder), location: locate(['runbook']) },
    }),
    ...(typeof environment === 'string' && {
      environment: { value: resolve(folder, environment), location: locate(['environment']) },
    }),
  };
};

const toDrill = (
  fields: z.infer<typeof drillFile>,
  path: string,
  yaml: YamlFile,
): Omit<Drill, 'faults' | 'probes'> => {
  const folder = dirname(path);
  const located = <T>(key: string, value: T): Located<T> => ({ value, location: yaml.locate([key]) });
  const { value: own } = yaml;
  const placed = <T extends object>(key: string, names: T): T =>
    isRecord(own) ? takePlaces(names, own[key]) : names;
  const ledger: LedgerSpec | undefined = fields.ledger === 'off' ? { off: true } : fields.ledger;
  const optional = {
    interval: fields.interval,
    stableFor: fields['stable-for'],
    stepTimeout: fields['step-timeout'],
  };
  return {
    path,
    name: `${basename(folder)}/${basename(path, extname(path))}`,
    runbook: located('runbook', splitReference(fields.runbook, folder)),
    environment: located('environment', resolve(folder, fields.environment)),
    objectives: toObjectives(fields.objectives ?? {}, yaml),
    bind: placed('bind', mapValues(fields.bind ?? {}, String)),
    answers: placed(
      'answers',
      mapValues(fields.answers ?? {}, (answer) => answer === true || answer === 'yes'),
    ),
    choose: placed('choose', { ...fields.choose }),
    branches: fields.branches ?? [],
    secrets: fields.secrets ?? [],
    ...(fields['derived-probes'] === undefined ? {} : { withoutDerivedProbes: true }),
    ...(ledger === undefined ? {} : { ledger: located('ledger', ledger) }),
    ...(fields.operator === undefined ? {} : { operator: located('operator', fields.operator) }),
    ...(fields.load === undefined ? {} : { load: located('load', toLoad(fields.load, folder)) }),
    ...(fields.alerts === undefined ? {} : { alerts: located('alerts', toAlerts(fields.alerts, folder)) }),
    ...Object.fromEntries(
      Object.entries(optional).flatMap(([key, text]) => (text === undefined ? [] : [[key, toMs(text)]])),
    ),
  };
};

const toLoad = (load: string | LoadText, folder: string): LoadText => {
  const text = typeof load === 'string' ? { script: load } : load;
  return { ...text, script: locateScript(text.script, folder) };
};

const toAlerts = (alerts: string | AlertsText, folder: string): AlertsText => {
  const text = typeof alerts === 'string' ? { rules: alerts } : alerts;
  return { ...text, rules: resolve(folder, text.rules) };
};

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
