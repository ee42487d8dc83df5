/** A line of a table's frame or of its rows: `+----+`, `| id | name |` */
export const FRAME = /^\s*(?:\+-{2,}[-+]*|\|.*\|)\s*$/;

/** Keys to be pressed: `Ctrl + D` */
export const KEYS = /^\s*(?:(?:ctrl|control)\s*[-+]?|\^)\s*[a-z]\s*$/i;

/** What a client of lines answers: `(integer) 3`, `1) "jobs"`, `PONG` */
export const CLIENT_ANSWERS =
  /^\s*(?:\d+\) ["(]|\((?:integer|error)\) |\(nil\)|\(empty |OK\s*$|PONG\s*$|"[^"]*"\s*$|\+-{2,}[-+]*\s*$|\|.*\|\s*$)/;

/** What begins no statement of a language: a remark, or what its console answers. */
export const NO_STATEMENT: Readonly<Record<'python' | 'ruby' | 'js' | 'php', RegExp>> = {
  python: /^\s*(?:#|<\w[^>]*>\s*$|(?:True|False|None|\d+)\s*$)/,
  // `=> 5`
  ruby: /^\s*(?:#|=begin|=end|=>\s|(?:true|false|nil|\d+)\s*$)/,
  js: /^\s*(?:\/\/|\/\*|\*|switched to db|(?:true|false|null|\d+)\s*$)/,
  php: /^\s*(?:\/\/|\/\*|\*|=>?\s|<\?php|(?:true|false|null|\d+)\s*$)/,
};
