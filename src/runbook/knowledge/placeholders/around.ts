/** How far back what stands before a word can say that it is no placeholder, in characters. */
const NEAR = 20_000;

/** What stands before a match, and what behind it. */
export const before = ({ input, index }: RegExpExecArray): string =>
  input.slice(Math.max(0, index - NEAR), index);
export const after = (match: RegExpExecArray): string => match.input.slice(match.index + match[0].length);

/** Before a word that is looked for or printed, not replaced. */
const LOOKED_FOR =
  /(?:\b(?:grep|egrep|rg|awk|sed|tr|jq|printenv|unset|sort|cut|column|getenv|environ)\b(?!-)[^|;]*|\bexport\s[^|;=]*|\bnmcli\s(?:-\S+\s+)*-f\s+\S*|\s(?:-v|-\w*o|--output|--sort-by|--format|-l|--columns)[ =]\S*|\s(?:-e|--env)[ =][^\s=]*)$/;
export const isLookedFor = (match: RegExpExecArray): boolean => LOOKED_FOR.test(before(match));

/** Before the name of a variable or of a secret, which is that name: heroku config:unset API_KEY, gh secret set DATABASE_URL. */
const NAMES_VARIABLE =
  /\b(?:config:(?:get|set|unset)|(?:un)?set-env\s+\S+|secret:create|secrets?\s+(?:set|unset|put|get|rm|remove|delete|versions)|variables?\s+(?:get|set|delete)|env\s+(?:add|rm|get|set|unset|-u))\s[^|;&]*$|\s-field=$|\sget-secret-value\s[^|;&]*$|\bheroku\s+(?:pg|redis|data|config)(?::\S+)?\s[^|;&\n]*(?<!\s(?:-a|--app|-r|--remote|--confirm)[ =])$/;

/** … unless the name itself says that it stands for one: gh secret set SECRET_NAME */
export const isNameOfVariable = (match: RegExpExecArray): boolean =>
  NAMES_VARIABLE.test(before(match)) &&
  !/NAME_OF|(?:SECRET|KEY|VAR|VARIABLE|CONFIG)_?(?:NAME|ID)$/.test(match[0]);

export const isInSql = (match: RegExpExecArray): boolean =>
  /\b(?:select|where|insert|group by|order by)\b/i.test(before(match));

/** What is looked for, a variable's own name, a column. */
export const standsForItself = (match: RegExpExecArray): boolean =>
  isLookedFor(match) || isNameOfVariable(match) || isInSql(match);

/** `cat VERSION`, `cat /srv/shop/REVISION`: the file that a release leaves behind. Below the folder of all of them it stands for one: `releases/RELEASE`. */
export const isNameOfFile = (match: RegExpExecArray): boolean =>
  /(?:^|_)(?:VERSION|REVISION|RELEASE|COMMIT)$/.test(match[1] ?? '') &&
  TAKES_FILE.test(before(match)) &&
  /^(?:["';|&)\s]|$)/.test(after(match));

const TAKES_FILE =
  /\b(?:cat|less|more|head|tail|wc|stat|file|touch|source|diff|cp|mv|rm|vim?|nano|add|\w+sum)\s+(?:-\S+\s+|\d+\s+)*(?:\S*(?<!(?:version|revision|release|commit)s)\/)?$/;
