import type { DomainProblem, ProblemCode } from '../diagnosis/domain-problem.ts';
import { ISSUING_TAKES } from '../diagnosis/judge-certificate.ts';
import type { Action, Way } from './action.ts';
import { actionsFor } from './actions.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is waited for, where all is right and time alone is missing. */
export type WaitedFor = 'hosting' | 'dns' | 'certificate';

interface Waited {
  /** The problem that passes, and for how many milliseconds it mostly takes at most. */
  readonly code: ProblemCode;
  readonly takes: number;
}

const WAITED: Readonly<Record<WaitedFor, Waited>> = {
  hosting: { code: 'not-an-alias', takes: 15 * MINUTE },
  // What no resolver says the end of: few records are kept for longer.
  dns: { code: 'not-propagated-yet', takes: 2 * DAY },
  certificate: { code: 'still-being-issued', takes: ISSUING_TAKES },
};

/** @param since when the wait began, if that is known */
export function waiting(
  what: WaitedFor,
  problems: readonly DomainProblem[],
  at: Date,
  since: Date | undefined,
): Action {
  const { code, takes } = WAITED[what];
  const lagging = problems.find((problem) => problem.code === 'not-propagated-yet');
  const ttl = what === 'dns' && lagging?.ttl !== undefined ? lagging.ttl * 1000 : undefined;
  const end = ttl === undefined ? (since ?? at).getTime() + takes : at.getTime() + ttl;
  // What takes longer than it mostly does is not over yet.
  const until = end > at.getTime() ? end : at.getTime() + takes;
  return { who: 'nobody', do: 'wait', until: new Date(until).toISOString(), code };
}

/** What there is to do, and if that is nothing, until when to wait: unless something is wrong that waiting does not mend. */
export function actionsOrWait(
  what: WaitedFor,
  problems: readonly DomainProblem[],
  at: Date,
  since: Date | undefined,
): Way {
  const actions = actionsFor(problems);
  const isWrong = problems.some(({ severity }) => severity === 'fatal');
  return isWrong || actions.length > 0 ? actions : [waiting(what, problems, at, since)];
}

/** Of a domain that nobody has mapped, or that was taken back. */
export const TO_BE_MAPPED: Way = [{ who: 'owner', do: 'ask', whom: 'operator', code: 'not-mapped' }];
