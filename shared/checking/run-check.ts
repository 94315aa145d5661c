import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { Log } from '../logging/log.ts';
import { closteUnavailable } from '../logging/mapping-entries.ts';
import type { Visit } from '../mapping/mapping.ts';
import { isBeginning } from '../mapping/reconcile-action.ts';
import { type Step, stepAfter } from '../mapping/state-machine.ts';
import type { Services } from '../setup/services.ts';
import { lookAtAdding, lookAtRemoving, unlessOvertaken } from './alias-steps.ts';
import { lookAtCertificate, lookAtDns } from './check-domain.ts';
import { type Look, type Taken, unwanted } from './check-result.ts';
import { lookAtWatched } from './daily-check.ts';
import { reportStage } from './report-stage.ts';

/**
 * Makes one visit to a mapping: looks, decides what follows, and puts that into the queue before it answers. A visit
 * that is delivered twice leads to the same successor twice, which the queue takes for one.
 *
 * @throws QueueUnavailable if the successor could not be put into the queue: the visit has to be delivered again
 */
export async function makeVisit(services: Services, log: Log, visit: Visit): Promise<Taken> {
  services.queue.warmUp();
  const { finding, mapping, problems, tell } = await look(services, visit);
  const step = withTold(stepAfter({ ...visit, mapping }, finding, services.now()), problems, services);
  const taken: Taken =
    step.outcome === 'finished' ? step : { ...step, scheduled: await services.queue.add(step.next, step.at) };

  const events = tell(taken);
  for (const event of events) {
    const last = step.outcome === 'finished' && event === events.at(-1);
    const stage = event.event === 'domain.mapped' && taken.scheduled ? taken.scheduled.stage : visit.stage;
    const first = isBeginning(visit) && event === events[0];
    log.write(event, { mapping, stage, visit: visit.visit, position: { first, last } });
  }
  await reportStage(services, log, visit, taken, problems, events.at(-1)?.message ?? '');
  return taken;
}

/** Where WordPress is told of it, the next visit to the same stage knows which problem that was. */
function withTold(step: Step, problems: readonly DomainProblem[], { wordpress }: Services): Step {
  const [worst] = problems;
  if (wordpress === undefined || worst === undefined || step.outcome !== 'waiting') return step;
  const { next } = step;
  const isTold = next.stage !== 'watching' && next.stage !== 'removing-domain';
  return isTold ? { ...step, next: { ...next, told: worst.code } } : step;
}

async function look(services: Services, visit: Visit): Promise<Look> {
  const { mapping, stage } = visit;
  switch (stage) {
    case 'adding-domain':
      return await unlessOvertaken(services, { ...visit, stage }, () => lookAtAdding(services, mapping));
    case 'removing-domain':
      return await unlessOvertaken(services, { ...visit, stage }, () => lookAtRemoving(services, mapping));
    case 'checking-dns': {
      const lookNow = () => unlessRemoved(services, visit, () => lookAtDns(services, mapping));
      return isBeginning(visit)
        ? await unlessOvertaken(services, { ...visit, stage }, lookNow)
        : await lookNow();
    }
    case 'checking-ssl-cert':
      return await unlessRemoved(services, visit, () => lookAtCertificate(services, visit));
    case 'watching':
      return await unlessRemoved(services, visit, () => lookAtWatched(services, visit));
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
    return unwanted(mapping, 'Closte has no alias for it now');
  }
  const seen = await lookNow();
  if (listed.kind === 'listed' || !listed.fresh) return seen;
  const { reason } = listed;
  return {
    ...seen,
    tell: (taken) => [closteUnavailable(mapping.domain, reason, taken.scheduled), ...seen.tell(taken)],
  };
}
