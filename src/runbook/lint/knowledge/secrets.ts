const LITERAL = String.raw`(?![$<{[*'"]|YOUR|your|(?:the|new|some|generated)[-_](?:password|token|secret)|xxx|XXX|\.\.\.|%)`;

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
  {
    form: new RegExp(
      String.raw`(?:\b(?:\w+\s+(?:registry\s+)?login|mongo(?:sh|dump|restore|export)?|sshpass)\b[^|]{0,1000}\s-p\s?|\s--(?:password|passwd|token|api-key|secret-key|client-secret)[ =])["']?${LITERAL}(?![-/@])([^\s"'|;&)]{4,})(?=["'\s|;&)]|$)`,
    ),
    what: 'a password',
  },
  {
    form: new RegExp(
      String.raw`--from-literal[= ]["']?[\w.-]*(?:pass(?:word|wd)?|token|secret|key)\w*=["']?${LITERAL}([^\s"'|;&)$]{4,})`,
      'i',
    ),
    what: 'a password',
  },
  {
    form: new RegExp(
      String.raw`\b(?:alter|create)\s+(?:user|role|login)\b[^;]{0,400}\b(?:password\s*=?|identified\s+(?:with\s+\S+\s+)?by)\s*'${LITERAL}([^'\s]{4,})'`,
      'i',
    ),
    what: 'a password',
  },
  {
    form: new RegExp(
      String.raw`\b(?:host|hostaddr|dbname|user)=\S+\s(?:[^"'\n]*\s)?password=${LITERAL}([^\s"'$]{4,})|["']password=${LITERAL}([^\s"'$]{4,})\s+(?:host|dbname|user)=`,
    ),
    what: 'a password',
  },
  {
    form: /\s(?:-H|--header)[ =]?\\?["']?(?:X-)?(?:Api-Key|Auth-Token|Vault-Token|Access-Token|Private-Token|Job-Token):\s*(?!\$|<|YOUR|your|\{)([A-Za-z0-9+/_.=-]{16,})/i,
    what: 'a token',
  },
  {
    form: /\b(glpat-[\w-]{16,}|github_pat_\w{40,}|sk_live_\w{16,}|dckr_pat_[\w-]{20,}|npm_[A-Za-z0-9]{36}|hvs\.[\w-]{20,}|AIza[\w-]{35})(?![\w-])/,
    what: 'a token',
  },
  { form: /\b(AKIA[0-9A-Z]{16})\b/, what: 'an AWS key' },
  { form: /\b(gh[pousr]_[A-Za-z0-9]{36})\b/, what: 'a GitHub token' },
  { form: /\b(xox[abp]-[A-Za-z0-9-]{20,})/, what: 'a Slack token' },
  { form: /^\s*-----BEGIN (?:[A-Z]+ )?(PRIVATE KEY)-----/, what: 'a private key' },
  { form: /\bAuthorization:\s*(?:Bearer|Basic)\s+(?!\$|<|YOUR|\{)([A-Za-z0-9+/_.=-]{16,})/, what: 'a token' },
];

/** Words that stand for a secret in an example. */
export const EXAMPLES =
  /^(?:(?:(?:new|old|strong|secure|super|the)[-_]?)?(?:pass(?:word|wd|phrase)?|pwd|secret|token)|[Yy]our\w*!?|senha|contraseña|motdepasse|passwort|value|user|foo|bar|example|abc\d*|xxx+|my[-_]?\w*|some\w*|PASSWORD|EXAMPLE|.*EXAMPLE.*|\*+|-+|[A-Z_]+)$/;
