/** What stands where a secret was. */
const REDACTED = '***';

const SECRET_NAME =
  /(?:password|passwd|passphrase|pass|pwd|secret|token|credential|(?:api|access|private|auth|encryption|signing)[-_ ]?key)s?(?:[-_ ]?(?:value|id|hash|\d+))?$/i;

/** Does a variable or a placeholder of this name hold a secret? `POSTGRES_PASSWORD`, `GITHUB_TOKEN`, `apiKey`, `api-key`. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** `postgres://user:PASSWORD@host`. */
const URL_PASSWORD = /([a-z][\w+.-]*:\/\/[^\s:@/'"]*:)([^\s@'"]+)(?=@)/gi;

/**
 * `NAME=value`, `"name": "value"`, `--name value`; whether the name is that of a secret is asked then. A placeholder (`<token>`) is
 * none, and says which value is missing.
 */
const ASSIGNMENT =
  /((?<=--)[\w-]+\s+|[\w-]+"?\s*[=:]\s*)(?!["']?<[^<>\n]+>)("[^"\n]*"|'[^'\n]*'|[^\s"',;&|})]+)/g;

/** `Authorization: Bearer …`. */
const BEARER = /\b(bearer|basic)\s+[\w~+/.=-]{8,}/gi;

/** Replaces secrets in a text. */
export type Redact = (text: string) => string;

/** Where a text was cut off, or its middle left out. */
const CUT = '…';

/** A piece of a secret that is shorter tells nothing, and may well stand there by chance. */
const SHORTEST_PIECE = 4;

/**
 * Replaces `values` wherever they stand, also what a cut left of them, and what the text itself shows to be a secret: a URL's
 * password, an assignment to a secret's name, a bearer token.
 */
export const redactor = (values: Iterable<string>): Redact => {
  const known = [...new Set([...values].flatMap(spellings))]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let result = withoutPieces(text, known);
    for (const value of known) result = result.replaceAll(value, REDACTED);
    return result
      .replace(URL_PASSWORD, `$1${REDACTED}`)
      .replace(BEARER, `$1 ${REDACTED}`)
      .replace(ASSIGNMENT, (all: string, name: string) =>
        isSecretName(name.replace(/"?\s*[=:]?\s*$/, '')) ? name + REDACTED : all,
      );
  };
};

/** As it is, on one line, in JSON, and in a URL. */
const spellings = (value: string): readonly string[] => [
  value,
  value.trim().replaceAll(/\s+/g, ' '),
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value.toWellFormed()),
];

/** A value that a cut went through is not found whole: `hunt…` shows its beginning, `… left out …\nter22` its end. */
const withoutPieces = (text: string, known: readonly string[]): string => {
  const parts = text.split(CUT);
  return parts
    .map((part, index) => {
      const before = index === parts.length - 1 ? part : withoutBeginning(part, known);
      return index === 0 ? before : withoutEnd(before, known);
    })
    .join(CUT);
};

const withoutBeginning = (text: string, known: readonly string[]): string => {
  const length = longestPiece(known, (value, piece) => text.endsWith(value.slice(0, piece)));
  return length === 0 ? text : text.slice(0, -length) + REDACTED;
};

const withoutEnd = (text: string, known: readonly string[]): string => {
  const rest = text.trimStart();
  const length = longestPiece(known, (value, piece) => rest.startsWith(value.slice(-piece)));
  return length === 0 ? text : REDACTED + rest.slice(length);
};

/** How much of a value stands there; 0 when none does. */
const longestPiece = (
  known: readonly string[],
  stands: (value: string, length: number) => boolean,
): number => {
  let longest = 0;
  for (const value of known)
    for (let length = value.length - 1; length >= SHORTEST_PIECE && length > longest; length -= 1)
      if (stands(value, length)) longest = length;
  return longest;
};

/**
 * The values of secret variables. A value that also stands where it is no secret (the user's name, a service's, a host's)
 * is left alone: replacing `postgres` everywhere would hide the report, not the password.
 */
export const secretValues = (
  variables: Iterable<readonly [name: string, value: string]>,
  inPlainSight: Iterable<string>,
): readonly string[] => {
  const plain = new Set(inPlainSight);
  const secrets = new Set<string>();
  for (const [name, value] of variables) {
    const password = passwordOf(value);
    if (password !== undefined) secrets.add(password);
    if (isSecretName(name)) secrets.add(value);
    else plain.add(value);
  }
  return [...secrets].filter((secret) => secret.length >= 4 && !plain.has(secret));
};

const passwordOf = (value: string): string | undefined => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.password ? decodeURIComponent(url.password) : undefined;
};
