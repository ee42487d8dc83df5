import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { byPlace, type Diagnostic } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { takePlaces } from '../core/places.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord, readYaml, type YamlFile } from '../core/yaml.ts';
import type { AlertsText } from '../alert/schema.ts';
import { locateScript, type LoadText } from '../load/schema.ts';
import { readFaults } from './faults.ts';
import { toMs } from '../core/duration-field.ts';
import { plainFields } from './fields.ts';
import { issuesAsDiagnostics } from './issues.ts';
import { recognise } from './kinds.ts';
import type { Drill, LedgerSpec, Located, ProbeSpec, RunbookReference } from './model.ts';
import { toObjectives } from './objectives.ts';
import type { Catalogues } from './schema.ts';

const plain = z.strictObject(plainFields);

/** For "did you mean": with the keys that are read by other means. */
const all = plain.extend({ fault: z.unknown(), faults: z.unknown(), probes: z.unknown() });

type Plain = z.infer<typeof plain>;

/** Reads a drill file. All that is wrong with it is told at once, each with its place. */
export const loadDrill = async (path: string, catalogues: Catalogues): Promise<Result<Drill>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
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
  const { fault: _, faults: __, probes, ...rest } = value;
  const fields = plain.safeParse(rest);
  const faults = readFaults(value, catalogues.faults, yaml.value);
  const readProbes = probes === undefined ? success(undefined) : probesOf(probes, catalogues, yaml.value);
  const diagnostics = byPlace([
    ...(fields.success ? [] : issuesAsDiagnostics(fields.error.issues, yaml.value, [], all)),
    ...faults.diagnostics,
    ...readProbes.diagnostics,
  ]);
  if (!fields.success || !faults.ok || !readProbes.ok) return failure(...diagnostics);
  return success(
    {
      ...toDrill(fields.data, path, yaml.value),
      faults: faults.value,
      ...(readProbes.value === undefined ? {} : { probes: readProbes.value }),
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

const PROBE = { name: 'probe', example: '{ http: http://localhost:8000/health }' } as const;

const probesOf = (
  value: unknown,
  { probes: kinds }: Catalogues,
  yaml: YamlFile,
): Result<readonly Located<ProbeSpec>[]> => {
  if (!Array.isArray(value) || value.length === 0) {
    return failure({
      code: 'invalid-value',
      severity: 'error',
      message: '"probes" is a list with at least one probe',
      location: yaml.locate(['probes']),
      hint: `write probes: [${PROBE.example}]`,
    });
  }
  const read = value.map((entry: unknown, index): Result<Located<ProbeSpec>> => {
    const { name, ...own } = isRecord(entry) ? entry : {};
    const path = ['probes', index];
    const recognised = recognise(isRecord(entry) ? own : entry, kinds, PROBE, yaml, path);
    if (!recognised.ok) return recognised;
    const probe = { ...recognised.value, ...(name === undefined ? {} : { name: String(name) }) };
    return success({ value: probe, location: yaml.locate(path) });
  });
  const diagnostics = read.flatMap((result): readonly Diagnostic[] => result.diagnostics);
  return read.every(({ ok }) => ok)
    ? success(
        read.flatMap((result) => (result.ok ? [result.value] : [])),
        diagnostics,
      )
    : failure(...diagnostics);
};

const toDrill = (fields: Plain, path: string, yaml: YamlFile): Omit<Drill, 'faults' | 'probes'> => {
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

const splitReference = (text: string, folder: string): RunbookReference => {
  const at = text.lastIndexOf('#');
  if (at < 0) return { file: resolve(folder, text) };
  return { file: resolve(folder, text.slice(0, at)), procedure: text.slice(at + 1) };
};
