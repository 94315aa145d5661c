import { belongsToNetwork, type DomainName, parseDomainName } from '../domain/name.ts';
import { isAnotherNetwork } from '../domain/network.ts';
import { reasonNeverPublic } from '../domain/special-names.ts';
import { SETTLED_STAGES, type SettledStage } from '../mapping/mapping.ts';
import { missingAliasInReconcile } from '../mapping/missing-alias.ts';
import { longestSilence } from '../mapping/retry-schedule.ts';
import type { BadRow, DomainRow } from '../wordpress/domain-row.ts';
import { type LimitedRemovals, limitRemovals, type RemovalOptions } from './removal-limit.ts';

/** What is compared. */
export interface Lists {
  /** Undefined where the functions are not told where WordPress is: then every alias is only watched. */
  readonly rows: readonly DomainRow[] | undefined;
  readonly badRows: readonly BadRow[];
  /** The domains that Closte lists, in their normal form where they are names that can be mapped. */
  readonly aliases: ReadonlySet<string>;
  /** When the older of the two lists was asked for. */
  readonly askedAt: Date;
}

export interface PlanOptions extends RemovalOptions {
  /** The main network's. */
  readonly networkDomain: DomainName | undefined;
  /** Those of the installation; where there are none, a row may be of any. */
  readonly networkDomains?: readonly DomainName[];
  /** Whether all goes on on one machine; where nobody says, names are not judged by whether a public DNS can have them. */
  readonly allowPrivateAddresses?: boolean;
}

/** A domain for which something is to be done, and the site that it belongs to: 0 where nobody knows. */
export interface Planned {
  readonly domain: DomainName;
  readonly siteId: number;
  /** Of the site's own network; the main one's where WordPress does not say. */
  readonly networkDomain?: DomainName | undefined;
}

export interface Watched extends Planned {
  /** What is known of it so far. */
  readonly known: SettledStage;
}

/**
 * What differs between WordPress and Closte, and what is to be done about it. Each list is in
 * the order of the names; `remove` has the aliases that WordPress once had and has removed.
 */
export interface Plan extends LimitedRemovals<Planned> {
  /** Wanted, and Closte has no alias. */
  readonly add: readonly Planned[];
  /** Wanted, on its way, and not heard of for longer than that may take: whatever followed it is gone. */
  readonly recheck: readonly Planned[];
  /** Wanted and at its end: it is checked once a day. */
  readonly watch: readonly Watched[];
  /** Aliases that WordPress never had. They are somebody else's, and are never touched. */
  readonly unmanaged: readonly string[];
  readonly unchanged: readonly string[];
  /** Rows that cannot be read. An alias of such a name counts as unchanged. */
  readonly badRows: readonly BadRow[];
}

const SECOND = 1000;
/** What changed so shortly before is still on its way by its own event: as long as WordPress takes for two attempts. */
const SETTLING = 5 * 60 * SECOND;

type Decision = 'add' | 'remove' | 'recheck' | 'unchanged' | { readonly watch: SettledStage };

/**
 * Compares what WordPress wants with what Closte has. Names are in their normal form on both sides.
 *
 * | WordPress | Closte | stage | decision |
 * | --- | --- | --- | --- |
 * | mapped | no alias | `adding-domain`, heard of within its patience | `unchanged`: the queue is at it |
 * | mapped | no alias | `failed` less than a day ago | `unchanged` |
 * | mapped | no alias | any other, or none | `add` |
 * | mapped | alias | `done`, `failed`, `ssl-failed` | `watch` |
 * | mapped | alias | any other, or none: silent for longer than its patience | `recheck` |
 * | mapped | alias | any other, or none | `unchanged` |
 * | removed | alias | | `remove` |
 * | removed | no alias | | `unchanged` |
 * | changed in the last 5 minutes | | | `unchanged`: its event is on the way |
 * | never had it | alias | | `unmanaged` |
 * | a row that cannot be read | alias | | `unchanged` |
 * | a row of another network | | | `unchanged`: it is told as one that cannot be read |
 * | mapped, a name that no public DNS has | | | the same |
 *
 * A name of the main network's own needs no alias: it counts as one that has it, and is never removed or unmanaged. Where
 * nobody says which network is the main one, it is the row's own. Of a further network that is known only once Closte said
 * so: its name that came to be `done` without an alias.
 * Removal cannot be undone. If there are more removals than the bound, none is made.
 */
export function planReconciliation(lists: Lists, options: PlanOptions): Plan {
  const { rows, aliases } = lists;
  const { networkDomain, networkDomains = [] } = options;
  const add: Planned[] = [];
  const removed: Planned[] = [];
  const recheck: Planned[] = [];
  const watch: Watched[] = [];
  const unmanaged: string[] = [];
  const unchanged: string[] = [];

  const isOwn = (domain: DomainName) =>
    networkDomain !== undefined && belongsToNetwork(domain, networkDomain);
  const isForeign = (row: DomainRow) => isAnotherNetwork(row.networkDomain, networkDomains);
  const ours: DomainRow[] = [];
  const badRows = [...lists.badRows];
  for (const row of rows ?? []) {
    const reason = isForeign(row) ? reasonOfNetwork(row) : reasonNoWish(row, options);
    if (reason === undefined) ours.push(row);
    else badRows.push({ name: row.domain, reason });
  }
  const byName: ReadonlyMap<string, DomainRow> = wishes(ours);
  for (const row of byName.values()) {
    const { domain, siteId } = row;
    const decision = decisionFor(row, placeOf(row, aliases, networkDomain), lists.askedAt);
    if (decision === 'add') add.push(row);
    else if (decision === 'remove') removed.push(row);
    else if (decision === 'recheck') recheck.push(row);
    else if (decision === 'unchanged') unchanged.push(domain);
    else watch.push({ domain, siteId, networkDomain: row.networkDomain, known: decision.watch });
  }

  const unreadable = new Set(badRows.map(({ name }) => normalName(name)));
  for (const alias of aliases) {
    if (byName.has(alias)) continue;
    const parsed = parseDomainName(alias);
    if (unreadable.has(alias) || (parsed.ok && isOwn(parsed.domain))) unchanged.push(alias);
    else if (rows !== undefined) unmanaged.push(alias);
    else if (parsed.ok) watch.push({ domain: parsed.domain, siteId: 0, known: 'done' });
    else unchanged.push(alias);
  }

  const removals = limitRemovals(removed.sort(byDomain), aliases.size, options);
  return {
    add: add.sort(byDomain),
    ...removals,
    recheck: recheck.sort(byDomain),
    watch: watch.sort(byDomain),
    unmanaged: unmanaged.sort(),
    unchanged: unchanged.sort(),
    badRows,
  };
}

/** The stages in which Ultimate Multisite serves a domain. */
const SERVED: readonly (string | undefined)[] = ['done', 'done-without-ssl'];

/** The domains that Closte's list has to have if it is the whole: wanted, done, and in need of an alias. */
export function doneNames(
  rows: readonly DomainRow[],
  { networkDomain }: Pick<PlanOptions, 'networkDomain'>,
): readonly DomainName[] {
  const needsAlias = (domain: DomainName) =>
    networkDomain === undefined || !belongsToNetwork(domain, networkDomain);
  return rows
    .filter(
      ({ domain, wanted, stage }) => wanted === 'mapped' && SERVED.includes(stage) && needsAlias(domain),
    )
    .map(({ domain }) => domain);
}

/** The rows by their names. Where two become one name in its normal form, the wish that removes nothing counts. */
function wishes(rows: readonly DomainRow[]): Map<DomainName, DomainRow> {
  const byName = new Map<DomainName, DomainRow>();
  for (const row of rows) {
    if (row.wanted === 'mapped' || !byName.has(row.domain)) byName.set(row.domain, row);
  }
  return byName;
}

/** In its normal form if it is a name to be mapped, else as it is. */
function normalName(name: string): string {
  const parsed = parseDomainName(name);
  return parsed.ok ? parsed.domain : name;
}

function reasonOfNetwork({ networkDomain }: DomainRow): string {
  return `its network ${networkDomain} is none of NETWORK_DOMAIN`;
}

/** What can never be right is not mapped, whoever wants it; that it is taken back can always be wanted. */
function reasonNoWish(
  { domain, wanted, networkDomain }: DomainRow,
  { networkDomains = [], allowPrivateAddresses, networkDomain: main }: PlanOptions,
): string | undefined {
  if (wanted !== 'mapped' || allowPrivateAddresses === undefined) return undefined;
  const networks = [networkDomain, main, ...networkDomains];
  return reasonNeverPublic(domain, { networks, allowPrivateAddresses });
}

type Place = 'alias' | 'none' | 'own';

function placeOf(
  { domain, networkDomain, stage }: DomainRow,
  aliases: Lists['aliases'],
  main = networkDomain,
): Place {
  if (main !== undefined && belongsToNetwork(domain, main)) return 'own';
  if (aliases.has(domain)) return 'alias';
  const isOfItsNetwork = networkDomain !== undefined && belongsToNetwork(domain, networkDomain);
  return isOfItsNetwork && stage === 'done' ? 'own' : 'none';
}

function decisionFor(row: DomainRow, at: Place, now: Date): Decision {
  const { wanted, stage } = row;
  const silence = now.getTime() - row.updatedAt.getTime();
  if (silence < SETTLING) return 'unchanged';
  if (wanted === 'removed') return at === 'alias' ? 'remove' : 'unchanged';
  if (at === 'none') return missingAliasInReconcile(stage, silence) === 'add-it' ? 'add' : 'unchanged';
  const settled = SETTLED_STAGES.find((candidate) => candidate === stage);
  if (settled !== undefined) return { watch: settled };
  const isChecking = stage === 'checking-dns' || stage === 'checking-ssl-cert';
  return silence > longestSilence(isChecking ? stage : 'adding-domain') ? 'recheck' : 'unchanged';
}

function byDomain(a: Planned, b: Planned): number {
  return a.domain < b.domain ? -1 : a.domain > b.domain ? 1 : 0;
}
