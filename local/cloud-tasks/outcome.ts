import { grpc } from 'google-gax';

/** How one attempt to deliver a task ended. */
export type Outcome =
  | { readonly kind: 'response'; readonly status: number }
  | { readonly kind: 'deadline-exceeded' }
  | { readonly kind: 'connection-failed'; readonly reason: string };

/** Only a 2xx completes a task: every other answer, a redirect too, is a failed attempt. */
export function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
}

// The HTTP mapping in the comments of google/rpc/code.proto; where several codes share one status, the usual one.
const CODES: Readonly<Record<number, grpc.status>> = {
  400: grpc.status.INVALID_ARGUMENT,
  401: grpc.status.UNAUTHENTICATED,
  403: grpc.status.PERMISSION_DENIED,
  404: grpc.status.NOT_FOUND,
  409: grpc.status.ABORTED,
  429: grpc.status.RESOURCE_EXHAUSTED,
  499: grpc.status.CANCELLED,
  500: grpc.status.INTERNAL,
  501: grpc.status.UNIMPLEMENTED,
  503: grpc.status.UNAVAILABLE,
  504: grpc.status.DEADLINE_EXCEEDED,
};

/** The outcome as a google.rpc.Status, the form in which a task's attempt shows it. */
export function toStatus(outcome: Outcome): { code: grpc.status; message: string } {
  switch (outcome.kind) {
    case 'response':
      return {
        code: isSuccess(outcome) ? grpc.status.OK : (CODES[outcome.status] ?? grpc.status.UNKNOWN),
        message: `HTTP status code ${outcome.status}`,
      };
    case 'deadline-exceeded':
      return { code: grpc.status.DEADLINE_EXCEEDED, message: 'no response before the dispatch deadline' };
    case 'connection-failed':
      return { code: grpc.status.UNAVAILABLE, message: `connection failed: ${outcome.reason}` };
  }
}
