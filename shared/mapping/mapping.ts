import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { DomainName } from '../domain/name.ts';
import {
  domainField,
  intervalField,
  knownSiteIdField,
  mappingIdField,
  networkDomainField,
  timeField,
} from './fields.ts';

/** The stages in which a mapping is visited. The names are Ultimate Multisite's own where it has one. */
export const VISITED_STAGES = [
  'adding-domain',
  'checking-dns',
  'checking-ssl-cert',
  'removing-domain',
  'watching',
] as const;
export type VisitedStage = (typeof VISITED_STAGES)[number];

/** The stages that are visited until they come to their end. `watching` is one look, which nothing follows. */
export type RepeatedStage = Exclude<VisitedStage, 'watching'>;

/** The stages in which a mapped domain stays: it is looked at once a day. */
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
  /** The problem that WordPress was last told of in this stage, by its code. */
  readonly told: string | undefined;
}

/** The daily look at a domain that has come to its end. */
export interface WatchingVisit extends AnyVisit {
  readonly stage: 'watching';
  /** What is known of the domain so far. */
  readonly known: SettledStage;
}

/** One visit that is to be made to a mapping. */
export type Visit = RepeatedVisit | WatchingVisit;

const VISIT_BOUNDS = 'must be a whole number from 1';

/** The body of a task. Times are RFC 3339. */
export const VisitPayload = v.object({
  mapping_id: mappingIdField,
  domain: domainField,
  site_id: knownSiteIdField,
  network_domain: v.nullish(networkDomainField),
  interval: intervalField,
  aliased: v.boolean('must be true or false'),
  stage: v.picklist(VISITED_STAGES, `must be one of ${VISITED_STAGES.join(', ')}`),
  visit: v.pipe(v.number(VISIT_BOUNDS), v.safeInteger(VISIT_BOUNDS), v.minValue(1, VISIT_BOUNDS)),
  mapped_at: timeField,
  stage_started_at: timeField,
  told_problem: v.nullish(v.string('must be a string')),
  known_stage: v.nullish(v.picklist(SETTLED_STAGES, `must be one of ${SETTLED_STAGES.join(', ')}`)),
});

export type VisitPayload = v.InferInput<typeof VisitPayload>;

export function visitFromPayload(payload: v.InferOutput<typeof VisitPayload>): Visit {
  const { stage, visit, stage_started_at: stageStartedAt } = payload;
  const about = {
    mapping: {
      id: payload.mapping_id,
      domain: payload.domain,
      siteId: payload.site_id,
      networkDomain: payload.network_domain ?? undefined,
      interval: payload.interval,
      aliased: payload.aliased,
      mappedAt: payload.mapped_at,
    },
    visit,
    stageStartedAt,
  };
  return stage === 'watching'
    ? { ...about, stage, known: payload.known_stage ?? 'done' }
    : { ...about, stage, told: payload.told_problem ?? undefined };
}

export function payloadOf(of: Visit): VisitPayload {
  const { mapping, stage, visit, stageStartedAt } = of;
  return {
    mapping_id: mapping.id,
    domain: mapping.domain,
    site_id: mapping.siteId,
    network_domain: mapping.networkDomain ?? null,
    interval: mapping.interval,
    aliased: mapping.aliased,
    stage,
    visit,
    mapped_at: mapping.mappedAt.toISOString(),
    stage_started_at: stageStartedAt.toISOString(),
    ...(of.stage === 'watching' ? { known_stage: of.known } : of.told && { told_problem: of.told }),
  };
}

/**
 * The name of the task that makes a visit: the same for every delivery that asks for it, so that Cloud Tasks makes
 * one of them. The domain is a part of it, so that a sender who uses an id twice loses nothing. It begins with a hash, as Google advises for evenly spread names, and ends with what a person looks for.
 */
export function taskId({ mapping, stage, visit }: Visit): string {
  return `${hashOf([mapping.id, mapping.domain, stage, visit])}-${stage}-${visit}`;
}

/** The hash in front of a task's name, of all that makes it another task. */
export function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** A visit that is in the queue, as answers and log entries name it. */
export interface Scheduled {
  readonly stage: VisitedStage;
  readonly visit: number;
  readonly task: string;
  readonly scheduled_for: string;
}
