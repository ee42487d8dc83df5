/** What stands where a secret was. */
export const REDACTED = '***';

const SECRET_NAME =
  /(?:password|passwd|passphrase|pass|pwd|secret|token|credential|(?:api|access|private|auth|encryption|signing)_?key)s?(?:_?(?:value|id|hash|\d+))?$/i;

/** Does a variable of this name hold a secret? `POSTGRES_PASSWORD`, `JWT_SECRET`, `GITHUB_TOKEN`, `apiKey`. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** `postgres://user:PASSWORD@host`. */
const URL_PASSWORD = /([a-z][\w+.-]*:\/\/[^\s:@/'"]*:)([^\s@'"]+)(?=@)/gi;

/** `NAME=value`, `"name": "value"`, `--name value`; whether the name is that of a secret is asked then. */
const ASSIGNMENT = /((?<=--)[\w-]+\s+|[\w-]+"?\s*[=:]\s*)("[^"\n]*"|'[^'\n]*'|[^\s"',;&|})]+)/g;

/** `Authorization: Bearer …`. */
const BEARER = /\b(bearer|basic)\s+[\w~+/.=-]{8,}/gi;

/** Replaces secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Replaces `values` wherever they stand, and what the text itself shows to be a secret: a URL's password, an assignment to
 * a secret's name, a bearer token.
 */
export const redactor = (values: Iterable<string>): Redact => {
  const known = [...new Set(values)].filter(Boolean).sort((a, b) => b.length - a.length);
  return (text) => {
    let result = text;
    for (const value of known) result = result.replaceAll(value, REDACTED);
    return result
      .replace(URL_PASSWORD, `$1${REDACTED}`)
      .replace(BEARER, `$1 ${REDACTED}`)
      .replace(ASSIGNMENT, (all: string, name: string) =>
        isSecretName(name.replace(/"?\s*[=:]?\s*$/, '')) ? name + REDACTED : all,
      );
  };
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
