import type { Logger } from 'pino';

/**
 * Libraries print what they like on the console: Bot Framework whole errors and keys when it refuses a token. The log is
 * JSON lines without anybody's words: it is told only that something was printed, at most once for each kind.
 */
export function quietConsole(log: Logger, target: Pick<Console, 'error' | 'warn' | 'log'> = console): void {
  for (const kind of ['error', 'warn', 'log'] as const) {
    let isTold = false;
    target[kind] = () => {
      if (!isTold) log.debug({ kind }, 'a library printed something; it is left out');
      isTold = true;
    };
  }
}
