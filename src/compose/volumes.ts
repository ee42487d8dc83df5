import type { Diagnostic } from '../core/diagnostic.ts';
import { isRecord, type YamlPath } from '../core/yaml.ts';
import type { ComposeFile } from './file.ts';
import type { NamedVolume } from './model.ts';
import { sizeOption } from './mounts.ts';
import { parseBytes } from './quantities.ts';

/** The top-level volumes; what of one is not as the file says is told. */
export const readVolumes = (
  { value, yaml }: ComposeFile,
  diagnostics: Diagnostic[],
): readonly NamedVolume[] =>
  Object.entries(isRecord(value.volumes) ? value.volumes : {}).map(([name, declared]) => {
    const { driver, driver_opts: given } = isRecord(declared) ? declared : {};
    const options = isRecord(given) ? given : {};
    const tell = (at: YamlPath, told: Omit<Diagnostic, 'location'>): void =>
      void diagnostics.push({ ...told, location: yaml.locate(['volumes', name, ...at]) });
    if (driver !== undefined && driver !== null && driver !== 'local')
      tell(['driver'], emptyInstead(name, `by the driver "${String(driver)}"`));
    const elsewhere = deviceOf(name, options);
    if (elsewhere !== undefined) tell(['driver_opts', 'device'], elsewhere);
    const size = sizeOption(String(options.o ?? ''));
    const sizeBytes = size === undefined ? undefined : parseBytes(size);
    if (size !== undefined && sizeBytes === undefined)
      tell(['driver_opts', 'o'], {
        code: 'invalid-volume',
        severity: 'error',
        message: `"${size}" is no size: write o: size=64m`,
      });
    return { name, ...(sizeBytes !== undefined && { sizeBytes }) };
  });

/** What is wrong with a volume that is a folder, or lies on another machine: a drill has volumes of its own. */
const deviceOf = (
  name: string,
  { type, device, o }: Readonly<Record<string, unknown>>,
): Omit<Diagnostic, 'location'> | undefined => {
  if (device === undefined || device === null || type === 'tmpfs') return undefined;
  const isFolder = /(?:^|,)\s*r?bind\s*(?:,|$)/.test(String(o ?? ''));
  if (!isFolder) return emptyInstead(name, `${String(device)} of type ${String(type ?? 'unknown')}`);
  return {
    code: 'unsupported-volume',
    severity: 'error',
    message: `the volume "${name}" is the folder ${String(device)}, which a drill does not mount by "driver_opts"`,
    hint: `bind it where it is used: - ${String(device)}:/path/in/the/container`,
  };
};

const emptyInstead = (name: string, what: string): Omit<Diagnostic, 'location'> => ({
  code: 'unsupported-volume',
  severity: 'warning',
  message: `the volume "${name}" is ${what}: in a drill it is a new one, with nothing in it`,
  hint: 'where a service needs what lies there, bind a folder with a copy of it',
});
