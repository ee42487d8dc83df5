type Fields = Readonly<Record<string, unknown>>;

export type Log = (level: 'info' | 'error', event: string, fields?: Fields) => void;

/** One JSON object a line, with a space after colon and comma as Python's `json` has it: people grep `"level": "error"`. */
export const logTo =
  (out: { write(line: string): unknown }, service: string): Log =>
  (level, event, fields = {}) => {
    const all = { timestamp: new Date().toISOString(), level, service, event, ...fields };
    const pairs = Object.entries(all).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value ?? null)}`,
    );
    out.write(`{${pairs.join(', ')}}\n`);
  };
