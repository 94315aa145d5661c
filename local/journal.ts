/** A log entry, as far as a person on a terminal wants to see it. */
export interface Entry {
  readonly time: Date;
  readonly severity: string;
  readonly event: string;
  readonly message: string;
  /** How many tasks reconciliation has made; of any other entry undefined. */
  readonly tasks: number | undefined;
  readonly operation: { readonly id: string; readonly last: boolean } | undefined;
}

/** Reads a line of the log. Undefined for the line about itself that the logging library prints once. */
export function readEntry(line: string): Entry | undefined {
  const entry = JSON.parse(line) as {
    timestamp: { seconds: number; nanos: number };
    severity: string;
    event?: string;
    message?: string;
    tasks?: number;
    'logging.googleapis.com/operation'?: { id: string; last: boolean };
  };
  if (entry.event === undefined || entry.message === undefined) return undefined;
  return {
    time: new Date(entry.timestamp.seconds * 1000 + entry.timestamp.nanos / 1e6),
    severity: entry.severity,
    event: entry.event,
    message: entry.message,
    tasks: entry.tasks,
    operation: entry['logging.googleapis.com/operation'],
  };
}

/** Whether somebody who follows a few domains on a terminal wants to see it: not what says that nothing has happened. */
export function isForEverybody({ severity, event, tasks }: Entry): boolean {
  return severity !== 'DEBUG' && !(event === 'reconcile.finished' && severity === 'INFO' && tasks === 0);
}

/** `+0:05:00  dns.pending  …`: the emulated time since the start, what happened, and what it means. */
export function entryInWords({ time, event, message }: Entry, start: Date): string {
  const elapsed = Math.max(0, Math.round((time.getTime() - start.getTime()) / 1000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const clock = `+${Math.floor(elapsed / 3600)}:${pad(Math.floor(elapsed / 60) % 60)}:${pad(elapsed % 60)}`;
  return `${clock.padEnd(10)}${event.padEnd(21)}${message}`;
}
