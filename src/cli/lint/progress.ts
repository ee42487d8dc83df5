/** Below it nobody waits long enough to read a line. */
const WORTH_SHOWING = 20;

/** A line on a terminal's stderr that says how far the reading is, and is gone at the end. */
export const showProgress = (total: number): { step(): void; end(): void } => {
  const { stderr } = process;
  const isShown = stderr.isTTY && total >= WORTH_SHOWING;
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (isShown) stderr.write(`\rreading runbooks: ${done} of ${total}`);
    },
    end: () => {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
};
