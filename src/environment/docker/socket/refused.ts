/** A request that is not passed on: what the client is told instead. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;

  constructor(status: 400 | 403 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a drill never allows, whoever asks. */
export const forbidden = (message: string): Refused => new Refused(403, `drillbook: ${message}`);

/** What can be read in two ways is not read at all. */
export const ambiguous = (message: string): Refused => new Refused(400, `drillbook: ${message}`);

/** The engine's own words for what is not there. */
export const NOT_FOUND = {
  container: (reference: string) => new Refused(404, `No such container: ${reference}`),
  exec: (reference: string) => new Refused(404, `No such exec instance: ${reference}`),
  image: (reference: string) => new Refused(404, `No such image: ${reference}`),
  network: (reference: string) => new Refused(404, `network ${reference} not found`),
  volume: (reference: string) => new Refused(404, `get ${reference}: no such volume`),
  page: () => new Refused(404, 'page not found'),
} as const;
