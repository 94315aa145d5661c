import type { protos } from '@google-cloud/tasks';

type Duration = protos.google.protobuf.IDuration;
type Timestamp = protos.google.protobuf.ITimestamp;

/** A protobuf duration in milliseconds. */
export function fromDuration(duration: Duration): number {
  return Number(duration.seconds ?? 0) * 1000 + (duration.nanos ?? 0) / 1e6;
}

/** @param milliseconds not negative */
export function toDuration(milliseconds: number): Duration {
  return fromMicroseconds(Math.round(milliseconds * 1000));
}

/** A protobuf timestamp in milliseconds since the epoch, truncated to the microsecond as Cloud Tasks does. */
export function fromTimestamp(timestamp: Timestamp): number {
  return Number(timestamp.seconds ?? 0) * 1000 + Math.trunc((timestamp.nanos ?? 0) / 1000) / 1000;
}

/** @param milliseconds since the epoch, to the microsecond */
export function toTimestamp(milliseconds: number): Timestamp {
  return fromMicroseconds(Math.round(milliseconds * 1000));
}

// Whole microseconds since 1970 fit a double exactly; nanoseconds do not.
function fromMicroseconds(microseconds: number): { seconds: number; nanos: number } {
  return { seconds: Math.floor(microseconds / 1e6), nanos: (microseconds % 1e6) * 1000 };
}
