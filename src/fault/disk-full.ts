import { posix } from 'node:path';
import { z } from 'zod';
import type { Service, System } from '../compose/model.ts';
import { serviceNamed } from '../compose/service-named.ts';
import type { ExecResult, StartedEnvironment } from '../environment/model.ts';
import { isInside } from '../core/is-inside.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import { LONGEST_AGE, name } from './fields.ts';
import { outputOf, runAt, script } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const schema = z
  .strictObject({
    'disk-full': name.describe('The service whose volume is filled.'),
    path: z
      .string()
      .regex(/^\/[^\0]*$/, { error: 'an absolute path in the service, such as /var/log/app' })
      .describe('The folder in the service where the files are put; on a volume or tmpfs with a size.'),
    by: z
      .enum(['data', 'logs', 'leftovers'])
      .default('data')
      .describe('data: one file. logs: app.log and its rotated ones. leftovers: core dumps.'),
    file: z
      .string()
      .regex(/^[\w.-]+$/, { error: 'the name of a file, such as app.log' })
      .optional()
      .describe('What the files are called. Default: drillbook.dat, app.log, core.'),
    files: z.int().min(1).max(50).default(1).describe('On how many files it is spread: app.log, app.log.1 …'),
    age: durationField({ most: LONGEST_AGE })
      .optional()
      .describe('How old the files seem: 8d. Default: new.'),
  })
  .describe('A volume of a service is filled, to the last byte.');

type DiskFull = z.infer<typeof schema>;

const FILES: Readonly<Record<DiskFull['by'], string>> = {
  data: 'drillbook.dat',
  logs: 'app.log',
  leftovers: 'core',
};

/** `$1`: seconds since they were written, `$2`: kB for each; then the files. The last one takes what is left. */
const FILL = `age=$1 each=$2; shift 2
for f in "$@"; do [ -e "$f" ] && { echo "$f is there already" >&2; exit 3; }; done
mkdir -p "$(dirname "$1")"
for f in "$@"; do [ "$each" -gt 0 ] && dd if=/dev/zero of="$f" bs=1024 count="$each" 2>/dev/null; last=$f; done
for size in 65536 4096 1; do dd if=/dev/zero bs=$size >>"$last" 2>/dev/null; done
for f in "$@"; do touch -d "@$(($(date +%s) - age))" "$f"; done; :`;

const FREE = 'df -kP "$1" | tail -n 1 | tr -s " " | cut -d" " -f4';

/** Those alone that begin as the fault's do: under the same name, the service may have begun another. */
const EMPTY = `for f in "$@"; do [ "$(head -c 1 "$f" 2>/dev/null | tr '\\0z' 'z.')" != z ] || rm -f "$f"; done`;

/** A write of a whole page: on a full file system, an empty file can still be made. */
const WRITE = `f=$1/.drillbook-write; LC_ALL=C dd if=/dev/zero of="$f" bs=4096 count=1 2>&1; code=$?; rm -f "$f"
df -kP "$1" | tail -n 1; exit $code`;

/** A volume is full. Cured by deleting or truncating files, or by rotating logs. */
export const diskFull = defineFault<DiskFull>({
  kind: 'disk-full',
  schema,
  describe: (spec) => `fill ${spec.path} of ${spec['disk-full']} with ${spec.by}`,
  targets: (spec) => [spec['disk-full']],
  needs: () => ['sized-volumes'],
  validate: (spec, system) => {
    const service = serviceNamed(system, spec['disk-full']);
    if (sizeAt(service, spec.path, system) !== undefined) return [];
    return [
      `${spec.path} of ${service.name} is on no volume with a size, and would fill the machine’s disk: give it one with "driver_opts: { type: tmpfs, device: tmpfs, o: size=256m }", or a "tmpfs:" with a size`,
    ];
  },
  open: (spec, { environment }) => {
    const service = spec['disk-full'];
    const names = fileNames(spec);
    const run = (text: string, ...args: readonly string[]): Promise<ExecResult> =>
      runAt(environment, service, script(text, ...args));
    return {
      inject: async () => {
        const free = Number(outputOf(await run(FREE, nearest(spec, environment)), 'df'));
        const each = spec.files === 1 ? 0 : Math.floor(free / spec.files);
        const age = Math.floor(toMs(spec.age ?? '0s') / 1000);
        outputOf(await run(FILL, `${age}`, `${each}`, ...names), `filling ${spec.path} of ${service}`);
      },
      evidence: async () => judge(spec, await run(WRITE, nearest(spec, environment))),
      heal: async () => void outputOf(await run(EMPTY, ...names), `deleting files of ${service}`),
    };
  },
});

const fileNames = ({ path, by, file = FILES[by], files }: DiskFull): readonly string[] =>
  Array.from({ length: files }, (_, index) => posix.join(path, index === 0 ? file : `${file}.${index}`));

/** The folder itself may be made by the fault; its volume is there. */
const nearest = (spec: DiskFull, { system }: StartedEnvironment): string =>
  sizeAt(serviceNamed(system, spec['disk-full']), spec.path, system)?.target ?? spec.path;

const sizeAt = (
  { mounts }: Service,
  path: string,
  { volumes }: System,
): { readonly target: string; readonly bytes: number } | undefined => {
  const mount = mounts
    .filter(({ target }) => isInside(path, target))
    .sort((a, b) => b.target.length - a.target.length)[0];
  if (mount === undefined || mount.type === 'bind') return undefined;
  const bytes =
    mount.type === 'tmpfs' ? mount.sizeBytes : volumes.find((one) => one.name === mount.source)?.sizeBytes;
  return bytes === undefined ? undefined : { target: mount.target, bytes };
};

const judge = (spec: DiskFull, { exitCode, stdout }: ExecResult): Evidence => {
  const full = stdout.includes('No space left on device');
  const [, kilobytes, used] = /(\d+)\s+\d+\s+\d+\s+(\d+%)\s+\S+\s*$/.exec(stdout) ?? [];
  const outcome = full ? 'No space left on device' : exitCode === 0 ? 'done' : stdout.trim();
  return {
    seen: full,
    what: `a write to ${spec.path} of ${spec['disk-full']}: ${outcome} (${used ?? '?'} of ${Math.round(Number(kilobytes) / 1024)} MB used)`,
  };
};
