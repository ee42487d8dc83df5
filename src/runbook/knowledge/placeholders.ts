/** One look of what a reader must replace. The first group, where there is one, is the name that a drill binds. */
export interface PlaceholderForm {
  readonly form: RegExp;
  /** Where the look is something else: a Go template, a glob, a jq filter. */
  readonly not?: (match: RegExpExecArray) => boolean;
}

const before = (match: RegExpExecArray): string => match.input.slice(0, match.index);
const after = (match: RegExpExecArray): string => match.input.slice(match.index + match[0].length);

export const PLACEHOLDERS: readonly PlaceholderForm[] = [
  {
    // <pod-name>, <your namespace>
    form: /<\s*([A-Za-z][^<>\n|;&$`"]{0,70}?)\s*>(?!>)/g,
    not: (match) =>
      before(match).endsWith('<') ||
      /^(?:br|p|a|b|i|div|html|body|EOF)$/i.test(match[1] ?? '') ||
      /=~?$/.test(match[1] ?? ''),
  },
  {
    // [School Name], [pod-name], [NAMESPACE]
    form: /(?<![\w\])$"'.[])\[([A-Za-z]\w*(?:[ _-]\w+)+|[A-Z][A-Z_]{2,}|name|host|namespace|pod|id|ip|user|username|node|cluster|environment|env|service|database|table)\](?![\w[(])/g,
    not: (match) => /(?:grep|sed|awk|tr|jq)\b[^|]*$/.test(before(match)),
  },
  {
    // {id}, {{ name }} is a template's
    form: /(?<![$%{@\\#I])\{([A-Za-z][\w-]*)\}(?!\})/g,
    not: (match) => /-I\s*$|jsonpath=\S*$|f["'][^"'\n]*$|awk\b[^|]*$|-w\s*\S*%?$/.test(before(match)),
  },
  {
    form: /\b(YOUR[_-][A-Z0-9_-]+|[A-Z][A-Z_]*_HERE|CHANGE_?ME|REPLACE[_-]ME|REPLACE[_-][A-Z_]+|INSERT[_-][A-Z_]+)\b/g,
  },
  { form: /(?<![\w-])(your-[a-z0-9-]*[a-z0-9]|your_[a-z0-9_]+)\b/g },
  {
    form: /(?<![A-Za-z0-9-])(X{3,}|x{2,}(?:[.:-]x{2,})*|XX+)(?![A-Za-z0-9])/g,
    not: (match) => /^xx$/.test(match[0]) && !/[=:@/.-]$/.test(before(match)),
  },
  { form: /\b(x\.x\.x\.x|[xX]{1,3}(?:\.[xX]{1,3}){3}|\d+\.\d+\.[xX](?:\.[xX])?)\b/g },
  // An ellipsis: what stands here is left out.
  {
    form: /(?<=[\s/=.'":0-9,]|^)(?:\.{3,}|…)(?=[\s'",)/]|$)/g,
    not: (match) =>
      before(match).endsWith('./') ||
      /"[^"\n]*[a-z] $/.test(before(match)) ||
      after(match).startsWith('/') ||
      /#[^\n]*$/.test(before(match)),
  },
  // No shell has a variable of such a name: $POD-NAME
  { form: /\$([A-Z][A-Z0-9_]*(?:-[A-Z][A-Z0-9_]*)+)/g },
  // Words that stand for themselves.
  {
    form: /(?<![\w$-])([A-Z]+_HERE|app_name|migration_name|previous-tag|(?:pod|node|namespace|container|service|cluster|deployment|bucket|table|user|db|database|host)[_-]name(?:here)?)(?![\w-])(?!\s*=)/g,
    not: (match) =>
      /-l\s+\S*$|--\S*$|select\b[\s\S]*$|=\S*\.$|-o\s+\S*$|\.$|columns?=\S*$/i.test(before(match)),
  },
];
