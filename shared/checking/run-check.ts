import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { Log } from '../logging/log.ts';
import type { Visit } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import { type Step, stepAfter } from '../mapping/state-machine.ts';
import type { Services } from '../setup/services.ts';
import { addAliasStep, removeAliasStep } from './alias-steps.ts';
import { checkCertificate, checkDns } from './check-domain.ts';
import type { CheckResult, FollowUp } from './check-result.ts';
import { checkDaily } from './daily-check.ts';
import { reportStage } from './report-stage.ts';
import { ifStillListed } from './still-listed.ts';
import { ifStillWanted } from './still-wanted.ts';

/**
 * Makes one visit to a mapping: checks, decides what follows, and puts that into the queue before it answers. A visit
 * that is delivered twice leads to the same successor twice, which the queue takes for one.
 *
 * @throws QueueUnavailable if the successor could not be put into the queue: the visit has to be delivered again
 */
export async function runCheck(services: Services, log: Log, visit: Visit): Promise<FollowUp> {
  services.queue.warmUp();
  const { finding, mapping, problems, tell } = await check(services, visit);
  const step = withTold(stepAfter({ ...visit, mapping }, finding, services.now()), problems, services);
  const followUp: FollowUp =
    step.outcome === 'finished' ? step : { ...step, scheduled: await services.queue.add(step.next, step.at) };

  const events = tell(followUp);
  for (const event of events) {
    const last = step.outcome === 'finished' && event === events.at(-1);
    const stage =
      event.event === 'domain.mapped' && followUp.scheduled ? followUp.scheduled.stage : visit.stage;
    const first = isReconcileStart(visit) && event === events[0];
    log.write(event, { mapping, stage, visit: visit.visit, position: { first, last } });
  }
  await reportStage(services, log, visit, followUp, problems, events.at(-1)?.message ?? '');
  return followUp;
}

/** Where WordPress is told of it, the next visit to the same stage knows which problem that was. */
function withTold(step: Step, problems: readonly DomainProblem[], { wordpress }: Services): Step {
  const [worst] = problems;
  if (wordpress === undefined || worst === undefined || step.outcome !== 'waiting') return step;
  const { next } = step;
  const isTold = next.stage !== 'watching' && next.stage !== 'removing-domain';
  return isTold ? { ...step, next: { ...next, told: worst.code } } : step;
}

async function check(services: Services, visit: Visit): Promise<CheckResult> {
  const { mapping, stage } = visit;
  switch (stage) {
    case 'adding-domain':
      return await ifStillWanted(services, { ...visit, stage }, () =>
        addAliasStep(services, { ...visit, stage }),
      );
    case 'removing-domain':
      return await ifStillWanted(services, { ...visit, stage }, () => removeAliasStep(services, mapping));
    case 'checking-dns': {
      const checkIt = () => ifStillListed(services, visit, (of) => checkDns(services, of));
      return isReconcileStart(visit)
        ? await ifStillWanted(services, { ...visit, stage }, checkIt)
        : await checkIt();
    }
    case 'checking-ssl-cert':
      return await ifStillListed(services, visit, (of) => checkCertificate(services, of));
    case 'watching':
      return await ifStillListed(services, visit, (of) => checkDaily(services, of));
  }
}
