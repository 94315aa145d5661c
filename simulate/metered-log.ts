import { createLog, type Log } from '../shared/logging/log.ts';
import type { Meter } from './meter.ts';

/** A real entry has the trace of its request. */
const TRACE = '0af7651916cd43dd8448eb211c80319c';

/** The functions' own log. Its lines are counted and go nowhere. */
export function createMeteredLog(meter: Meter, now: () => Date): Log {
  const output = {
    write(line: string) {
      // The logging library's line about itself, once in a process.
      if (!line.includes('logging.googleapis.com/diagnostic')) meter.wroteEntries(1, Buffer.byteLength(line));
      return true;
    },
  };
  // There are no secrets in a simulation.
  const redact = (text: string) => text;
  return createLog({ project: 'closte-domain-sync', redact, now, output }).inTrace(TRACE);
}
