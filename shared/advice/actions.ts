import type { DomainProblem, ProblemCode } from '../diagnosis/domain-problem.ts';
import { proxyAt } from '../diagnosis/proxy-ranges.ts';
import { hostName } from '../diagnosis/records-to-set.ts';
import { type DomainName, registeredName } from '../domain/name.ts';
import type { Action, Way, Where } from './action.ts';
import { caaActions } from './authority-actions.ts';
import { isRecordProblem, type RecordProblem, recordActions } from './record-actions.ts';

/**
 * What is to be done about the problems of a domain, in order; of what comes right by itself, nothing. Where several
 * are for the same person to ask about, he asks once.
 *
 * @param problems the worst first
 */
export function actionsFor(problems: readonly DomainProblem[]): Way {
  const told = problems.filter(({ severity }) => severity !== 'info');
  const ofRecords = told.filter(isRecordProblem);
  const actions = told.flatMap((problem): Way => {
    const way = !isRecordProblem(problem)
      ? actionsOf(problem)
      : problem === ofRecords[0]
        ? recordActions(ofRecords)
        : [];
    return problem.isNetworksOwn ? way.map(byOperator) : way;
  });
  // What is one more of very many is told at the next look.
  const few = actions.slice(0, MOST).map(withFewWays);
  const keyOf = ({ code: _, or: __, ...deed }: Action) => JSON.stringify(deed);
  return few.filter((action, index) => few.findIndex((other) => keyOf(other) === keyOf(action)) === index);
}

/** What the owner of a domain does elsewhere; of the network's own names, whoever runs the network keeps the DNS. */
function byOperator(action: Action): Action {
  const { or } = action;
  const isAskedByOwner = action.do === 'ask' && action.whom === 'operator';
  return {
    ...action,
    ...(action.who === 'owner' && !isAskedByOwner && { who: 'operator' }),
    ...(or && { or: or.map((way) => way.map(byOperator)) }),
  };
}

/** A name may have thousands of records, and a person does one thing after the other. */
const MOST = 10;

function withFewWays(action: Action): Action {
  return action.or === undefined ? action : { ...action, or: action.or.map((way) => way.slice(0, MOST)) };
}

/** The problems of the records are looked at together, all others each by itself. */
type Other = Exclude<DomainProblem, RecordProblem>;

function actionsOf(problem: Other): Way {
  const { code } = problem;
  switch (problem.code) {
    case 'domain-not-registered':
      return [
        { who: 'owner', do: 'register', name: problem.registrable, code },
        ...recordsOnceRegistered(problem),
      ];
    case 'dnssec-failing':
      return dnssecActions(problem);
    case 'dns-server-failing':
      return serverActions(problem);
    case 'name-servers-disagree':
      // Where none is right, it is the records that have to change, at all of them.
      return problem.right.length === 0 ? [] : [ownerAsks('dns-provider', code)];
    case 'blocked-by-a-filter':
      return [ownerAsks('operator', code)];
    case 'network-not-resolvable':
      return [{ who: 'operator', do: 'ask', whom: 'dns-provider', code }];
    case 'not-propagated-yet':
    case 'still-being-issued':
    case 'closte-unreachable':
      return [];
    case 'caa-forbids':
    case 'caa-unknown-critical':
      return caaActions(problem);
    case 'caa-not-answered':
      return [CAA_SERVERS[problem.servers](code)];
    case 'http-redirects-elsewhere':
    case 'http-redirect-loop':
      return [{ who: 'owner', do: 'switch-off', what: 'redirect', code, or: [[operatorAsksCloste(code)]] }];
    case 'port-80-closed':
    case 'port-80-timeout':
    case 'answers-differ-between-addresses':
      return throughAProxy(problem.addresses, code);
    case 'no-https':
      return throughAProxy(problem.addresses, code);
    case 'https-behind-a-proxy':
      return httpsThroughProxy(problem);
    case 'no-certificate':
    case 'default-certificate':
    case 'wrong-name':
    case 'expired':
    case 'not-yet-valid':
    case 'self-signed':
    case 'untrusted-issuer':
    case 'incomplete-chain':
    case 'expiring-soon':
      return throughAProxy(
        problem.certificates.map(({ address }) => address),
        code,
      );
    case 'wildcard-needs-dns-validation':
    case 'not-an-alias':
    case 'key-refused':
    case 'rejected-by-closte':
    case 'held-elsewhere':
      return [operatorAsksCloste(code)];
  }
}

function ownerAsks(whom: 'operator' | 'dns-provider', code: ProblemCode): Action {
  return { who: 'owner', do: 'ask', whom, code };
}

function operatorAsksCloste(code: ProblemCode): Action {
  return { who: 'operator', do: 'ask', whom: 'closte', code };
}

/** A name that nobody has has no records either. */
function recordsOnceRegistered({ code, ways }: DomainProblem<'domain-not-registered'>): Way {
  const [best = [], ...others] = ways.map((way) =>
    way.map((record): Action => ({ who: 'owner', do: 'set', record, where: 'dns-provider', code })),
  );
  const [first, ...more] = best;
  if (first === undefined) return [];
  return [others.length === 0 ? first : { ...first, or: others }, ...more];
}

/** Without its DS records, a zone counts as one that is not signed (RFC 4035, 5.2). */
function dnssecActions({ code, apex, at, asked, domain, dns }: DomainProblem<'dnssec-failing'>): Way {
  const ask = ownerAsks('dns-provider', code);
  const ds = dns.dnssec.kind === 'failing' ? dns.dnssec.ds : [];
  // What part of the resolvers shows may pass.
  const [first, ...more] = at.length * 2 > asked ? removals('DS', ds, apex, domain, code) : [];
  return first === undefined ? [ask] : [{ ...first, or: [[ask]] }, ...more];
}

/** Servers that others can do without may be left over from a provider before. */
function serverActions(problem: DomainProblem<'dns-server-failing'>): Way {
  const { code, domain } = problem;
  if (problem.failing === 'resolvers') return [ownerAsks('operator', code)];
  const ask = ownerAsks('dns-provider', code);
  if (problem.failing !== 'name-servers' || problem.answering === 0) return [ask];
  return [{ ...ask, or: [removals('NS', problem.servers, problem.apex, domain, code)] }];
}

/** Of what stands above a zone: at the registrar, or for a zone in the registered one with the provider of that. */
function removals(
  type: 'DS' | 'NS',
  values: readonly string[],
  apex: string,
  domain: DomainName,
  code: ProblemCode,
): Way {
  const registered = registeredName(domain);
  const where: Where = apex === registered ? 'registrar' : 'dns-provider';
  const place = { name: apex, host: hostName(apex, registered) };
  return values.map(
    (value): Action => ({
      who: 'owner',
      do: 'remove',
      record: { ...place, type, value },
      where,
      code,
    }),
  );
}

const CAA_SERVERS: Readonly<
  Record<DomainProblem<'caa-not-answered'>['servers'], (code: ProblemCode) => Action>
> = {
  'of-the-domain': (code) => ownerAsks('dns-provider', code),
  'of-the-network': (code) => ({ who: 'operator', do: 'ask', whom: 'dns-provider', code }),
  'of-somebody-else': (code) => ownerAsks('operator', code),
};

/** At the network's own addresses there is nothing of the owner's; a proxy in front of it is his. */
function throughAProxy(addresses: readonly string[], code: ProblemCode): Way {
  const ask = operatorAsksCloste(code);
  return addresses.some((address) => proxyAt(address) !== undefined)
    ? [{ who: 'owner', do: 'switch-off', what: 'proxy', code, or: [[ask]] }]
    : [ask];
}

/** A proxy that calls the site without a certificate of the site's own has to wait for that. */
function httpsThroughProxy({ code, because }: DomainProblem<'https-behind-a-proxy'>): Way {
  const ask = operatorAsksCloste(code);
  const redirect: Action = { who: 'owner', do: 'switch-off', what: 'redirect', code };
  const isRedirect = because === 'to-http' || because === 'other-site';
  return [{ who: 'owner', do: 'switch-off', what: 'proxy', code, or: [[isRedirect ? redirect : ask]] }];
}
