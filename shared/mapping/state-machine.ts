import {
  type FinalStage,
  type Looks,
  type Mapping,
  NO_LOOKS,
  type RepeatedStage,
  type RepeatedVisit,
  type SettledStage,
  type Visit,
} from './mapping.ts';
import { isOverLifetime, nextVisit, timeOfNextVisit } from './retry-schedule.ts';

/**
 * What a visit found.
 *
 * - `right`: what the stage waits for has come.
 * - `not-yet`: it has not, and may still come.
 * - `hopeless`: it never will: Closte does not take the name for a domain.
 * - `dns-wrong`: what was right when the stage was entered is not any more: the DNS leads elsewhere.
 * - `certificate-wrong`: the same of the certificate, which only the daily check looks at once it was right.
 * - `alias-missing`: the same of the alias: Closte has lost it, and it is wanted.
 * - `unwanted`: the mapping was taken back in the meantime.
 * - `not-seen`: nobody can say from here whether it has come.
 * - `not-judged`: it belongs to a network that is none of ours, a copy or one that was renamed.
 */
export type Finding =
  | 'right'
  | 'not-yet'
  | 'hopeless'
  | 'dns-wrong'
  | 'certificate-wrong'
  | 'alias-missing'
  | 'unwanted'
  | 'not-seen'
  | 'not-judged';

/** What follows from a visit. */
export type Step =
  | { readonly outcome: 'advanced'; readonly next: Visit; readonly at: Date }
  | { readonly outcome: 'waiting'; readonly next: Visit; readonly at: Date }
  | { readonly outcome: 'finished'; readonly stage: FinalStage };

/** The stage after which comes which, and where a stage ends that gives up or is hopeless. */
const COURSE: Readonly<
  Record<
    RepeatedStage,
    {
      readonly right: RepeatedStage | FinalStage;
      readonly exhausted: FinalStage;
      readonly hopeless: FinalStage;
    }
  >
> = {
  'adding-domain': { right: 'checking-dns', exhausted: 'failed', hopeless: 'failed' },
  'checking-dns': { right: 'checking-ssl-cert', exhausted: 'failed', hopeless: 'failed' },
  'checking-ssl-cert': { right: 'done', exhausted: 'ssl-failed', hopeless: 'ssl-failed' },
  'removing-domain': { right: 'removed', exhausted: 'failed', hopeless: 'removed' },
};

/** For so long a visit waits that was not judged, in milliseconds. */
const NOT_JUDGED_WAIT = 60 * 60 * 1000;

/**
 * The life of a mapping, one step of it. A removal that is given up ends as `failed` too.
 *
 * | stage | right | not yet | patience used up | hopeless | DNS wrong | alias missing | unwanted |
 * | --- | --- | --- | --- | --- | --- | --- | --- |
 * | `adding-domain` | → `checking-dns` | again | `failed` | `failed` | | | `cancelled` |
 * | `checking-dns` | → `checking-ssl-cert` | again | `failed` | | again | → `adding-domain`, next round | `cancelled` |
 * | `checking-ssl-cert` | `done` | again | `ssl-failed` | | → `checking-dns`, next round | → `adding-domain`, next round | `cancelled` |
 * | `removing-domain` | `removed` | again | `failed` | `removed` | | | `cancelled` |
 * | `watching` | `done` | as it was known | | | `failed` if it was `done` | as it was known | `cancelled` |
 *
 * The daily check that finds the certificate wrong of what was `done` ends as `ssl-failed`: nothing is called done that does
 * not work. It goes on being checked once a day, and is `done` again as soon as it is right.
 *
 * A visit that is `not-judged` is made again after an hour, under a round of its own. It counts as no look, and its hour
 * as no patience: the stage began an hour later. 30 days after it was mapped, such a mapping ends as `cancelled`. A daily
 * check does so at once: the next day has its own.
 *
 * So it is with one that is `not-seen`, but for a daily check, which leaves the domain as it was known: what cannot be seen
 * from here has not failed.
 *
 * 30 days after it was mapped, a mapping goes into no further visit: it ends as what it was found to be last.
 */
export function stepAfter(visit: Visit, finding: Finding, now: Date): Step {
  if (finding === 'not-judged') return afterAnHour(visit, now);
  if (visit.stage === 'watching') return { outcome: 'finished', stage: afterWatching(visit.known, finding) };
  const course = COURSE[visit.stage];
  switch (finding) {
    case 'unwanted':
      return { outcome: 'finished', stage: 'cancelled' };
    case 'hopeless':
      return { outcome: 'finished', stage: course.hopeless };
    case 'right':
      return isVisited(course.right)
        ? enter(visit, course.right, visit.round, now)
        : { outcome: 'finished', stage: course.right };
    case 'dns-wrong':
      return visit.stage === 'checking-ssl-cert'
        ? enter(visit, 'checking-dns', visit.round + 1, now)
        : again(visit, now);
    case 'alias-missing':
      return visit.stage === 'checking-dns' || visit.stage === 'checking-ssl-cert'
        ? enter(visit, 'adding-domain', visit.round + 1, now)
        : again(visit, now);
    case 'not-seen':
      return afterAnHour(visit, now);
    case 'certificate-wrong':
    case 'not-yet':
      return again(visit, now);
  }
}

/** The first visit of a stage comes at once. */
function enter({ mapping }: RepeatedVisit, stage: RepeatedStage, round: number, now: Date): Step {
  if (isOverLifetime(mapping.mappedAt, now)) return { outcome: 'finished', stage: COURSE[stage].exhausted };
  return { outcome: 'advanced', next: { ...firstVisit(mapping, stage, now), round }, at: now };
}

function afterAnHour(visit: Visit, now: Date): Step {
  if (visit.stage === 'watching' || isOverLifetime(visit.mapping.mappedAt, now)) {
    return { outcome: 'finished', stage: 'cancelled' };
  }
  const stageStartedAt = new Date(visit.stageStartedAt.getTime() + NOT_JUDGED_WAIT);
  const next = { ...visit, round: visit.round + 1, stageStartedAt };
  return { outcome: 'waiting', next, at: new Date(now.getTime() + NOT_JUDGED_WAIT) };
}

function again(visit: RepeatedVisit, now: Date): Step {
  const next = nextVisit(momentOf(visit, now));
  return next.kind === 'at'
    ? { outcome: 'waiting', next: withThisVisit(visit, now), at: next.time }
    : { outcome: 'finished', stage: COURSE[visit.stage].exhausted };
}

/**
 * What follows from a visit of which WordPress could not be told. A mapping that has come to its end is visited once
 * more, so that WordPress hears of it: until then Ultimate Multisite does not serve a domain that is done. 30 days after
 * it was mapped it ends untold. Every other step stays: the next stage is told again.
 */
export function stepUntold(visit: Visit, step: Step, now: Date): Step {
  if (step.outcome !== 'finished' || visit.stage === 'watching') return step;
  if (step.stage === 'cancelled' || isOverLifetime(visit.mapping.mappedAt, now)) return step;
  return {
    outcome: 'waiting',
    next: withThisVisit(visit, now),
    at: timeOfNextVisit(momentOf(visit, now)),
  };
}

function momentOf(visit: RepeatedVisit, now: Date): Parameters<typeof nextVisit>[0] {
  const { stage, stageStartedAt, mapping } = visit;
  const { interval, mappedAt } = mapping;
  const looks = withThisLook(visit, now).count;
  return { stage, visit: visit.visit, interval, stageStartedAt, mappedAt, looks, now };
}

function withThisVisit(visit: RepeatedVisit, now: Date): RepeatedVisit {
  return { ...visit, visit: visit.visit + 1, looks: withThisLook(visit, now) };
}

/** A visit that comes sooner after the last one than the interval is no further look: nothing can have changed. */
function withThisLook({ looks, mapping }: RepeatedVisit, now: Date): Looks {
  const { count, lastAt } = looks;
  const isFurther = lastAt === undefined || now.getTime() - lastAt.getTime() >= mapping.interval * 1000;
  return isFurther ? { count: count + 1, lastAt: now } : looks;
}

function afterWatching(known: SettledStage, finding: Finding): FinalStage {
  switch (finding) {
    case 'unwanted':
      return 'cancelled';
    case 'right':
      return 'done';
    case 'dns-wrong':
      return known === 'done' ? 'failed' : known;
    case 'certificate-wrong':
      return known === 'done' ? 'ssl-failed' : known;
    default:
      return known;
  }
}

/** The first visit of a stage that begins now. */
export function firstVisit(mapping: Mapping, stage: RepeatedStage, now: Date): RepeatedVisit {
  return { mapping, stage, visit: 1, stageStartedAt: now, round: 1, looks: NO_LOOKS, told: undefined };
}

function isVisited(stage: RepeatedStage | FinalStage): stage is RepeatedStage {
  return Object.hasOwn(COURSE, stage);
}
