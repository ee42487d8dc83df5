import type { Stage } from './stage.ts';

/** Whole numbers by name; the unit is in each toxic's own file. */
export type Attributes = Readonly<Record<string, number>>;

/** What one kind of toxic does to the data of a link. One kind, one file; `toxics/catalogue.ts` lists them. */
export interface ToxicDefinition<Names extends string = string> {
  /** Its name in the HTTP API. */
  readonly type: string;
  /** In the order in which the API shows them. Each is 0 unless set. */
  readonly attributes: readonly Names[];
  /** Chunks that may wait before it; 1 unless said. */
  readonly bufferSize?: number;
  /** New connections under it end with RST instead of FIN. */
  readonly resets?: true;
  /** Taking it away ends the connections that it held. */
  readonly endsOnRemoval?: true;
  /**
   * Moves chunks from `stage.read()` to `stage.pass()`, until there is nothing to read any more. If that is because the
   * stage is interrupted, the chunk in hand must have been passed, and the toxic may be started anew; else the link ends.
   * @returns `end` to end the link in any case
   */
  pipe(attributes: Readonly<Record<Names, number>>, stage: Stage): Promise<'end' | void>;
}

/** Gives a definition the names of its own attributes. */
export const defineToxic = <Names extends string>(definition: ToxicDefinition<Names>): ToxicDefinition =>
  definition as ToxicDefinition;

/** A toxic of one proxy, as the API shows and changes it. */
export interface ActiveToxic {
  readonly definition: ToxicDefinition;
  readonly name: string;
  /** As it was written: `upstream`, `Downstream`. */
  readonly stream: string;
  readonly direction: Direction;
  toxicity: number;
  attributes: Attributes;
}

export const DIRECTIONS = ['upstream', 'downstream'] as const;
/** `upstream`: from the client to the server. */
export type Direction = (typeof DIRECTIONS)[number];

/** The fields and their order are Toxiproxy's. */
export const toxicJson = ({ attributes, name, definition, stream, toxicity }: ActiveToxic): object => ({
  attributes,
  name,
  type: definition.type,
  stream,
  toxicity,
});
