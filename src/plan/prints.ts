/** `curl -o /dev/null -w '%{http_code}'`, `curl -I`: behind a body it would stand glued to it. */
export const PRINTS_STATUS =
  /^(?=[^]*\s(?:-[a-zA-Z]*o|--output)[\s=])[^]*%\{(?:http|response)_code\}|\bcurl\s(?:[^|;&\n]*\s)?(?:-[a-zA-Z]*I[a-zA-Z]*|--head)(?=\s)/;

/** `curl URL`: prints no status, and ends with 0 at each. */
export const HIDES_STATUS =
  /^(?!.*\s(?:-[a-zA-Z]*[fiIvDw][a-zA-Z]*|--(?:fail(?:-with-body)?|include|verbose|dump-header|write-out|head))(?=[\s='"]|$))(?:\S+\s+)*?curl\s[^|;&\n]*$/;

/** What prints a number and nothing else: a count in SQL, the length of a queue, `grep -c`, `wc -l`. */
export const PRINTS_NUMBER =
  /\bselect\s+(?:count|sum|max|min|avg|coalesce|extract)\s*\(|\bgrep\s+(?:-\w+\s+)*(?:-\w*c\w*|--count)\s|\bwc\s+-[lcw]\b|\b(?:LLEN|SCARD|ZCARD|HLEN|XLEN|DBSIZE|STRLEN)\b|\|\s*length\b/i;
