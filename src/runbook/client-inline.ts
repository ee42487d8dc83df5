import type { Session } from './client-statements.ts';
import { LEAVES_CLIENT, SQL_START } from './knowledge/clients.ts';
import { likenessOf } from './likeness.ts';

/** Does the client that is open take this, where the text says to type it? `save`, `\q`, `LLEN jobs` */
export const isTypedInto = (session: Session | undefined, value: string): boolean => {
  if (session === undefined) return false;
  const { syntax, statements } = session.client;
  if (LEAVES_CLIENT.test(value)) return true;
  if (statements !== undefined) return statements.test(value);
  if (syntax === 'sql') return SQL_START.test(value);
  return likenessOf(value) < 2 && (syntax === 'line' ? /^[A-Z]{2,}(?:\s|$)/ : /[.(=]/).test(value);
};

/** What a command is that is typed into the client. */
export const typedInto = ({
  client,
  openedAt,
}: Session): { readonly kind: 'client'; readonly client: string; readonly openedAt?: number } => ({
  kind: 'client',
  client: client.name,
  ...(openedAt === undefined ? {} : { openedAt }),
});
