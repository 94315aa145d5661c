// What has to be so, judged from the tables of WordPress alone: nothing here asks the plugin or the functions.

export interface Row {
  readonly domain: string;
  readonly site_id: string;
  readonly wanted: 'mapped' | 'removed';
  readonly event_id: string;
  readonly state: string;
  readonly stage: string;
  readonly wished_at: string;
  /** The version before does not have it. */
  readonly refusal?: string;
}

export interface DomainRecord {
  readonly id: string;
  readonly blog_id: string;
  readonly domain: string;
  readonly stage: string;
}

/** What stands in the tables; null where there is no such table. */
export interface Seen {
  readonly networks: readonly { readonly id: string; readonly domain: string }[];
  readonly sites: readonly { readonly id: string; readonly domain: string }[];
  readonly records: readonly DomainRecord[] | null;
  /** Sites by name, 0 for a www. that is not to go with its domain. */
  readonly operators: Readonly<Record<string, number>>;
  readonly rows: readonly Row[] | null;
  /** Whether the installation knows which network it is: a copy of one that does not may send, and is refused. */
  readonly hasFingerprint: boolean;
}

/** What the network wants. */
export interface Wishes {
  readonly wanted: ReadonlySet<string>;
  /** A www. that the setting may ask for: whether it does depends on what it said when its domain was mapped. */
  readonly allowed: ReadonlySet<string>;
}

const isServed = ({ stage }: DomainRecord) => stage === 'done' || stage === 'done-without-ssl';

/**
 * What the network wants.
 *
 * @param known the records that were seen last, for a time in which their table is gone: they count until it is back
 */
export function wishesOf(seen: Seen, known: readonly DomainRecord[]): Wishes {
  const main = seen.networks[0]?.domain ?? '';
  const sites = new Set(seen.sites.map(({ id }) => Number(id)));
  const bases = new Set([
    ...seen.sites.map(({ domain }) => domain),
    ...(seen.records ?? known)
      .filter(({ blog_id: site }) => sites.has(Number(site)))
      .map(({ domain }) => domain),
    ...Object.keys(seen.operators).filter((name) => sites.has(seen.operators[name] ?? 0)),
  ]);
  bases.delete(main);
  const mapped = new Set(
    seen.rows?.filter(({ wanted }) => wanted === 'mapped').map(({ domain }) => domain) ?? [],
  );
  const companions = [...bases]
    .filter((name) => !/^(www|\*)\./.test(name) && !name.endsWith(`.${main}`))
    .map((name) => `www.${name}`)
    .filter((name) => seen.operators[name] !== 0);
  return {
    wanted: new Set([...bases, ...companions.filter((name) => mapped.has(name))]),
    // A network's own name is wanted for its main site, which WordPress may take another for.
    allowed: new Set([...bases, ...companions, ...seen.networks.slice(1).map(({ domain }) => domain)]),
  };
}

/** Names of the main network, which need no alias. */
export function needsAlias(name: string, { networks }: Seen): boolean {
  const main = networks[0]?.domain ?? '';
  return name !== main && !name.endsWith(`.${main}`);
}

/** Records that were served, and are not any more. */
export function lowered(before: Seen, after: Seen): string[] {
  const now = new Map(after.records?.map((record) => [`${record.id} ${record.domain}`, record]));
  return (before.records ?? []).filter(isServed).flatMap(({ id, domain }) => {
    const record = now.get(`${id} ${domain}`);
    return record === undefined || isServed(record)
      ? []
      : [`the record of ${domain} was served, and is ${record.stage}`];
  });
}

/**
 * Everything that is not as it has to be once all faults have ended and time has gone by.
 *
 * | a name | Closte's list | its row | records of it |
 * | --- | --- | --- | --- |
 * | wanted | has it | mapped, sent, done | those of its site: served |
 * | wanted, another app has it | lacks it | mapped, refused or failed, or Closte is still asked | anything |
 * | wanted, the main network's own | lacks it | mapped, sent, done | those of its site: served |
 * | not wanted, has a row | lacks it | removed, and nothing left to send | anything |
 * | anything else | what nobody remembers stays | none | none |
 */
export function leftWrong(
  seen: Seen,
  aliases: ReadonlySet<string>,
  heldElsewhere: ReadonlySet<string>,
): string[] {
  const { wanted, allowed } = wishesOf(seen, []);
  const rows = new Map(seen.rows?.map((row) => [row.domain, row]));
  const faults: string[] = [];
  const say = (name: string, what: string) => faults.push(`${name}: ${what}`);
  for (const name of wanted) {
    const row = rows.get(name);
    const isHeld = heldElsewhere.has(name);
    if (aliases.has(name) !== (needsAlias(name, seen) && !isHeld))
      say(name, 'wanted, and its alias is not as it has to be');
    if (row?.wanted !== 'mapped') say(name, `wanted, and its row is ${row?.wanted ?? 'not there'}`);
    else if (isHeld) {
      if (row.state !== 'refused' && row.stage !== 'failed' && row.stage !== 'adding-domain')
        say(name, `held elsewhere, and its row is ${row.state}, ${row.stage}`);
    } else if (row.state !== 'sent' || row.stage !== 'done')
      say(name, `wanted, and its row is ${row.state}, ${row.refusal || row.stage}`);
  }
  for (const record of seen.records ?? []) {
    const isOwners = rows.get(record.domain)?.site_id === record.blog_id;
    if (wanted.has(record.domain) && isOwners && !heldElsewhere.has(record.domain) && !isServed(record))
      say(record.domain, `wanted, and its record is ${record.stage}`);
  }
  for (const [name, row] of rows) {
    if (allowed.has(name)) continue;
    if (row.wanted !== 'removed') say(name, 'nobody wants it, and its row is mapped');
    if (row.state === 'waiting') say(name, 'nobody wants it, and its removal is not sent');
    if (aliases.has(name)) say(name, 'nobody wants it, its row is there, and its alias stays');
  }
  return faults;
}
