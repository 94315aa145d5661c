import type { Way } from '../advice/action.ts';
import { actionsFor } from '../advice/actions.ts';
import { problemConcernsOperator } from '../advice/concerns-operator.ts';
import { type Turn, turnOf } from '../advice/turn.ts';
import { actionsOrWait, TO_BE_MAPPED, type WaitedFor } from '../advice/waiting.ts';
import { certificateVerdict } from '../certificate/verdict.ts';
import type { DomainProblem } from '../diagnosis/domain-problem.ts';
import { certificateProblems } from '../diagnosis/judge-certificate.ts';
import { closteProblems } from '../diagnosis/judge-closte.ts';
import { dnsProblems } from '../diagnosis/judge-dns.ts';
import { worstFirst } from '../diagnosis/problem-order.ts';
import { recordsToSet } from '../diagnosis/records-to-set.ts';
import type { RepeatedStage } from '../mapping/mapping.ts';
import { patienceEndsAt } from '../mapping/retry-schedule.ts';
import { providerOf } from '../providers/dns-provider.ts';
import { applyUrl, templateFor } from '../providers/domain-connect.ts';
import { DEFAULT_WATCH_SPREAD } from '../setup/config.ts';
import { type ProblemInWords, problemInWords } from '../words/problem.ts';
import { ENGLISH_WORDS, phrase, type Words } from '../words/words.ts';
import type { Gathered } from './gather.ts';
import { givenUp } from './given-up.ts';
import { certificateSeen, recordsFound, resolversSeen, zoneSeen } from './observations.ts';
import { type Standing, standingOf } from './standing.ts';
import type { ProviderStatus, Status, TimelineStep, Verdict } from './status.ts';

/**
 * What is to be said of a domain, of all that was seen.
 *
 * @param watchSpread over how many seconds of the day the daily checks are spread
 * @param words of the language in which it is said
 */
export function statusOf(
  gathered: Gathered,
  watchSpread = DEFAULT_WATCH_SPREAD,
  words: Words = ENGLISH_WORDS,
): Status {
  const { domain, at, dns, alias } = gathered;
  const standing = standingOf(gathered);
  const found = standing.isMapped ? problemsOf(gathered, standing) : [];
  const judgement = verdictOf(gathered, standing, found);
  const actions = actionsOf(gathered, judgement, found);
  const turn = turnOf(actions);
  const problems = found.map((problem) => ({
    ...problemInWords(problem, words),
    concerns_operator: problemConcernsOperator(problem),
  }));
  const { target } = dns.report;
  const apex = dns.zone.kind === 'found' ? dns.zone.apex : undefined;
  return {
    domain,
    language: words.language.tag,
    checked_at: at.toISOString(),
    ...verdictInWords(domain, judgement, problems, turn, words),
    actions,
    turn,
    provider: providerStatus(gathered, actions),
    problems,
    target: { network_domain: target.networkDomain ?? null, addresses: target.addresses },
    records_to_set: recordsToSet(domain, apex, target, dns.neighbours),
    records_found: recordsFound(domain, dns),
    resolvers: resolversSeen(dns, words),
    zone: zoneSeen(dns.zone, words),
    certificate: standing.isDnsRight ? certificateSeen(gathered.certificate, words) : null,
    alias: aliasSeen(alias),
    given_up: givenUp(gathered, standing, watchSpread),
    timeline: standing.isMapped ? timelineOf(gathered, standing) : [],
  };
}

function aliasSeen({ kind }: Gathered['alias']): Status['alias'] {
  switch (kind) {
    case 'refused':
    case 'unanswered':
      return 'unknown';
    case 'held-elsewhere':
    case 'rejected':
      return 'not-listed';
    default:
      return kind;
  }
}

function problemsOf(gathered: Gathered, standing: Standing): readonly DomainProblem[] {
  const { domain, alias, dns, certificate } = gathered;
  const { isDnsRight, isCertificateRight, isBeingAdded } = standing;
  const works = isDnsRight && isCertificateRight ? 'works' : 'does-not-work';
  const isExplained = isBeingAdded && alias.kind === 'not-listed';
  return worstFirst([
    ...dnsProblems(dns),
    // A certificate says something only of a domain that leads here.
    ...(isDnsRight ? certificateProblems(certificate) : []),
    ...(isExplained ? [] : closteProblems(domain, alias, works)),
  ]);
}

/** The verdict, with what is waited for not in words yet. */
type Judgement =
  | Exclude<Verdict, { readonly kind: 'waiting' }>
  | {
      readonly kind: 'waiting';
      readonly for: WaitedFor;
      readonly until: string | null;
    };

function verdictOf(gathered: Gathered, standing: Standing, problems: readonly DomainProblem[]): Judgement {
  const { isMapped, isDnsRight, isCertificateRight, isBeingAdded } = standing;
  if (!isMapped) return { kind: 'not-mapped' };
  if (problems.some(({ severity }) => severity === 'fatal')) return { kind: 'action-needed' };
  if (isDnsRight && isCertificateRight) return { kind: 'ready' };
  const what = isBeingAdded ? 'hosting' : isDnsRight ? 'certificate' : 'dns';
  return { kind: 'waiting', for: what, until: untilWhen(gathered) };
}

/** What is ready needs nothing. `nobody` has to wait only where nobody has to do anything. */
function actionsOf(
  { at, row, certificate }: Gathered,
  judgement: Judgement,
  problems: readonly DomainProblem[],
): Way {
  if (judgement.kind === 'ready') return [];
  if (judgement.kind === 'not-mapped') return TO_BE_MAPPED;
  if (judgement.kind === 'action-needed') return actionsFor(problems);
  const wishedAt = row?.kind === 'row' ? (row.wishedAt ?? row.updatedAt) : undefined;
  const since = {
    hosting: wishedAt,
    dns: undefined,
    certificate: certificate.dnsRightSince,
  }[judgement.for];
  return actionsOrWait(judgement.for, problems, at, since);
}

function providerStatus({ domain, dns, domainConnect }: Gathered, actions: Way): ProviderStatus | null {
  const known = providerOf(dns.zone);
  const name = known?.name ?? domainConnect?.provider.name;
  if (name === undefined) return null;
  const use = dns.zone.kind === 'found' ? templateFor(actions, domain, dns.zone.apex) : undefined;
  const url = use && domainConnect && applyUrl(domainConnect.providerId, domainConnect.provider, use);
  return {
    name,
    ...(known?.form && { form: known.form }),
    ...(url !== undefined && { apply: { url, host: new URL(url).hostname } }),
  };
}

const GIVEN_UP_LATER = [
  'adding-domain',
  'checking-dns',
  'checking-ssl-cert',
] as const satisfies RepeatedStage[];

/** When it is given up to wait, where the stage and its beginning are known. */
function untilWhen({ row }: Gathered): string | null {
  if (row?.kind !== 'row') return null;
  const stage = GIVEN_UP_LATER.find((candidate) => candidate === row.stage);
  if (stage === undefined) return null;
  return patienceEndsAt(stage, row.updatedAt).toISOString();
}

function verdictInWords(
  domain: string,
  judgement: Judgement,
  [worst]: readonly ProblemInWords[],
  turn: Turn,
  { say, text }: Words,
): Pick<Status, 'verdict' | 'sentence'> {
  switch (judgement.kind) {
    case 'ready':
      return { verdict: judgement, sentence: say('status.ready', { domain }) };
    case 'waiting': {
      const sentence = text(
        say(`status.waiting.${judgement.for}`, { domain }),
        turn === 'owner' ? undefined : say('nothing-to-do'),
      );
      return { verdict: { ...judgement, for: say(`status.what.${judgement.for}`) }, sentence };
    }
    case 'action-needed': {
      const sentence =
        worst === undefined
          ? say('status.action-needed.unknown', { domain })
          : say('status.action-needed', { domain, title: phrase(worst.title) });
      return { verdict: judgement, sentence };
    }
    case 'not-mapped':
      return { verdict: judgement, sentence: say('status.not-mapped', { domain }) };
  }
}

/**
 * How far it is, as far as that is known: nobody keeps a record of it but the stage in WordPress. The first step that
 * has not come about is the current one, or the one that failed; what stands behind it is ahead.
 */
function timelineOf(gathered: Gathered, standing: Standing): readonly TimelineStep[] {
  const { row, certificate } = gathered;
  const known = row?.kind === 'row' ? row : undefined;
  const since = (...stages: readonly string[]) =>
    known?.stage !== undefined && stages.includes(known.stage) ? known.updatedAt.toISOString() : null;
  const shown = certificateVerdict(certificate.reports);
  const isReady = standing.isDnsRight && standing.isCertificateRight;
  // What leads here with a good certificate is known to the hosting, even if it does not say so just now.
  const isKnown = standing.hasAlias || (isReady && aliasSeen(gathered.alias) !== 'not-listed');
  const steps = [
    { step: 'mapped', isDone: true, done: known?.wishedAt?.toISOString() ?? null, since: null },
    { step: 'alias', isDone: isKnown, done: null, since: since('adding-domain') },
    {
      step: 'dns',
      isDone: standing.isDnsRight,
      done: since('checking-ssl-cert'),
      since: since('checking-dns'),
    },
    {
      step: 'certificate',
      isDone: isReady,
      done: shown.kind === 'right' ? shown.certificate.notBefore.toISOString() : null,
      since: since('checking-ssl-cert'),
    },
    { step: 'done', isDone: isReady && isKnown, done: since('done'), since: null },
  ] as const;
  const reached = steps.findIndex(({ isDone }) => !isDone);
  const hasFailed = known?.stage === 'failed' || known?.stage === 'ssl-failed';
  return steps.map(({ step, done, since: begun }, index) => {
    if (reached === -1 || index < reached) return { step, state: 'done', at: done };
    if (index > reached) return { step, state: 'ahead', at: null };
    return hasFailed
      ? { step, state: 'failed', at: since('failed', 'ssl-failed') }
      : { step, state: 'current', at: begun };
  });
}
