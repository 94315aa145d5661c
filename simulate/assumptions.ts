import { QUEUES } from '../local/queues.ts';
import { CLOSTE_TIMEOUT } from '../shared/closte/client.ts';

// What is supposed of the world. The report states all of it. Times are in milliseconds.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How many days a month has, to which shares and the bill refer. */
export const MONTH = 30;

/** One part of the mappings, by when their DNS comes right. */
export type DnsDelay =
  | { readonly kind: 'at-once'; readonly share: number }
  | { readonly kind: 'later'; readonly share: number; readonly median: number; readonly sigma: number }
  | { readonly kind: 'never'; readonly share: number };

/** What customers, Closte and the DNS do. Shares are of the network, those of the DNS of the mappings. */
export interface Nature {
  /** New mappings in a month, evenly over the time. */
  readonly arrivals: number;
  /** New mappings of one import: the plugin's sender sends them one after the other. */
  readonly imported: number;
  /** Removals in a month, evenly over the time and over all that are mapped. */
  readonly removals: number;
  /** The shares together are 1. */
  readonly dns: readonly DnsDelay[];
  /**
   * How long Closte takes for a certificate, once alias and DNS are right: evenly from the one to the other.
   */
  readonly certificate: { readonly least: number; readonly most: number };
  /** How long Closte does not answer, once in the time. */
  readonly outage: number;
}

export const USUAL: Nature = {
  arrivals: 0.03,
  imported: 0.01,
  removals: 0.01,
  dns: [
    { kind: 'at-once', share: 0.35 },
    { kind: 'later', share: 0.45, median: 40 * MINUTE, sigma: 1 },
    { kind: 'later', share: 0.15, median: 12 * HOUR, sigma: 1 },
    { kind: 'never', share: 0.05 },
  ],
  certificate: { least: 5 * MINUTE, most: 10 * MINUTE },
  outage: 2 * HOUR,
};

/** The month begins on a Monday. */
export const START = Date.parse('2026-06-01T00:00:00Z');

/**
 * How long each call takes, what an invocation takes beside its calls, and `reconcile` for each row that it
 * compares. An examination is the closer look at what is not right. The sender is the plugin's, between the answer to
 * one event and the next event.
 */
export const TAKES = {
  own: 50,
  row: 0.01,
  sender: 50,
  closte: 600,
  closteDown: CLOSTE_TIMEOUT,
  dns: 100,
  handshake: 100,
  examination: 300,
  wordpress: 300,
  task: 50,
} as const;

/**
 * Bytes that leave Google's network for each call, TLS handshake included. Three resolvers are asked twice
 * each.
 */
export const SENDS = {
  closte: 3000,
  dns: 600,
  handshake: 2000,
  examination: 3000,
  wordpress: 3500,
  answer: 1000,
} as const;

/** How fast a queue delivers. */
export interface QueueLimits {
  readonly dispatchesPerSecond: number;
  readonly burst: number;
  readonly concurrent: number;
}

/** The limits of the queues as they are deployed, and the bursts that the emulator gives them: a fifth of a second. */
export const QUEUE_LIMITS = {
  checks: limitsOf(QUEUES.checks, 10),
  closte: limitsOf(QUEUES.closte, 1),
} as const;

export const QUEUE_KINDS = ['checks', 'closte'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

function limitsOf(queue: (typeof QUEUES)[QueueKind], burst: number): QueueLimits {
  const { maxDispatchesPerSecond: dispatchesPerSecond, maxConcurrentDispatches: concurrent } = queue;
  return { dispatchesPerSecond, burst, concurrent };
}

/**
 * An instance of a function. One that nobody asks anything for so long is stopped; to start one takes time.
 */
export const INSTANCE = { vcpu: 1, idle: 10 * MINUTE, start: 2 * SECOND } as const;

export const FUNCTIONS = ['map', 'unmap', 'check', 'reconcile'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** In GiB, as they are deployed. */
export const MEMORY: Readonly<Record<FunctionName, number>> = {
  map: 0.25,
  unmap: 0.25,
  check: 0.25,
  reconcile: 0.5,
};

/** Cloud Run's own log entry of each request, in bytes. */
export const REQUEST_ENTRY = 1200;

/** How `reconcile` is called, and what it is told. Rows of WordPress come in pages. */
export const RECONCILE = {
  every: 15 * MINUTE,
  page: 1000,
  /** Over which part of the day, from midnight UTC, the daily checks are spread. */
  watchSpread: 6 * HOUR,
  /** Tasks that it asks for at the same time. */
  tasksAtOnce: 64,
} as const;

/** Cloud Tasks remembers the name of a task that was done for an hour at least. */
export const NAME_KEPT = HOUR;

/**
 * So many domains that were done before are played one by one. The daily checks at the rest are counted like
 * theirs.
 */
export const PLAYED = 500;

/** How Ultimate Multisite checks: so many times, that far apart, the first one at once. */
export const THEIRS = { interval: 5 * MINUTE, dnsChecks: 6, certificateChecks: 21 } as const;
