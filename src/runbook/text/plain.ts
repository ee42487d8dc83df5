const PLAIN = /^[ \t]*[a-z][\w./+-]*(?:[ \t]+[\w./:=@,+%-]+)*[ \t]*$/i;
const RESERVED =
  /^[ \t]*(?:case|coproc|do|done|elif|else|esac|fi|for|function|if|in|select|then|time|until|while)(?=[ \t]|$)/;

/** Is a line of shell a program with plain words after it? Most are, and a parser has nothing to say of them. */
export const isPlain = (line: string): boolean => PLAIN.test(line) && !RESERVED.test(line);
