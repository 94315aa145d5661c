import { constants } from 'node:os';

/** The exit status of a program that was ended by a signal, as a shell tells it. */
export function statusOf(signal: 'SIGHUP' | 'SIGINT' | 'SIGPIPE' | 'SIGTERM'): number {
  return 128 + constants.signals[signal];
}

/**
 * Ends the process without a word when nobody reads what it prints any more: a pipe whose reader has gone (`| head`), or
 * a terminal that was closed. Its exit status is that of a program which SIGPIPE has ended.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
      process.exit(statusOf('SIGPIPE'));
    });
  }
}
