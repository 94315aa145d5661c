import type { DomainName } from '../domain/name.ts';

/** The stages in which a mapping is visited. The names are Ultimate Multisite's own where it has one. */
export const VISITED_STAGES = [
  'adding-domain',
  'checking-dns',
  'checking-ssl-cert',
  'removing-domain',
  'watching',
] as const;
export type VisitedStage = (typeof VISITED_STAGES)[number];

/** The stages that are visited until they come to their end. `watching` is one daily check, which nothing follows. */
export type RepeatedStage = Exclude<VisitedStage, 'watching'>;

/** The stages in which a mapped domain stays: it is checked once a day. */
export const SETTLED_STAGES = ['done', 'failed', 'ssl-failed'] as const;
export type SettledStage = (typeof SETTLED_STAGES)[number];

/** The stages that have no successor. */
export type FinalStage = SettledStage | 'removed' | 'cancelled';

export type Stage = VisitedStage | FinalStage;

/** One domain on its way, as the queue carries it: there is no other record of it. */
export interface Mapping {
  /** The `webhook-id` of the event that began it. */
  readonly id: string;
  readonly domain: DomainName;
  /** 0 where nobody knows: an alias that was found at Closte alone, or a removal of a site that is gone. */
  readonly siteId: number;
  readonly networkDomain: DomainName | undefined;
  /** The DNS check interval, in seconds. */
  readonly interval: number;
  /** Whether Closte holds an alias for it: a name of the network's own needs none. */
  readonly aliased: boolean;
  readonly mappedAt: Date;
  /** Since when every readable list of Closte has lacked its alias; undefined where the last one had it, or none was asked for. */
  readonly aliasMissingSince?: Date | undefined;
}

interface AnyVisit {
  readonly mapping: Mapping;
  /** From 1 in each stage. */
  readonly visit: number;
  readonly stageStartedAt: Date;
}

/** A visit to a mapping that is on its way. */
export interface RepeatedVisit extends AnyVisit {
  readonly stage: RepeatedStage;
  /** From 1; one more each time that a stage is entered again, so that its tasks have names of their own. */
  readonly round: number;
  readonly looks: Looks;
  /** The problem that WordPress was last told of in this stage, by its code. */
  readonly told: string | undefined;
}

/** How often somebody looked in this stage: visits of which each came at least the interval after the one before. */
export interface Looks {
  readonly count: number;
  /** When the last of them was made; undefined where nobody knows. */
  readonly lastAt: Date | undefined;
}

export const NO_LOOKS: Looks = { count: 0, lastAt: undefined };

/** The daily check of a domain that has come to its end. */
export interface WatchingVisit extends AnyVisit {
  readonly stage: 'watching';
  /** What is known of the domain so far. */
  readonly known: SettledStage;
}

/** One visit that is to be made to a mapping. */
export type Visit = RepeatedVisit | WatchingVisit;

/** A visit that is in the queue, as answers and log entries name it. */
export interface Scheduled {
  readonly stage: VisitedStage;
  readonly visit: number;
  readonly task: string;
  readonly scheduled_for: string;
}
