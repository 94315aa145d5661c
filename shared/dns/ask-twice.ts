import type { QueryFailure } from './question.ts';
import type { Ask } from './resolve-addresses.ts';

/**
 * Failures that may pass by the next question. Silence has been waited for already, while the question was sent three
 * times; who does not understand it was asked in two ways; and a filter means what it says.
 */
const MAY_PASS: readonly QueryFailure[] = ['server-failure', 'refused', 'unreachable'];

/** Asks once more where a server fails: one is said to fail only if it did so twice. */
export function askTwice(ask: Ask): Ask {
  return (name, type) =>
    ask(name, type).then((answer) => {
      const mayPass = answer.kind === 'failed' && MAY_PASS.includes(answer.failure);
      return mayPass && answer.referral === undefined ? ask(name, type) : answer;
    });
}
