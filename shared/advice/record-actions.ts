import { type DnsView, viewOf } from '../diagnosis/dns-view.ts';
import type { DomainProblem, ProblemCode } from '../diagnosis/domain-problem.ts';
import { answersThatCount } from '../diagnosis/judge-records.ts';
import { proxyAt } from '../diagnosis/proxy-ranges.ts';
import { addressType, type DnsRecord } from '../diagnosis/records-to-set.ts';
import { answersIn } from '../dns/look-up.ts';
import { verdictOn } from '../dns/verdict.ts';
import type { Action, Way } from './action.ts';

/** The problems that are mended by the records of the domain's own name. */
const CODES = [
  'no-records',
  'wrong-address',
  'stray-ipv6',
  'some-addresses-wrong',
  'reserved-address',
  'cname-to-elsewhere',
  'cname-loop',
  'cname-at-apex',
  'behind-a-proxy',
] as const satisfies ProblemCode[];

export type RecordProblem = DomainProblem<(typeof CODES)[number]>;

export function isRecordProblem(problem: DomainProblem): problem is RecordProblem {
  return CODES.some((code) => code === problem.code);
}

/** A record that a domain has, and whether it may stay. */
interface Own extends DnsRecord {
  readonly isRight: boolean;
}

/**
 * How the records of a domain become right.
 *
 * | what is there | what is done |
 * | --- | --- |
 * | nothing, or a wildcard answers | the records of the best way are set |
 * | an address of a proxy | the proxy is switched off: what stands behind it nobody sees |
 * | some right, some wrong | the wrong ones are removed |
 * | all wrong | they become those of the best way: first what is too many goes, then one changes |
 *
 * @param problems all that is wrong with the records, the worst first
 */
export function recordActions(problems: readonly RecordProblem[]): Way {
  const [first] = problems;
  if (first === undefined) return [];
  const { domain, ways, dns } = first;
  const { code } = first;
  if (dns.wildcard !== undefined) return bestOf(ways.map((way) => way.map((record) => set(code, record))));
  const own = ownRecords(first, viewOf(dns));
  const isOfProxy = ({ type, value }: Own) => type !== 'CNAME' && proxyAt(value) !== undefined;
  const wrong = own.filter((record) => !record.isRight);
  const removable = wrong.filter((record) => !isOfProxy(record));
  const isRight = own.some((record) => record.isRight);
  const removals = isRight ? removable.map((record) => remove(codeFor(record, problems), record)) : [];
  if (wrong.some(isOfProxy)) {
    return [{ who: 'owner', do: 'switch-off', what: 'proxy', code: codeOfProxy(problems) }, ...removals];
  }
  if (removals.length > 0) return removals;
  // Where only the caches of the resolvers are wrong, there is nothing to change.
  if (isRight) return [];
  return bestOf(ways.map((way) => replaced(code, removable, way, domain)));
}

/** The first way, with the others at its first action. */
function bestOf(ways: readonly Way[]): Way {
  const [best = [], ...others] = ways.filter((way) => way.length > 0);
  const [first, ...rest] = best;
  if (first === undefined) return [];
  return [others.length === 0 ? first : { ...first, or: others }, ...rest];
}

/** What becomes of records that are all wrong. */
function replaced(code: ProblemCode, wrong: readonly Own[], way: readonly DnsRecord[], domain: string): Way {
  const [alias] = way.filter(({ type }) => type === 'CNAME');
  const addresses = wrong.filter(({ type }) => type !== 'CNAME');
  const aliases = wrong.filter(({ type }) => type === 'CNAME');
  if (alias !== undefined || aliases.length > 0) {
    // Beside an alias nothing may stand: all but one go first, and that one changes.
    const all = [...addresses.toReversed(), ...aliases];
    const last = all.at(-1);
    const [wanted, ...more] = way;
    if (last === undefined || wanted === undefined) return way.map((record) => set(code, record));
    const removals = all.slice(0, -1).map((record) => remove(code, record));
    return [...removals, change(code, last, wanted, domain), ...more.map((record) => set(code, record))];
  }
  const left = [...addresses];
  const take = (index: number) => (index === -1 ? undefined : left.splice(index, 1)[0]);
  const alike = way.map((wanted) => ({
    wanted,
    old: take(left.findIndex(({ type }) => type === wanted.type)),
  }));
  const pairs = alike.map(({ wanted, old }) => ({ wanted, old: old ?? left.shift() }));
  return [
    ...pairs.flatMap(({ wanted, old }) => (old === undefined ? [] : [change(code, old, wanted, domain)])),
    ...left.map((record) => remove(code, record)),
    ...pairs.flatMap(({ wanted, old }) => (old === undefined ? [set(code, wanted)] : [])),
  ];
}

/** The records of the domain's own name, each once, as those tell of them who know best. */
function ownRecords({ code, domain: name, host }: RecordProblem, view: DnsView): readonly Own[] {
  const isAtApex = code === 'cname-at-apex';
  const told = (isAtApex ? view.current : answersThatCount(view)).flatMap(({ lookUp }) => answersIn(lookUp));
  /** An alias may lead to something of one kind of addresses, and to nothing of the other. */
  const isAliasRight = (alias: string) => {
    const verdicts = told
      .filter(({ chain }) => chain[0] === alias)
      .map((answer) => verdictOn(answer, view.target));
    const isWrong = verdicts.includes('elsewhere') || verdicts.includes('partly');
    return !isAtApex && !isWrong && verdicts.includes('pointing');
  };
  const found = told.flatMap((answer): Own[] => {
    const [to] = answer.chain;
    // A name that is an alias of itself has no other in its chain.
    const alias = to ?? (answer.kind === 'cname-loop' ? name : undefined);
    if (alias !== undefined) {
      return [{ name, host, type: 'CNAME', value: alias, isRight: isAliasRight(alias) }];
    }
    if (answer.kind !== 'addresses') return [];
    return answer.addresses.map((value) => ({
      name,
      host,
      type: addressType(value),
      value,
      isRight: view.target.addresses.includes(value),
    }));
  });
  return [...new Map(found.map((record) => [`${record.type} ${record.value}`, record])).values()];
}

function codeFor({ value }: Own, problems: readonly RecordProblem[]): ProblemCode {
  const blaming = problems.find((problem) => 'wrong' in problem && problem.wrong.includes(value));
  return (blaming ?? problems[0])?.code ?? 'wrong-address';
}

function codeOfProxy(problems: readonly RecordProblem[]): ProblemCode {
  return (
    problems.find(({ code }) => code === 'behind-a-proxy')?.code ?? problems[0]?.code ?? 'behind-a-proxy'
  );
}

function set(code: ProblemCode, record: DnsRecord): Action {
  return { who: 'owner', do: 'set', record, where: 'dns-provider', code };
}

function remove(code: ProblemCode, { name, host, type, value }: Own): Action {
  return { who: 'owner', do: 'remove', record: { name, host, type, value }, where: 'dns-provider', code };
}

function change(code: ProblemCode, old: Own, record: DnsRecord, name: string): Action {
  const instead = { type: old.type, name, value: old.value };
  return { who: 'owner', do: 'change', record, instead_of: instead, where: 'dns-provider', code };
}
