import type { Location } from '../core/location.ts';
import { failure, success, type Result } from '../core/result.ts';
import { nearest } from '../core/suggest.ts';
import type { Heading } from './lint/model.ts';
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
 * @param location where the name stands, for the diagnostic that lists the candidates; none where it stands in no file
 * @param headings of the file, where they are known: the name of one that is no procedure is told as such
 */
export const findProcedure = (
  runbook: Runbook,
  name: string | undefined,
  location: Location | undefined,
  headings: () => readonly Heading[] = () => [],
): Result<Procedure> => {
  const { procedures, path } = runbook;
  const found =
    name === undefined
      ? procedures
      : (WAYS.map((way) => procedures.filter((each) => way(each, name))).find((each) => each.length > 0) ??
        []);
  const [only] = found;
  if (only !== undefined && found.length === 1) return success(only);
  const wrong = (code: string, message: string, hint: string): Result<Procedure> =>
    failure({ code, severity: 'error', message, ...(location === undefined ? {} : { location }), hint });
  if (found.length > 1) {
    return wrong(
      'ambiguous-procedure',
      name === undefined
        ? `${path} has several procedures: name one with FILE#NAME`
        : `"${name}" may mean several procedures`,
      `candidates: ${found.map(nameOf).join(', ')}`,
    );
  }
  const other = name === undefined ? undefined : headingNamed(name, headings());
  const notRead = other && whyNotRead(other, procedures);
  if (procedures.length === 0) {
    return wrong(
      'no-procedure',
      `${path} has no procedure: no section with something to type`,
      notRead ?? 'see what was read: drillbook parse FILE',
    );
  }
  const meant = nearest(
    name ?? '',
    procedures.flatMap(({ slug, alert }) => [slug, ...(alert === undefined ? [] : [alert])]),
  );
  return wrong(
    'unknown-procedure',
    `${path} has no procedure "${name}"`,
    notRead ??
      (meant === undefined ? `candidates: ${procedures.map(nameOf).join(', ')}` : `did you mean "${meant}"?`),
  );
};

/** The heading that a name means, as it would mean a procedure's. */
const headingNamed = (name: string, headings: readonly Heading[]): Heading | undefined =>
  headings.find(({ slug, text }) => slug === name || slugOf(text) === slugOf(name)) ??
  headings.find(({ text }) => text.toLowerCase().includes(name.toLowerCase()));

const whyNotRead = ({ text, line }: Heading, procedures: readonly Procedure[]): string => {
  const owner = procedures.find(({ lines: [first, last] }) => line >= first && line <= last);
  return owner === undefined
    ? `the heading "${text}" (L${line}) is not read as a procedure; if it is one, write <!-- drill: procedure --> under it (docs/marks.md)`
    : `the heading "${text}" (L${line}) is a part of the procedure ${nameOf(owner)}`;
};

const nameOf = ({ slug, alert }: Procedure): string => (alert === undefined ? slug : `${alert} (${slug})`);
