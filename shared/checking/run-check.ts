import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DomainName } from '../domain/name.ts';
import { isAnotherNetwork } from '../domain/network.ts';
import type { LogEntry } from '../logging/entry.ts';
import type { Log } from '../logging/log.ts';
import { wordpressUnavailable } from '../logging/unheard-entries.ts';
import type { Visit } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import { type Step, stepAfter, stepUntold } from '../mapping/state-machine.ts';
import { scheduledAs } from '../queue/queue.ts';
import type { Services } from '../setup/services.ts';
import { addAliasStep, removeAliasStep } from './alias-steps.ts';
import { checkCertificate, checkDns } from './check-domain.ts';
import { type CheckResult, type FollowUp, notJudged, unwanted } from './check-result.ts';
import { checkDaily } from './daily-check.ts';
import { reportStage } from './report-stage.ts';
import { ifStillListed } from './still-listed.ts';
import { ifRemovalAgreed, ifStillWanted } from './still-wanted.ts';

/**
 * Makes one visit to a mapping: checks, decides what follows, tells WordPress, and puts what follows into the queue before
 * it answers. WordPress comes first: it may have another mapping of the domain by now, and then nothing follows. A visit
 * that is delivered twice leads to the same successor twice, which the queue takes for one.
 *
 * @param networks those of the installation; where there are none, a mapping may be of any
 * @throws QueueUnavailable if the successor could not be put into the queue: the visit has to be delivered again
 */
export async function runCheck(
  services: Services,
  log: Log,
  visit: Visit,
  networks: readonly DomainName[] = [],
): Promise<FollowUp> {
  const { queue } = services;
  queue.warmUp();
  const checked = await check(services, visit, networks);
  const course = await unlessOvertaken(services, visit, checked);
  const { followUp, events, mapping } = course;
  if (followUp.outcome !== 'finished') await queue.add(followUp.next, followUp.at);

  for (const event of events) {
    const last = followUp.outcome === 'finished' && event === events.at(-1);
    const stage =
      event.event === 'domain.mapped' && followUp.scheduled ? followUp.scheduled.stage : visit.stage;
    const first = isReconcileStart(visit) && event === events[0];
    log.write(event, { mapping, stage, visit: visit.visit, position: { first, last } });
  }
  return followUp;
}

/** What follows from a visit, and what there is to tell of it. */
interface Course {
  readonly mapping: Visit['mapping'];
  readonly followUp: FollowUp;
  readonly events: readonly LogEntry[];
}

/**
 * Tells WordPress what the visit came to. What it says to that may lead elsewhere; where it says nothing, a mapping does
 * not end yet.
 */
async function unlessOvertaken(services: Services, visit: Visit, checked: CheckResult): Promise<Course> {
  const course = courseOf(services, visit, checked);
  if (checked.finding === 'not-judged') return course;
  const { followUp, events } = course;
  const { mapping, problems } = checked;
  const told = await reportStage(services, visit, followUp, problems, events.at(-1)?.message ?? '');
  if (told.kind === 'unanswered') {
    const untold = withoutTold(withSchedule(stepUntold({ ...visit, mapping }, followUp, services.now())));
    const entry = wordpressUnavailable(mapping.domain, told.reason, untold.scheduled);
    return { mapping, followUp: untold, events: [entry, ...events] };
  }
  // What is removed is removed, whatever WordPress says to it.
  if (visit.stage === 'removing-domain') return course;
  switch (told.kind) {
    case 'overtaken': {
      const reason = 'WordPress has another mapping of it by now, or none';
      return courseOf(services, visit, unwanted(mapping, reason));
    }
    case 'another-network':
      return courseOf(services, visit, notJudged(visit.mapping, told.reason));
    case 'nothing-to-tell':
      return course;
    default:
      return { ...course, followUp: withTold(followUp, problems) };
  }
}

function courseOf(services: Services, visit: Visit, checked: CheckResult): Course {
  const { finding, mapping, tell } = checked;
  const followUp = withSchedule(stepAfter({ ...visit, mapping }, finding, services.now()));
  return { mapping, followUp, events: tell(followUp) };
}

function withSchedule(step: Step): FollowUp {
  return step.outcome === 'finished' ? step : { ...step, scheduled: scheduledAs(step.next, step.at) };
}

/** WordPress was told of the worst problem: the next visit to the same stage knows which one that was. */
function withTold(followUp: FollowUp, [worst]: readonly DomainProblem[]): FollowUp {
  if (worst === undefined || followUp.outcome !== 'waiting') return followUp;
  const { next } = followUp;
  const isTold = next.stage !== 'watching' && next.stage !== 'removing-domain';
  return isTold ? { ...followUp, next: { ...next, told: worst.code } } : followUp;
}

/** WordPress did not hear of it: the next visit tells it again, be it news by then or not. */
function withoutTold(followUp: FollowUp): FollowUp {
  if (followUp.outcome !== 'waiting' || followUp.next.stage === 'watching') return followUp;
  return { ...followUp, next: { ...followUp.next, told: undefined } };
}

async function check(
  services: Services,
  visit: Visit,
  networks: readonly DomainName[],
): Promise<CheckResult> {
  const { mapping, stage } = visit;
  const { networkDomain } = mapping;
  if (isAnotherNetwork(networkDomain, networks)) {
    const ours = networks.join(', ');
    return notJudged(mapping, `its network ${networkDomain} is none of NETWORK_DOMAIN (${ours})`);
  }
  switch (stage) {
    case 'adding-domain':
      return await ifStillWanted(services, { ...visit, stage }, () =>
        addAliasStep(services, { ...visit, stage }),
      );
    case 'removing-domain':
      return await ifRemovalAgreed(services, visit, () => removeAliasStep(services, mapping));
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
