/** What a command looks like that has some trait, and what takes it away. Quoted strings in it are blanked. */
export interface Trait {
  readonly form: RegExp;
  readonly unless?: RegExp;
}

/** What answers a question beforehand. */
export const YES =
  /\s(?:-\w*y\w*|--yes|--assume-?yes|--auto-approve|--force|-f|--confirm(?:=\S+)?|--no-?confirm|--skip-confirmation)(?=\s|$)/;
