import { wordpressUnavailable } from './events.ts';
import type { Log } from './log.ts';
import type { Taken } from './look.ts';
import type { Visit } from './mapping.ts';
import type { Services } from './services.ts';

/**
 * Tells WordPress the stage that a mapping has come to, if it is another one. WordPress being down never holds a
 * mapping up: the log has an entry, and the next stage is told again. The last one, which nothing follows, is told
 * twice if need be.
 *
 * @param message a sentence for the people who look at the domain in WordPress
 */
export async function reportStage(
  { wordpress }: Services,
  log: Log,
  { mapping, stage: visited, visit }: Visit,
  taken: Taken,
  message: string,
): Promise<void> {
  // WordPress knows of a removal before anybody: it is its own wish.
  if (wordpress === undefined || taken.outcome === 'waiting' || visited === 'removing-domain') return;
  const stage = taken.outcome === 'finished' ? taken.stage : taken.next.stage;
  if (stage === 'cancelled') return;
  const { domain } = mapping;
  const report = () => wordpress.report({ domain, stage, secure: stage === 'done', message });
  const first = await report();
  const reported = first.kind === 'unanswered' && taken.outcome === 'finished' ? await report() : first;
  if (reported.kind !== 'unanswered') return;
  const position = { first: false, last: false };
  log.write(wordpressUnavailable(domain, reported.reason, undefined), {
    mapping,
    stage: visited,
    visit,
    position,
  });
}
