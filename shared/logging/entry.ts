import type { Scheduled } from '../mapping/mapping.ts';
import { timeInWords } from '../words/format.ts';

export type LogSeverity = 'DEBUG' | 'INFO' | 'NOTICE' | 'WARNING' | 'ERROR';

/**
 * One log entry before it is tied to a mapping and a time. Every one is made by a function of one of the files
 * beside this one.
 */
export interface LogEntry {
  readonly severity: LogSeverity;
  /** For a program. */
  readonly event: string;
  /** For a person: a sentence. */
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What was thrown, if the entry tells of that. */
  readonly error?: Error;
}

export function info(event: string, message: string, fields: LogEntry['fields']): LogEntry {
  return { severity: 'INFO', event, message, fields };
}

export function error(event: string, message: string, fields: LogEntry['fields']): LogEntry {
  return { severity: 'ERROR', event, message, fields };
}

/** When it is tried again, as the end of a message. */
export function whenNext(next: Scheduled | undefined): string {
  return next === undefined ? '' : ` Again at ${timeInWords(next.scheduled_for)}.`;
}
