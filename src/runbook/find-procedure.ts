import type { Location } from '../core/location.ts';
import { failure, success, type Result } from '../core/result.ts';
import { nearest } from '../core/suggest.ts';
import type { Procedure, Runbook } from './model.ts';
import { slugOf } from './text/slug.ts';

/** How a name may mean a procedure, the surest first; the first way that finds any decides. */
const WAYS: readonly ((procedure: Procedure, name: string) => boolean)[] = [
  ({ slug }, name) => slug === name,
  ({ alert }, name) => alert === name,
  ({ alert }, name) => alert?.toLowerCase() === name.toLowerCase(),
  ({ heading }, name) => slugOf(heading) === slugOf(name),
  ({ heading, slug }, name) =>
    heading.toLowerCase().includes(name.toLowerCase()) || slug.includes(slugOf(name)),
];

/**
 * The procedure of this name: heading slug, alert name, or a unique part of its heading. Without a name: the only one.
 * @param location where the name stands, for the diagnostic that lists the candidates
 */
export const findProcedure = (
  runbook: Runbook,
  name: string | undefined,
  location: Location,
): Result<Procedure> => {
  const { procedures, path } = runbook;
  const found =
    name === undefined
      ? procedures
      : (WAYS.map((way) => procedures.filter((each) => way(each, name))).find((each) => each.length > 0) ??
        []);
  const [only] = found;
  if (only !== undefined && found.length === 1) return success(only);
  if (procedures.length === 0) {
    return failure({
      code: 'no-procedure',
      severity: 'error',
      message: `${path} has no procedure: no section with something to type`,
      location,
      hint: 'see what was read: drillbook parse FILE',
    });
  }
  if (found.length > 1) {
    return failure({
      code: 'ambiguous-procedure',
      severity: 'error',
      message:
        name === undefined
          ? `${path} has several procedures: name one with FILE#NAME`
          : `"${name}" may mean several procedures`,
      location,
      hint: `candidates: ${found.map(nameOf).join(', ')}`,
    });
  }
  const meant = nearest(
    name ?? '',
    procedures.flatMap(({ slug, alert }) => [slug, ...(alert === undefined ? [] : [alert])]),
  );
  return failure({
    code: 'unknown-procedure',
    severity: 'error',
    message: `${path} has no procedure "${name}"`,
    location,
    hint:
      meant === undefined ? `candidates: ${procedures.map(nameOf).join(', ')}` : `did you mean "${meant}"?`,
  });
};

const nameOf = ({ slug, alert }: Procedure): string => (alert === undefined ? slug : `${alert} (${slug})`);
