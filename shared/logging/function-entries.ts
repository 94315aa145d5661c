import type { ApiError } from '../http/api-error.ts';
import { error, type LogEntry } from './entry.ts';

// What a function has to tell of a request, or of itself.

export function requestRejected({ code, detail }: ApiError): LogEntry {
  return {
    severity: 'WARNING',
    event: 'request.rejected',
    message: `A request was rejected (${code}): ${detail}.`,
    fields: { code, detail },
  };
}

/** @param then what follows, as the end of a sentence */
export function queueUnavailable(reason: string, then = 'the caller is asked to try again'): LogEntry {
  return error('queue.unavailable', `The queue could not be reached, and ${then}: ${reason}`, {
    reason,
  });
}

export function functionMisconfigured(faults: readonly string[]): LogEntry {
  const reason = faults.join('; ');
  return error('function.misconfigured', `The function is not configured and does nothing: ${reason}.`, {
    reason,
  });
}

export function functionFailed(thrown: unknown): LogEntry {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  const event = error('function.failed', `The function failed: ${cause.message}`, { reason: cause.message });
  return { ...event, error: cause };
}
