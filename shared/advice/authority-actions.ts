import type { CaaMendedBy } from '../diagnosis/authority-parameters.ts';
import { AUTHORITY } from '../diagnosis/caa-issue.ts';
import type { DomainProblem, ProblemCode } from '../diagnosis/domain-problem.ts';
import type { CaaRecord } from '../diagnosis/evidence.ts';
import { isCriticalUnknown } from '../diagnosis/judge-caa.ts';
import { proxyAt } from '../diagnosis/proxy-ranges.ts';
import { addressType, type RecordPlace } from '../diagnosis/records-to-set.ts';
import type { Action, RecordToTouch, Way } from './action.ts';

type CaaProblem = DomainProblem<'caa-forbids' | 'caa-unknown-critical'>;

/**
 * How the authority comes to be allowed: by a record more, whatever the others allow. Only a critical one that it does
 * not know has to go, where no other record could go before it.
 */
export function caaActions(problem: CaaProblem): Way {
  const { code, caa, mendedBy } = problem;
  const allowing =
    problem.code === 'caa-forbids' ? problem.allowing : { flags: 0, tag: 'issue', value: AUTHORITY };
  const isInTheWay = problem.code === 'caa-unknown-critical';
  const removals = (who: 'owner' | 'operator') =>
    caa.records.filter(isCriticalUnknown).map(
      (record): Action => ({
        who,
        do: 'remove',
        record: recordAt(caa, record),
        where: 'dns-provider',
        code,
      }),
    );
  switch (mendedBy.kind) {
    case 'record':
      return isInTheWay && mendedBy.own.name === caa.name
        ? removals('owner')
        : [
            {
              who: 'owner',
              do: 'set',
              record: recordAt(mendedBy.own, allowing),
              where: 'dns-provider',
              code,
            },
          ];
    case 'network':
      return isInTheWay
        ? removals('operator')
        : [{ who: 'operator', do: 'set', record: recordAt(caa, allowing), where: 'dns-provider', code }];
    case 'target':
      return withoutAlias(code, mendedBy);
  }
}

/** Whoever has the target of the alias is not asked by anybody here: the alias gives way to the network's addresses. */
function withoutAlias(
  code: ProblemCode,
  { alias, target, addresses }: Extract<CaaMendedBy, { readonly kind: 'target' }>,
): Way {
  const records = addresses
    .filter((address) => proxyAt(address) === undefined)
    .map((value): RecordToTouch => ({ ...alias, type: addressType(value), value }));
  const [first, ...more] = records;
  if (first === undefined) return [{ who: 'owner', do: 'ask', whom: 'operator', code }];
  const instead = { type: 'CNAME' as const, name: alias.name, value: target };
  return [
    { who: 'owner', do: 'change', record: first, instead_of: instead, where: 'dns-provider', code },
    ...more.map((record): Action => ({ who: 'owner', do: 'set', record, where: 'dns-provider', code })),
  ];
}

/** As it stands in a zone file (RFC 8659, 4.1). */
function recordAt({ name, host }: RecordPlace, { flags, tag, value }: CaaRecord): RecordToTouch {
  return { name, host, type: 'CAA', value: `${flags} ${tag} "${value}"` };
}
