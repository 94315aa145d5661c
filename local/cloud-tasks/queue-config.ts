import type { protos } from '@google-cloud/tasks';
import type { RetryConfig } from './retry.ts';
import { invalidArgument } from './rpc-error.ts';
import { fromDuration, toDuration } from './wire-time.ts';

type WireQueue = protos.google.cloud.tasks.v2.IQueue;
type WireDuration = protos.google.protobuf.IDuration;

/** How fast a queue sends: Cloud Tasks' RateLimits. */
interface RateLimits {
  readonly maxDispatchesPerSecond: number;
  readonly maxBurstSize: number;
  readonly maxConcurrentDispatches: number;
}

export interface QueueConfig {
  readonly rateLimits: RateLimits;
  readonly retryConfig: RetryConfig;
}

const MAX_DISPATCHES_PER_SECOND = 500;
const MAX_CONCURRENT_DISPATCHES = 5000;

/**
 * A queue's settings, with the values that Cloud Tasks gives a new queue in place of those left out. In protobuf
 * a number left out is 0, so that 0 means the default, for `max_doublings` too.
 *
 * @throws RpcError INVALID_ARGUMENT for a value out of its range
 */
export function parseQueueConfig(queue: WireQueue): QueueConfig {
  const rate = queue.rateLimits?.maxDispatchesPerSecond || MAX_DISPATCHES_PER_SECOND;
  const config: QueueConfig = {
    rateLimits: {
      maxDispatchesPerSecond: rate,
      // Google does not say how it picks the burst; its default queue has 100 at 500 a second.
      maxBurstSize: Math.max(1, Math.floor(rate / 5)),
      maxConcurrentDispatches: queue.rateLimits?.maxConcurrentDispatches || 1000,
    },
    retryConfig: {
      maxAttempts: queue.retryConfig?.maxAttempts || 100,
      maxRetryDuration: milliseconds(queue.retryConfig?.maxRetryDuration, 0),
      minBackoff: milliseconds(queue.retryConfig?.minBackoff, 100),
      maxBackoff: milliseconds(queue.retryConfig?.maxBackoff, 3_600_000),
      maxDoublings: queue.retryConfig?.maxDoublings || 16,
    },
  };
  refuseOutOfRange(config);
  return config;
}

export function toWireConfig(config: QueueConfig): Pick<WireQueue, 'rateLimits' | 'retryConfig'> {
  const { maxRetryDuration, minBackoff, maxBackoff } = config.retryConfig;
  return {
    rateLimits: config.rateLimits,
    retryConfig: {
      ...config.retryConfig,
      maxRetryDuration: toDuration(maxRetryDuration),
      minBackoff: toDuration(minBackoff),
      maxBackoff: toDuration(maxBackoff),
    },
  };
}

function milliseconds(duration: WireDuration | null | undefined, fallback: number): number {
  return duration ? fromDuration(duration) : fallback;
}

function refuseOutOfRange({ rateLimits, retryConfig }: QueueConfig): void {
  const { maxDispatchesPerSecond, maxConcurrentDispatches } = rateLimits;
  if (!(maxDispatchesPerSecond > 0 && maxDispatchesPerSecond <= MAX_DISPATCHES_PER_SECOND)) {
    throw invalidArgument(
      `rate_limits.max_dispatches_per_second is ${maxDispatchesPerSecond}: ` +
        `it must be above 0 and at most ${MAX_DISPATCHES_PER_SECOND}`,
    );
  }
  if (maxConcurrentDispatches < 1 || maxConcurrentDispatches > MAX_CONCURRENT_DISPATCHES) {
    throw invalidArgument(
      `rate_limits.max_concurrent_dispatches is ${maxConcurrentDispatches}: ` +
        `it must be from 1 to ${MAX_CONCURRENT_DISPATCHES}`,
    );
  }
  if (retryConfig.maxAttempts < -1) {
    throw invalidArgument(`retry_config.max_attempts is ${retryConfig.maxAttempts}: it must be -1 or more`);
  }
  if (retryConfig.maxDoublings < 0) {
    throw invalidArgument(
      `retry_config.max_doublings is ${retryConfig.maxDoublings}: it must not be negative`,
    );
  }
  if (retryConfig.maxRetryDuration < 0) {
    throw invalidArgument('retry_config.max_retry_duration must not be negative');
  }
  if (retryConfig.minBackoff < 0 || retryConfig.minBackoff > retryConfig.maxBackoff) {
    throw invalidArgument('retry_config.min_backoff must be from 0 to max_backoff');
  }
}
