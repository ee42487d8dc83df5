import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord, readYaml, type YamlFile } from '../core/yaml.ts';
import { readFaults } from './faults.ts';
import { plainFields, toMs } from './fields.ts';
import { issuesAsDiagnostics } from './issues.ts';
import { recognise } from './kinds.ts';
import type { Drill, LedgerSpec, Located, Objectives, ProbeSpec, RunbookReference } from './model.ts';
import type { Catalogues } from './schema.ts';

const plain = z.strictObject(plainFields);

type Plain = z.infer<typeof plain>;

/** Reads a drill file. All that is wrong with it is told at once, each with its place. */
export const loadDrill = async (path: string, catalogues: Catalogues): Promise<Result<Drill>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return failure({
      code: 'unreadable-drill',
      severity: 'error',
      message: `cannot read the drill ${path}: ${(error as Error).message}`,
      hint: 'drillbook list shows the drills of a folder',
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
    });
  }
  const { fault, probes, ...rest } = value;
  const fields = plain.safeParse(rest);
  const known = [...Object.keys(plainFields), 'fault', 'probes'];
  const faults = readFaults(fault, catalogues.faults, yaml.value);
  const readProbes = probes === undefined ? success(undefined) : probesOf(probes, catalogues, yaml.value);
  const diagnostics = [
    ...(fields.success ? [] : issuesAsDiagnostics(fields.error.issues, yaml.value, [], known)),
    ...faults.diagnostics,
    ...readProbes.diagnostics,
  ];
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
      hint: 'probes: [{ http: http://localhost:8000/health }]',
    });
  }
  const read = value.map((entry: unknown, index): Result<Located<ProbeSpec>> => {
    const { name, ...own } = isRecord(entry) ? entry : {};
    const recognised = recognise(own, kinds, 'probe', yaml, ['probes', index]);
    if (!recognised.ok) return recognised;
    const probe = { ...recognised.value, ...(name === undefined ? {} : { name: String(name) }) };
    return success({ value: probe, location: yaml.locate(['probes', index]) });
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
    bind: fields.bind ?? {},
    answers: fields.answers ?? {},
    choose: fields.choose ?? {},
    branches: fields.branches ?? [],
    secrets: fields.secrets ?? [],
    ...(ledger === undefined ? {} : { ledger: located('ledger', ledger) }),
    ...Object.fromEntries(
      Object.entries(optional).flatMap(([key, text]) => (text === undefined ? [] : [[key, toMs(text)]])),
    ),
  };
};

const splitReference = (text: string, folder: string): RunbookReference => {
  const at = text.lastIndexOf('#');
  if (at < 0) return { file: resolve(folder, text) };
  return { file: resolve(folder, text.slice(0, at)), procedure: text.slice(at + 1) };
};

const toObjectives = (fields: NonNullable<Plain['objectives']>, yaml: YamlFile): Objectives => {
  const limit = (key: keyof typeof fields, value: number): Located<number> => ({
    value,
    location: yaml.locate(['objectives', key]),
  });
  return {
    ...(fields.detect === undefined ? {} : { detect: limit('detect', toMs(fields.detect)) }),
    ...(fields.recover === undefined ? {} : { recover: limit('recover', toMs(fields.recover)) }),
    ...(fields.outage === undefined ? {} : { outage: limit('outage', toMs(fields.outage)) }),
    ...(fields['lost-writes'] === undefined
      ? {}
      : { lostWrites: limit('lost-writes', fields['lost-writes']) }),
  };
};
