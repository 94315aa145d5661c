import { belongsToNetwork, type DomainName, parseDomainName } from '../domain/name.ts';
import type { ReadonlyList } from '../domain/name-store.ts';
import { isAnotherNetwork, needsNoAlias } from '../domain/network.ts';
import { inOrder, type Names } from '../domain/sorted-names.ts';
import { reasonNeverPublic } from '../domain/special-names.ts';
import { SETTLED_STAGES, type SettledStage } from '../mapping/mapping.ts';
import { missingAliasInReconcile } from '../mapping/missing-alias.ts';
import type { ReconcileAction } from '../mapping/reconcile-action.ts';
import { longestSilence } from '../mapping/retry-schedule.ts';
import type { BadRow, DomainRow } from '../wordpress/domain-row.ts';
import { Picked } from './picked.ts';
import { type LimitedRemovals, limitRemovals, type RemovalOptions } from './removal-limit.ts';
import { rowsThatCount } from './rows-that-count.ts';
import { sideBySide } from './side-by-side.ts';

/** What is compared. */
export interface Lists {
  /** Undefined where the functions are not told where WordPress is: then every alias is only watched. */
  readonly rows: ReadonlyList<DomainRow> | undefined;
  readonly badRows: readonly BadRow[];
  /** The domains that Closte lists, in their normal form where they are names that can be mapped. */
  readonly aliases: Names;
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
  /** Whether Closte has said that it needs no alias. */
  readonly notNeeded?: boolean | undefined;
}

export interface Watched extends Planned {
  /** What is known of it so far. */
  readonly known: SettledStage;
}

/**
 * What differs between WordPress and Closte, and what is to be done about it. Each list is in the order of the names,
 * and holds no more than where in the two its items stand; `remove` has the aliases that WordPress once had and has removed.
 */
export interface Plan extends LimitedRemovals<Planned> {
  /** Wanted, and Closte has no alias. */
  readonly add: ReadonlyList<Planned>;
  /** Wanted, on its way, and not heard of for longer than that may take: whatever followed it is gone. */
  readonly recheck: ReadonlyList<Planned>;
  /** Wanted and at its end: it is checked once a day. */
  readonly watch: ReadonlyList<Watched>;
  /** Aliases that WordPress never had. They are somebody else's, and are never touched. */
  readonly unmanaged: ReadonlyList<string>;
  readonly unchanged: ReadonlyList<string>;
  /** Rows that cannot be read. An alias of such a name counts as unchanged. */
  readonly badRows: readonly BadRow[];
}

const SECOND = 1000;
/** What changed so shortly before is still on its way by its own event: as long as WordPress takes for two attempts. */
const SETTLING = 5 * 60 * SECOND;

type Decision = ReconcileAction | 'unchanged';

/**
 * Compares what WordPress wants with what Closte has. Names are in their normal form on both sides.
 *
 * | WordPress | Closte | stage | decision |
 * | --- | --- | --- | --- |
 * | mapped | no alias | `adding-domain`, heard of within its patience | `unchanged`: the queue is at it |
 * | mapped | no alias | `failed` less than a day ago | `unchanged` |
 * | mapped | no alias | any other, or none | `add` |
 * | mapped | alias | `done`, `failed`, `ssl-failed` | `watch` |
 * | mapped | alias | any other, or none: not heard of for longer than may be | `recheck` |
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
 * so, which WordPress remembers.
 * Removal cannot be undone. If there are more removals than the bound, none is made.
 */
export function planReconciliation(lists: Lists, options: PlanOptions): Plan {
  const { rows = [], aliases, askedAt } = lists;
  const { networkDomain, networkDomains = [] } = options;
  const sorted = inOrder(aliases);
  const isForeign = (row: DomainRow) => isAnotherNetwork(row.networkDomain, networkDomains);
  const reasonAgainst = (row: DomainRow) =>
    isForeign(row) ? reasonOfNetwork(row) : reasonNoWish(row, options);
  const sifted = rowsThatCount(rows, reasonAgainst);
  const badRows = [...lists.badRows, ...sifted.badRows];
  const unreadable = new Set(badRows.map(({ name }) => normalName(name)));

  const ofRow = () => new Picked<Planned>((index) => rows.at(index));
  const [add, removed, recheck] = [ofRow(), ofRow(), ofRow()];
  const watch = new Picked(lists.rows === undefined ? (at) => asWatched(sorted.at(at)) : watchedRow(rows));
  const unmanaged = new Picked((index) => sorted.at(index));
  // Of both lists: the aliases count on behind the rows.
  const unchanged = new Picked<string>((index) =>
    index < rows.length ? rows.at(index)?.domain : sorted.at(index - rows.length),
  );

  for (const pair of sideBySide(rows, sifted.places, sorted)) {
    const { at } = pair;
    if (pair.kind === 'row') {
      const { row, hasAlias } = pair;
      const decision = decisionForRow(row, placeOf(row, hasAlias, networkDomain), askedAt);
      const pick = { add, remove: removed, recheck, watch, unchanged }[decision];
      pick.pick(at);
    } else {
      const { alias } = pair;
      const decision = decisionForAlias(alias, unreadable, lists.rows !== undefined, networkDomain);
      if (decision === 'unchanged') unchanged.pick(rows.length + at);
      else (decision === 'watch' ? watch : unmanaged).pick(at);
    }
  }
  return {
    add,
    ...limitRemovals(removed, aliases.size, options),
    recheck,
    watch,
    unmanaged,
    unchanged,
    badRows,
  };
}

/** What is to be done about an alias of which no row counts. */
function decisionForAlias(
  alias: string,
  unreadable: ReadonlySet<string>,
  hasWordPress: boolean,
  networkDomain: DomainName | undefined,
): 'watch' | 'unmanaged' | 'unchanged' {
  if (unreadable.has(alias)) return 'unchanged';
  const parsed = parseDomainName(alias);
  if (parsed.ok && networkDomain !== undefined && belongsToNetwork(parsed.domain, networkDomain))
    return 'unchanged';
  if (hasWordPress) return 'unmanaged';
  return parsed.ok ? 'watch' : 'unchanged';
}

function watchedRow(rows: ReadonlyList<DomainRow>): (index: number) => Watched | undefined {
  return (index) => {
    const row = rows.at(index);
    const known = SETTLED_STAGES.find((stage) => stage === row?.stage);
    if (row === undefined || known === undefined) return undefined;
    const { domain, siteId, networkDomain, notNeeded } = row;
    return { domain, siteId, networkDomain, notNeeded, known };
  };
}

/** An alias that nobody has said anything of, and that is a name. */
function asWatched(alias: string | undefined): Watched | undefined {
  const parsed = parseDomainName(alias ?? '');
  return parsed.ok ? { domain: parsed.domain, siteId: 0, known: 'done' } : undefined;
}

/** The stages in which Ultimate Multisite serves a domain. */
const SERVED: readonly (string | undefined)[] = ['done', 'done-without-ssl'];

/** The domains that Closte's list has to have if it is the whole: wanted, done, and in need of an alias. */
export function* doneNames(
  rows: Iterable<DomainRow>,
  { networkDomain }: Pick<PlanOptions, 'networkDomain'>,
): Generator<DomainName> {
  for (const row of rows) {
    const { domain, wanted, stage } = row;
    if (wanted === 'mapped' && SERVED.includes(stage) && !needsNoAlias(row, networkDomain)) yield domain;
  }
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

/** A further network's name that has an alias all the same may lose it as any other. */
function placeOf(row: DomainRow, hasAlias: boolean, main: DomainName | undefined): Place {
  if (needsNoAlias(hasAlias ? { ...row, notNeeded: false } : row, main)) return 'own';
  return hasAlias ? 'alias' : 'none';
}

function decisionForRow(row: DomainRow, at: Place, now: Date): Decision {
  const { wanted, stage, updatedAt, heardAt } = row;
  const isToldDaily = heardAt !== undefined;
  const silence = now.getTime() - (heardAt ?? updatedAt).getTime();
  if (silence < SETTLING) return 'unchanged';
  if (wanted === 'removed') return at === 'alias' ? 'remove' : 'unchanged';
  if (at === 'none')
    return missingAliasInReconcile(stage, silence, isToldDaily) === 'add-it' ? 'add' : 'unchanged';
  if (SETTLED_STAGES.some((candidate) => candidate === stage)) return 'watch';
  const isChecking = stage === 'checking-dns' || stage === 'checking-ssl-cert';
  const longest = longestSilence(isChecking ? stage : 'adding-domain', isToldDaily);
  return silence > longest ? 'recheck' : 'unchanged';
}
