/** One look of what a reader must replace. The first group, where there is one, is the name that a drill binds. */
export interface PlaceholderForm {
  readonly form: RegExp;
  /** One of these must be in the text: looked for first, since that is quick. */
  readonly has?: readonly string[];
  /** Where the look is something else: a Go template, a glob, a jq filter. */
  readonly not?: (match: RegExpExecArray) => boolean;
}
