import type { FinalStage, Mapping, RepeatedStage, RepeatedVisit, SettledStage, Visit } from './mapping.ts';
import { nextVisit } from './retry-schedule.ts';

/**
 * What a visit found.
 *
 * - `right`: what the stage waits for has come.
 * - `not-yet`: it has not, and may still come.
 * - `hopeless`: it never will: Closte does not take the name for a domain.
 * - `unwanted`: the mapping was taken back in the meantime.
 */
export type Finding = 'right' | 'not-yet' | 'hopeless' | 'unwanted';

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

/**
 * The life of a mapping, one step of it. A removal that is given up ends as `failed` too.
 *
 * | stage | right | not yet | patience used up | hopeless | unwanted |
 * | --- | --- | --- | --- | --- | --- |
 * | `adding-domain` | → `checking-dns` | again | `failed` | `failed` | `cancelled` |
 * | `checking-dns` | → `checking-ssl-cert` | again | `failed` | | `cancelled` |
 * | `checking-ssl-cert` | `done` | again | `ssl-failed` | | `cancelled` |
 * | `removing-domain` | `removed` | again | `failed` | `removed` | `cancelled` |
 * | `watching` | `done` | as it was known | | | `cancelled` |
 */
export function stepAfter(visit: Visit, finding: Finding, now: Date): Step {
  if (visit.stage === 'watching') return { outcome: 'finished', stage: afterWatching(visit.known, finding) };
  const course = COURSE[visit.stage];
  switch (finding) {
    case 'unwanted':
      return { outcome: 'finished', stage: 'cancelled' };
    case 'hopeless':
      return { outcome: 'finished', stage: course.hopeless };
    case 'right':
      return isVisited(course.right)
        ? { outcome: 'advanced', next: firstVisit(visit.mapping, course.right, now), at: now }
        : { outcome: 'finished', stage: course.right };
    case 'not-yet': {
      const { stage, stageStartedAt, mapping } = visit;
      const again = nextVisit({ stage, visit: visit.visit, interval: mapping.interval, stageStartedAt, now });
      return again.kind === 'at'
        ? { outcome: 'waiting', next: { ...visit, visit: visit.visit + 1 }, at: again.time }
        : { outcome: 'finished', stage: course.exhausted };
    }
  }
}

function afterWatching(known: SettledStage, finding: Finding): FinalStage {
  if (finding === 'unwanted') return 'cancelled';
  return finding === 'right' ? 'done' : known;
}

/** The first visit of a stage that begins now. */
export function firstVisit(mapping: Mapping, stage: RepeatedStage, now: Date): RepeatedVisit {
  return { mapping, stage, visit: 1, stageStartedAt: now, told: undefined };
}

function isVisited(stage: RepeatedStage | FinalStage): stage is RepeatedStage {
  return Object.hasOwn(COURSE, stage);
}
