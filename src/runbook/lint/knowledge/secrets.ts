const LITERAL = String.raw`(?![$<{[*'"]|YOUR|your|xxx|XXX|\.\.\.|%)`;

/** Secrets as people write them. The first group is the secret. */
export const SECRETS: readonly { readonly form: RegExp; readonly what: string }[] = [
  {
    form: new RegExp(String.raw`\bredis-cli\b[^|]{0,1000}\s(?:-a|--pass)\s+["']?${LITERAL}([^\s"'|]{3,})`),
    what: 'the password of Redis',
  },
  {
    form: new RegExp(
      String.raw`\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|AWS_SECRET_ACCESS_KEY|[A-Z][A-Z_]*_(?:PASSWORD|PASSWD|SECRET))=["']?${LITERAL}([^\s"'|;&)$]{3,})`,
    ),
    what: 'a password',
  },
  {
    form: new RegExp(
      String.raw`\bmysql(?:dump|admin)?\b[^|]{0,1000}\s(?:-p|--password=)["']?${LITERAL}([^\s"'|-][^\s"'|]{2,})`,
    ),
    what: 'the password of MySQL',
  },
  {
    form: new RegExp(String.raw`\b[a-z][a-z+]{0,20}:\/\/[\w.-]*:${LITERAL}([^\s:@/"'<>{}$]{3,})@`),
    what: 'a password in a URL',
  },
  {
    form: new RegExp(
      String.raw`\bcurl\b[^|]{0,1000}\s(?:-u|--user)[ =]?["']?[\w.@-]+:${LITERAL}([^\s"'|$]{3,})`,
    ),
    what: 'a password',
  },
  { form: /\b(AKIA[0-9A-Z]{16})\b/, what: 'an AWS key' },
  { form: /\b(gh[pousr]_[A-Za-z0-9]{36})\b/, what: 'a GitHub token' },
  { form: /\b(xox[abp]-[A-Za-z0-9-]{20,})/, what: 'a Slack token' },
  { form: /^\s*-----BEGIN (?:[A-Z]+ )?(PRIVATE KEY)-----/, what: 'a private key' },
  { form: /\bAuthorization:\s*(?:Bearer|Basic)\s+(?!\$|<|YOUR|\{)([A-Za-z0-9+/_.=-]{16,})/, what: 'a token' },
];

/** Words that stand for a secret in an example. */
export const EXAMPLES =
  /^(?:password|passwd|pass|pwd|secret|token|user|foo|bar|example|abc\d*|xxx+|my[-_]?\w*|some\w*|PASSWORD|EXAMPLE|.*EXAMPLE.*|\*+|-+|[A-Z_]+)$/;
