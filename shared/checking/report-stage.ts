import { actionsFor } from '../advice/actions.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import type { DomainName } from '../domain/name.ts';
import type { FinalStage, Visit, VisitedStage } from '../mapping/mapping.ts';
import { isReconcileStart } from '../mapping/reconcile-action.ts';
import { isAnotherDay, isOverdue, isOverdueNow } from '../mapping/retry-schedule.ts';
import { providerIn } from '../providers/dns-provider.ts';
import type { Services } from '../setup/services.ts';
import type { Reported, WordPress } from '../wordpress/client.ts';
import { actionsInWords } from '../words/action.ts';
import { problemInWords } from '../words/problem.ts';
import type { FollowUp } from './check-result.ts';

/** What WordPress said to a report; `nothing-to-tell` where there was none. */
type Told = Reported | { readonly kind: 'nothing-to-tell' };

/**
 * Tells WordPress the stage that a mapping is about to come to, if it is another one, or if there is another problem now:
 * of the worst one its title, and what is to be done. Of one that waits it is told once a day, so that silence says that nobody
 * looks after the domain any more. That DNS is overdue is told too, with every report from then on, so that one
 * that was not answered is made good. WordPress being down never holds a mapping up: the next stage is told again. The
 * last one, which nothing follows, is told twice if need be.
 *
 * @param problems the worst first
 * @param message a sentence for the people who look at the domain in WordPress, where there is no problem
 */
export async function reportStage(
  { wordpress, now }: Services,
  of: Visit,
  followUp: FollowUp,
  problems: readonly DomainProblem[],
  message: string,
): Promise<Told> {
  const stage = followUp.outcome === 'finished' ? followUp.stage : followUp.next.stage;
  if (wordpress === undefined || stage === 'cancelled' || !isNews(of, followUp, stage, problems, now())) {
    return { kind: 'nothing-to-tell' };
  }
  const { id, domain, mappedAt } = of.mapping;
  if (isLost(of, stage) && !(await keepsServing(wordpress, domain))) return { kind: 'nothing-to-tell' };
  const isAnew = isReconcileStart(of) || isSentBack(of, followUp);
  const [worst] = problems;
  const said = worst === undefined ? message : asMessage(worst, problems);
  const secure = stage === 'done';
  const nextLookAt = followUp.outcome === 'finished' ? undefined : followUp.at;
  const event = isOverdueAt(of, followUp, now()) ? 'dns.overdue' : undefined;
  const mapping = { id, domain, mappedAt };
  const problem = worst?.code;
  const notNeeded = notNeededAfter(of, followUp);
  const report = () =>
    wordpress.report({
      mapping,
      stage,
      secure,
      message: said,
      problem,
      isAnew,
      nextLookAt,
      event,
      notNeeded,
    });
  const first = await report();
  return first.kind === 'unanswered' && followUp.outcome === 'finished' ? await report() : first;
}

/** Only a visit that adds the alias knows. */
function notNeededAfter(of: Visit, followUp: FollowUp): boolean | undefined {
  const isAdded = of.stage === 'adding-domain' && followUp.outcome === 'advanced';
  return isAdded ? !followUp.next.mapping.aliased : undefined;
}

/** What is wrong, and what is to be done, as the page says it. */
function asMessage(worst: DomainProblem, problems: readonly DomainProblem[]): string {
  const { title, remedy } = problemInWords(worst);
  return `${title}. ${actionsInWords(actionsFor(problems), worst.domain, providerIn(problems)) || remedy}`;
}

/** WordPress takes a report of an earlier stage for one that comes too late, unless it is told that it begins anew. */
function isSentBack(of: Visit, followUp: FollowUp): boolean {
  const next = followUp.outcome === 'finished' ? undefined : followUp.next;
  // A visit that was not judged is made again under a round of its own, in the same stage.
  const isOther = next !== undefined && next.stage !== of.stage;
  return of.stage !== 'watching' && isOther && next.stage !== 'watching' && next.round > of.round;
}

function isNews(
  of: Visit,
  followUp: FollowUp,
  stage: VisitedStage | FinalStage,
  [worst]: readonly DomainProblem[],
  now: Date,
): boolean {
  switch (of.stage) {
    // WordPress knows of the wish before anybody, not that it was carried out.
    case 'removing-domain':
      return stage === 'removed';
    case 'watching':
      return stage !== of.known;
    default:
      // What reconciliation has begun, nobody has told WordPress yet.
      return (
        followUp.outcome !== 'waiting' ||
        isReconcileStart(of) ||
        (isOverdueAt(of, followUp, now) && isOverdueNow(of.stageStartedAt, of.looks.lastAt, now)) ||
        isAnotherDay(of.stageStartedAt, of.looks.lastAt, now) ||
        (worst !== undefined && worst.code !== of.told)
      );
  }
}

/** Whether a visit leaves a domain waiting whose DNS is overdue. */
function isOverdueAt(of: Visit, followUp: FollowUp, now: Date): boolean {
  return of.stage === 'checking-dns' && followUp.outcome === 'waiting' && isOverdue(of.stageStartedAt, now);
}

/** Whether a domain that was done is found not to work. */
function isLost(of: Visit, stage: VisitedStage | FinalStage): boolean {
  return of.stage === 'watching' && of.known === 'done' && stage !== 'done';
}

/**
 * Whether the plugin leaves a record as it is that is served. The version that says how many domains are done does; the one
 * before would take the domain off the air. Where nobody says, the next daily check tells it.
 */
async function keepsServing(wordpress: WordPress, domain: DomainName): Promise<boolean> {
  const wish = await wordpress.wishFor(domain);
  return 'done' in wish && wish.done !== undefined;
}
