/** How statements are told apart in a client: SQL's semicolons, a line each, or a language of blocks. */
export type Syntax = 'sql' | 'line' | 'python' | 'ruby' | 'js' | 'php';

/** A program that statements are typed into. */
export interface Client {
  readonly name: string;
  readonly syntax: Syntax;
  /** How a command line looks that starts it. */
  readonly program: RegExp;
  /** What shows that the command line brings its statements along, or does something else and ends. */
  readonly given?: RegExp;
  /** Its prompts, at the start of a line, with one of `PROMPT_SIGN` in them. The statement is what follows. */
  readonly prompt?: RegExp;
  /** Its prompt for a further line of the same statement. */
  readonly more?: RegExp;
  /** What a text says when what follows is typed into it. */
  readonly words: RegExp;
  /** How its statements begin, where only some words can: what else comes after it was printed. */
  readonly statements?: RegExp;
  /** What surely is a statement of it where the text says so, though it is written like a program. */
  readonly takes?: RegExp;
}
