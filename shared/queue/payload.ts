import * as v from 'valibot';
import {
  domainField,
  intervalField,
  knownSiteIdField,
  mappingIdField,
  networkDomainField,
  timeField,
} from '../mapping/fields.ts';
import { type RepeatedVisit, SETTLED_STAGES, VISITED_STAGES, type Visit } from '../mapping/mapping.ts';

const VISIT_BOUNDS = 'must be a whole number from 1';
const LOOKS_BOUNDS = 'must be a whole number from 0';

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
  alias_missing_since: v.nullish(timeField),
  told_problem: v.nullish(v.string('must be a string')),
  round: v.nullish(v.pipe(v.number(VISIT_BOUNDS), v.safeInteger(VISIT_BOUNDS), v.minValue(1, VISIT_BOUNDS))),
  looks: v.nullish(v.pipe(v.number(LOOKS_BOUNDS), v.safeInteger(LOOKS_BOUNDS), v.minValue(0, LOOKS_BOUNDS))),
  looked_at: v.nullish(timeField),
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
      ...(payload.alias_missing_since && { aliasMissingSince: payload.alias_missing_since }),
    },
    visit,
    stageStartedAt,
  };
  return stage === 'watching'
    ? { ...about, stage, known: payload.known_stage ?? 'done' }
    : {
        ...about,
        stage,
        round: payload.round ?? 1,
        // Of a version that did not count them, every visit before this one was a look.
        looks: { count: payload.looks ?? visit - 1, lastAt: payload.looked_at ?? undefined },
        told: payload.told_problem ?? undefined,
      };
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
    ...(mapping.aliasMissingSince && { alias_missing_since: mapping.aliasMissingSince.toISOString() }),
    ...(of.stage === 'watching' ? { known_stage: of.known } : onTheWay(of)),
  };
}

/** What is as it is where nothing is said is left out. */
function onTheWay({ visit, round, looks, told }: RepeatedVisit): Partial<VisitPayload> {
  return {
    ...(round > 1 && { round }),
    ...(looks.count !== visit - 1 && { looks: looks.count }),
    ...(looks.lastAt && { looked_at: looks.lastAt.toISOString() }),
    ...(told && { told_problem: told }),
  };
}
