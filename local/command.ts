import type { ApiErrorAnswer } from './api-error-answer.ts';
import { endWithReader } from './ending.ts';

/** For a terminal that does not say how wide it is. */
export const FALLBACK_WIDTH = 80;

/**
 * Runs what a command does. Its exit status is what comes of that; where it cannot be done at all, for what the
 * arguments say or since nobody is there to ask, it is 2, and the reason stands on standard error.
 */
export async function runCommand(act: () => Promise<number>): Promise<void> {
  endWithReader();
  try {
    process.exitCode = await act();
  } catch (error) {
    const { message, cause } = error as Error;
    const { code } = (cause ?? {}) as NodeJS.ErrnoException;
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    const hint = code === 'ECONNREFUSED' ? '\nNobody listens there. Is npm start up?' : '';
    process.stderr.write(`${message}${why}${hint}\n`);
    process.exitCode = 2;
  }
}

/** Prints what the command was to print, and that is a success. */
export function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

/** Tells on standard error what the function answered instead, and in a line of its own what may help. */
export function tellApiError({ status, code, detail }: ApiErrorAnswer, hint: string | undefined): void {
  const what = `HTTP ${status}${code === undefined ? '' : ` ${code}`}: ${detail}`;
  process.stderr.write(`${hint === undefined ? what : `${what}\n${hint}`}\n`);
}

export function isHttp(url: URL): boolean {
  return /^https?:$/.test(url.protocol);
}

/**
 * Where a function is, by a URL that leads to it or to what it stands under. One that ends with a hyphen is the prefix of
 * a network, which the name follows as it is.
 */
export function functionUrl(url: string, name: string): string {
  const base = url.replace(/\/+$/, '');
  if (base.endsWith(`/${name}`) || new RegExp(`[^/]/[a-z][a-z0-9]*-${name}$`).test(base)) return base;
  return base.endsWith('-') ? `${base}${name}` : `${base}/${name}`;
}
