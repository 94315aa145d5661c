import { problemConcernsOperator } from '../../../shared/advice/concerns-operator.ts';
import type { DomainProblem } from '../../../shared/diagnosis/domain-problem.ts';
import { certificateSeen, resolversSeen, zoneSeen } from '../../../shared/status/observations.ts';
import type { Status } from '../../../shared/status/status.ts';
import { problemInWords } from '../../../shared/words/problem.ts';
import type { Words } from '../../../shared/words/words.ts';

/** A status with the sentences of a language where those of a test stand, and what was seen of a problem. */
export function statusIn(words: Words, status: Status, problem?: DomainProblem): Status {
  const { domain, verdict } = status;
  const found = problem === undefined ? [] : [problem];
  return {
    ...status,
    verdict: verdict.kind === 'waiting' ? { ...verdict, for: words.say('status.what.certificate') } : verdict,
    sentence: words.say('status.ready', { domain }),
    problems: found.map((one) => ({
      ...problemInWords(one, words),
      concerns_operator: problemConcernsOperator(one),
    })),
    resolvers: problem && 'dns' in problem ? resolversSeen(problem.dns, words) : [],
    zone: problem && 'dns' in problem ? zoneSeen(problem.dns.zone, words) : { ...status.zone, servers: [] },
    certificate:
      problem && 'certificates' in problem
        ? certificateSeen({ reports: problem.certificates } as Parameters<typeof certificateSeen>[0], words)
        : status.certificate && { ...status.certificate, addresses: [] },
  };
}
