import type { VisitedStage } from '../mapping/mapping.ts';

/** The two queues by their names: one may be both. */
export interface QueueNames {
  /** Of the checks, which are fast: nothing stands in their way but the resolvers. */
  readonly name: string;
  /** Of the calls to Closte, which are slow: its API is not to be flooded. */
  readonly closteName: string;
}

/**
 * The queue in which a visit waits.
 *
 * | stage | queue |
 * | --- | --- |
 * | `adding-domain`, `removing-domain` | that of the calls to Closte |
 * | any other | that of the checks |
 */
export function queueOf(stage: VisitedStage, { name, closteName }: QueueNames): string {
  return stage === 'adding-domain' || stage === 'removing-domain' ? closteName : name;
}

/**
 * Whether a visit was delivered by a faster queue than its own, as one that was put into the only queue by the version
 * before: made as it comes, hundreds of them would be so many calls to Closte at once.
 *
 * @param deliveredBy the queue's name; undefined where nobody says
 */
export function isInFasterQueue(
  stage: VisitedStage,
  deliveredBy: string | undefined,
  names: QueueNames,
): boolean {
  return deliveredBy === names.name && queueOf(stage, names) !== deliveredBy;
}
