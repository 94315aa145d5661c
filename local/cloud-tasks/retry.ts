/** How a queue tries a failed task again: Cloud Tasks' RetryConfig, times in milliseconds. */
export interface RetryConfig {
  /** Attempts in all, the first one included; -1 for no limit. */
  readonly maxAttempts: number;
  /** Counted from the first attempt; 0 for no limit. */
  readonly maxRetryDuration: number;
  readonly minBackoff: number;
  readonly maxBackoff: number;
  readonly maxDoublings: number;
}

/**
 * The wait after an attempt that failed, by the rule of RetryConfig.max_doublings in Cloud Tasks' reference: it
 * starts at `minBackoff`, doubles `maxDoublings` times, then grows by 2^maxDoublings * minBackoff each time, and
 * stays at `maxBackoff`.
 *
 *     minBackoff 10 s, maxBackoff 300 s, maxDoublings 3:   10 20 40 80 160 240 300 300 ...
 *
 * @param attempts attempts made so far, from 1
 * @returns milliseconds
 */
export function retryBackoff(config: RetryConfig, attempts: number): number {
  const doublings = Math.min(attempts - 1, config.maxDoublings);
  const steps = attempts - doublings;
  return Math.min(config.minBackoff * 2 ** doublings * steps, config.maxBackoff);
}

/**
 * Whether a failed task is given up. Where both the attempts and the time are limited, both must be used up
 * (RetryConfig.max_retry_duration in Cloud Tasks' reference); a limit that is not set does not count.
 *
 * @param attempts attempts made so far
 * @param elapsed milliseconds since the first attempt
 */
export function retriesAreExhausted(config: RetryConfig, attempts: number, elapsed: number): boolean {
  const limits: boolean[] = [];
  if (config.maxAttempts !== -1) limits.push(attempts >= config.maxAttempts);
  if (config.maxRetryDuration > 0) limits.push(elapsed >= config.maxRetryDuration);
  return limits.length > 0 && limits.every((isReached) => isReached);
}
