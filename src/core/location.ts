/** First and last line in the raw file, 1-based, both included. */
export type Lines = readonly [first: number, last: number];

/** A place in a file that a person can go to. Lines and columns are 1-based; columns count UTF-16 units. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the marked text ends (exclusive column). Absent: to the end of the line. */
  readonly endLine?: number;
  readonly endColumn?: number;
}
