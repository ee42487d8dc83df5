import type { Log } from './log.ts';
import { messageOf } from './unavailable.ts';

/** How long requests and jobs that are under way may take to end, in ms. */
const PATIENCE = 5000;

/** Ends in order on SIGTERM and SIGINT; what nobody caught is logged, and the process goes on. */
export const runUntilStopped = (log: Log, stop: () => Promise<void>): void => {
  const end = (signal: string): void => {
    log('info', 'stopping', { signal });
    setTimeout(() => process.exit(1), PATIENCE).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log('error', 'did not stop in order', { error: messageOf(error) });
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  const goOn = (error: unknown): void => log('error', 'not caught', { error: messageOf(error) });
  process.on('uncaughtException', goOn);
  process.on('unhandledRejection', goOn);
};
