import type { Writable } from 'node:stream';
import type { Logging } from '@google-cloud/logging';
// The package as a whole would cost half a second of every cold start; these two modules stand by themselves.
import { Entry } from '@google-cloud/logging/build/src/entry.js';
import { LogSync } from '@google-cloud/logging/build/src/log-sync.js';
import type { Mapping, Visit } from '../mapping/mapping.ts';
import type { LogEntry } from './entry.ts';
import { fitting } from './fit.ts';
import type { Redact } from './redact.ts';

/** Which mapping an entry is about, so that one filter shows the mapping's whole life. */
export interface Subject {
  readonly mapping: Pick<Mapping, 'id' | 'domain' | 'siteId'>;
  readonly stage: Visit['stage'] | undefined;
  readonly visit: number | undefined;
  /** The first or the last entry of the mapping's life. */
  readonly position: { readonly first: boolean; readonly last: boolean };
}

export interface Log {
  /** Writes one entry. Without a subject it concerns no mapping. */
  write(event: LogEntry, subject?: Subject): void;
  /** The same log, its entries tied to the request in which they arose. */
  inTrace(trace: string | undefined): Log;
}

export interface LogOptions {
  readonly project: string;
  readonly redact: Redact;
  readonly now: () => Date;
  /** Where the lines go: standard output, which Google reads on its serverless platforms. */
  readonly output: Pick<Writable, 'write'>;
}

const PRODUCER = 'closte-domain-sync';

/** Error Reporting finds an entry by it (https://cloud.google.com/error-reporting/docs/formatting-error-messages). */
const REPORTED_ERROR = 'type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent';

/**
 * Structured logging as Google recommends it for serverless platforms: one line of JSON on standard output for each
 * entry, written before the function goes on. No call leaves the function, and none is lost.
 */
export function createLog({ project, redact, now, output }: LogOptions): Log {
  // All that LogSync asks of the client: nobody needs to be asked for a project or a service.
  const logging = { projectId: project } as unknown as Logging;
  const transport = { write: (line: string) => output.write(redact(line)) } as unknown as Writable;
  // Its message field would take the whole entry, one level too deep.
  const log = new LogSync(logging, PRODUCER, transport, { useMessageField: false });

  const inTrace = (trace: string | undefined): Log => ({
    write(event, subject) {
      const metadata = {
        severity: event.severity,
        timestamp: now(),
        labels: labelsOf(event, subject),
        ...(trace === undefined ? {} : { trace: `projects/${project}/traces/${trace}` }),
      };
      log.write(new Entry(metadata, fitting(payloadOf(event, subject))));
    },
    inTrace,
  });
  return inTrace(undefined);
}

function labelsOf(event: LogEntry, subject: Subject | undefined): Record<string, string> {
  return {
    event: event.event,
    ...(subject && { domain: subject.mapping.domain, site_id: String(subject.mapping.siteId) }),
  };
}

function payloadOf({ event, message, fields, error }: LogEntry, subject: Subject | undefined): object {
  return {
    message,
    event,
    ...(subject && subjectFields(subject)),
    ...fields,
    ...(error && { '@type': REPORTED_ERROR, stack_trace: error.stack ?? String(error) }),
  };
}

/** `operation` stands in the payload under its special name: LogSync drops it from the metadata. */
function subjectFields({ mapping, stage, visit, position }: Subject): object {
  return {
    domain: mapping.domain,
    site_id: mapping.siteId,
    ...(stage && { stage }),
    ...(visit !== undefined && { visit }),
    'logging.googleapis.com/operation': { id: mapping.id, producer: PRODUCER, ...position },
  };
}

/**
 * The id of the trace that a request belongs to, from `traceparent` (W3C Trace Context) or Google's older
 * `X-Cloud-Trace-Context`.
 */
export function traceOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const w3c = /^[\da-f]{2}-([\da-f]{32})-/.exec(String(headers['traceparent'] ?? ''));
  const google = /^([\da-f]{32})(\/|$)/i.exec(String(headers['x-cloud-trace-context'] ?? ''));
  return (w3c ?? google)?.[1];
}
