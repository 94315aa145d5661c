import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { DomainName } from './domain-name.ts';
import {
  domainField,
  intervalField,
  mappingIdField,
  networkDomainField,
  siteIdField,
  timeField,
} from './fields.ts';

/** The stages in which a mapping is visited. The names are Ultimate Multisite's own where it has one. */
export const VISITED_STAGES = [
  'adding-domain',
  'checking-dns',
  'checking-ssl-cert',
  'removing-domain',
] as const;
export type VisitedStage = (typeof VISITED_STAGES)[number];

/** The stages that have no successor. */
export type FinalStage = 'done' | 'failed' | 'ssl-failed' | 'removed' | 'cancelled';

export type Stage = VisitedStage | FinalStage;

/** One domain on its way, as the queue carries it: there is no other record of it. */
export interface Mapping {
  /** The `webhook-id` of the event that began it. */
  readonly id: string;
  readonly domain: DomainName;
  readonly siteId: number;
  readonly networkDomain: DomainName | undefined;
  /** The DNS check interval, in seconds. */
  readonly interval: number;
  /** Whether Closte holds an alias for it: a name of the network's own needs none. */
  readonly aliased: boolean;
  readonly mappedAt: Date;
}

/** One visit that is to be made to a mapping. */
export interface Visit {
  readonly mapping: Mapping;
  readonly stage: VisitedStage;
  /** From 1 in each stage. */
  readonly visit: number;
  readonly stageStartedAt: Date;
}

const VISIT_BOUNDS = 'must be a whole number from 1';

/** The body of a task. Times are RFC 3339. */
export const VisitPayload = v.object({
  mapping_id: mappingIdField,
  domain: domainField,
  site_id: siteIdField,
  network_domain: v.nullish(networkDomainField),
  interval: intervalField,
  aliased: v.boolean('must be true or false'),
  stage: v.picklist(VISITED_STAGES, `must be one of ${VISITED_STAGES.join(', ')}`),
  visit: v.pipe(v.number(VISIT_BOUNDS), v.safeInteger(VISIT_BOUNDS), v.minValue(1, VISIT_BOUNDS)),
  mapped_at: timeField,
  stage_started_at: timeField,
});

export type VisitPayload = v.InferInput<typeof VisitPayload>;

export function visitFromPayload(payload: v.InferOutput<typeof VisitPayload>): Visit {
  return {
    mapping: {
      id: payload.mapping_id,
      domain: payload.domain,
      siteId: payload.site_id,
      networkDomain: payload.network_domain ?? undefined,
      interval: payload.interval,
      aliased: payload.aliased,
      mappedAt: payload.mapped_at,
    },
    stage: payload.stage,
    visit: payload.visit,
    stageStartedAt: payload.stage_started_at,
  };
}

export function payloadOf({ mapping, stage, visit, stageStartedAt }: Visit): VisitPayload {
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
  };
}

/**
 * The name of the task that makes a visit: the same for every delivery that asks for it, so that Cloud Tasks makes
 * one of them. The domain is a part of it, so that a sender who uses an id twice loses nothing. It begins with a hash, as Google advises for evenly spread names, and ends with what a person looks for.
 */
export function taskId({ mapping, stage, visit }: Visit): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([mapping.id, mapping.domain, stage, visit]))
    .digest('hex')
    .slice(0, 32);
  return `${hash}-${stage}-${visit}`;
}

/** A visit that is in the queue, as answers and log entries name it. */
export interface Scheduled {
  readonly stage: VisitedStage;
  readonly visit: number;
  readonly task: string;
  readonly scheduled_for: string;
}
