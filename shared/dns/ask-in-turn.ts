import { query } from './query.ts';
import type { QueryAnswer, Resolver } from './question.ts';
import type { QuestionLimit } from './question-limit.ts';
import type { Ask } from './resolve-addresses.ts';

/**
 * Asks the resolvers one after the other until one answers, last of all one that has failed before. Each gets an even
 * share of the time that is left when its turn comes, and one share is kept for the questions that follow from the
 * answer.
 *
 * @param left the time for all of them, in milliseconds from the moment of the call
 * @returns an Ask whose failure is that of the last resolver
 */
export function askInTurn(resolvers: readonly Resolver[], left: () => number, limit?: QuestionLimit): Ask {
  const failed = new Set<Resolver>();
  const inOrder = () => [
    ...resolvers.filter((resolver) => !failed.has(resolver)),
    ...resolvers.filter((resolver) => failed.has(resolver)),
  ];
  return async (name, type) => {
    let answer: QueryAnswer = { kind: 'failed', failure: 'unreachable' };
    for (const [index, resolver] of inOrder().entries()) {
      answer = await query(resolver, name, type, left() / (resolvers.length - index + 1), 'resolve', limit);
      if (answer.kind === 'answer') break;
      failed.add(resolver);
    }
    return answer;
  };
}
