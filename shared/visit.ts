import { closteUnavailable, domainCancelled } from './events.ts';
import { stepAfter } from './life-cycle.ts';
import type { Log } from './log.ts';
import type { Look, Taken } from './look.ts';
import { lookAtAdding, lookAtRemoving, unlessOvertaken } from './look-at-alias.ts';
import { lookAtCertificate, lookAtDns } from './look-at-domain.ts';
import type { Visit } from './mapping.ts';
import { reportStage } from './report-stage.ts';
import type { Services } from './services.ts';

/**
 * Makes one visit to a mapping: looks, decides what follows, and puts that into the queue before it answers. A visit
 * that is delivered twice leads to the same successor twice, which the queue takes for one.
 *
 * @throws QueueUnavailable if the successor could not be put into the queue: the visit has to be delivered again
 */
export async function makeVisit(services: Services, log: Log, visit: Visit): Promise<Taken> {
  services.queue.warmUp();
  const { finding, mapping, tell } = await look(services, visit);
  const step = stepAfter({ ...visit, mapping }, finding, services.now());
  const taken: Taken =
    step.outcome === 'finished' ? step : { ...step, scheduled: await services.queue.add(step.next, step.at) };

  const events = tell(taken);
  for (const event of events) {
    const last = step.outcome === 'finished' && event === events.at(-1);
    const stage = event.event === 'domain.mapped' && taken.scheduled ? taken.scheduled.stage : visit.stage;
    log.write(event, { mapping, stage, visit: visit.visit, position: { first: false, last } });
  }
  await reportStage(services, log, visit, taken, events.at(-1)?.message ?? '');
  return taken;
}

async function look(services: Services, visit: Visit): Promise<Look> {
  const { mapping, stage } = visit;
  switch (stage) {
    case 'adding-domain':
      return await unlessOvertaken(services, mapping, stage, () => lookAtAdding(services, mapping));
    case 'removing-domain':
      return await unlessOvertaken(services, mapping, stage, () => lookAtRemoving(services, mapping));
    case 'checking-dns':
      return await unlessRemoved(services, visit, () => lookAtDns(services, mapping));
    case 'checking-ssl-cert':
      return await unlessRemoved(services, visit, () => lookAtCertificate(services, mapping));
  }
}

/**
 * Looks only if Closte still has the alias: a domain that was unmapped meanwhile needs nobody's attention. What Closte
 * cannot tell changes nothing. A list that lacks the domain must be younger than the stage, not only than the mapping:
 * where the alias was added by the queue, a list between the two would not have it yet.
 */
async function unlessRemoved(
  { closteList }: Services,
  visit: Visit,
  lookNow: () => Promise<Look>,
): Promise<Look> {
  const { mapping, stage, stageStartedAt } = visit;
  const isVeryFirst = stage === 'checking-dns' && visit.visit === 1;
  if (isVeryFirst || !mapping.aliased) return await lookNow();

  const listed = await closteList.find(mapping.domain, mapping.mappedAt, stageStartedAt);
  if (listed.kind === 'not-listed') {
    return {
      finding: 'unwanted',
      mapping,
      tell: () => [domainCancelled(mapping.domain, 'Closte has no alias for it now')],
    };
  }
  const seen = await lookNow();
  if (listed.kind === 'listed' || !listed.fresh) return seen;
  const { reason } = listed;
  return {
    ...seen,
    tell: (taken) => [closteUnavailable(mapping.domain, reason, taken.scheduled), ...seen.tell(taken)],
  };
}
