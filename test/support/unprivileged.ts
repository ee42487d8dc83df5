/** `nobody`: PostgreSQL refuses to run as root, and root may read everything. */
export const UNPRIVILEGED = 65_534;

export const asRoot = process.getuid?.() === 0;

/** The command as somebody who is not root. */
export const unprivileged = (argv: readonly string[]): readonly [string, ...string[]] =>
  (asRoot
    ? ['setpriv', `--reuid=${UNPRIVILEGED}`, `--regid=${UNPRIVILEGED}`, '--clear-groups', ...argv]
    : argv) as [string, ...string[]];
