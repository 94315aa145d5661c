import type { Answer } from 'dns-packet';
import type { Action, RecordToTouch } from '../../../shared/advice/action.ts';
import { isWithin } from '../../../shared/domain/name-tree.ts';
import { FAILURE, type Names, type Sayings, TTL } from '../diagnosis/dns-names.ts';
import { redirecting } from '../diagnosis/http-servers.ts';
import type { World } from '../diagnosis/support/neighbourhood.ts';
import {
  CLOUDFLARE,
  HERE,
  NETWORK,
  network,
  OLD,
  parking,
  showing,
  web,
} from '../diagnosis/support/servers.ts';

// What the owner of a domain has before him: the forms of his DNS provider and of his registrar, and nothing else.

/** A record of the zone. What a form takes is a text; of CAA it is `0 issue "letsencrypt.org"`. */
export type Held = Pick<RecordToTouch, 'name' | 'value'> & {
  readonly type: RecordToTouch['type'] | 'TXT' | 'MX';
};

export interface Panel {
  readonly domain: string;
  readonly apex: string;
  readonly isRegistered: boolean;
  readonly records: readonly Held[];
  /** Those above the zone, which do not fit its signatures. */
  readonly ds: readonly string[];
  /** Whether a proxy answers in the place of the domain's own records. */
  readonly isProxied: boolean;
  /** Whether whoever calls the domain over HTTP is sent away. */
  readonly isRedirected: boolean;
}

const AUTHORITY = 'letsencrypt.org';

/** Others' names: what they have, nobody here can change. */
const OTHERS: readonly Held[] = [
  { name: 'sites.hoster.test', type: 'A', value: OLD },
  { name: 'alias.partner.test', type: 'A', value: HERE },
  { name: 'alias.partner.test', type: 'CAA', value: '0 issue "other.test"' },
];

/** The world in which a panel's zone is. The certificate is there as soon as the authority may issue it. */
export function worldOf(panel: Panel): World {
  const { domain, isRegistered, isProxied, isRedirected, ds, apex } = panel;
  const told = sayingsOf(panel);
  const checking: Sayings = (asked) =>
    isRegistered && ds.length > 0 && asked.checked && isWithin(asked.name, apex) && asked.type !== 'DS'
      ? FAILURE
      : told(asked);
  const names = isRegistered && mayIssue(panel) && !isRedirected ? [domain] : ['default.closte.test'];
  const elsewhere = { http: web(parking), https: showing({ names: ['other.test'], handler: parking }) };
  return {
    domain,
    resolvers: [checking, checking, checking],
    nameServers: [told, told],
    site: {
      http: web(isRedirected ? redirecting(301, 'http://parked.test:8080/') : network),
      https: showing({ names }),
    },
    hosts: { [OLD]: elsewhere, ...(isProxied && { [CLOUDFLARE]: elsewhere }) },
  };
}

/** RFC 8659, 3 and 4: the records of the nearest name that has any, those of an alias' target being its own. */
function mayIssue({ domain, records }: Panel): boolean {
  const all = [...records, ...OTHERS];
  const ofName = (name: string) => all.filter((record) => record.name === name);
  const caaAt = (name: string): readonly Held[] => {
    const alias = ofName(name).find(({ type }) => type === 'CNAME');
    return ofName(alias?.value ?? name).filter(({ type }) => type === 'CAA');
  };
  const labels = domain.split('.');
  const found =
    labels.map((_, index) => caaAt(labels.slice(index).join('.'))).find((caa) => caa.length > 0) ?? [];
  if (found.some(({ value }) => value.startsWith('128 tbs'))) return false;
  const issue = found.filter(({ value }) => / issue /.test(value));
  return issue.length === 0 || issue.some(({ value }) => value === `0 issue "${AUTHORITY}"`);
}

/** What the servers of the zone say, the network and others being known to all. */
function sayingsOf(panel: Panel): Sayings {
  const { apex, isRegistered, ds } = panel;
  const zone: readonly Held[] = isRegistered ? shownOf(panel) : [];
  const around: Names = {
    ...(isRegistered && { [`${apex} NS`]: ['ns1.dns.test', 'ns2.dns.test'] }),
    'ns1.dns.test A': ['198.51.99.53'],
    'ns2.dns.test A': ['198.51.99.54'],
    [`${NETWORK} A`]: [HERE],
  };
  const all: Answer[] = [
    ...Object.entries(around).flatMap(([key, data]) => {
      const [name = '', type = ''] = key.split(' ');
      return data.map((one) => ({ name, type, ttl: TTL, data: one }) as Answer);
    }),
    ...[...zone, ...OTHERS].map(answerOf),
    ...(isRegistered ? ds.map((value) => dsOf(apex, value)) : []),
  ];
  const exists = (name: string) => all.some((record) => isWithin(record.name, name));
  const ownedBy = (name: string): Answer[] => {
    if (exists(name) || !isWithin(name, apex)) return all.filter((record) => record.name === name);
    // RFC 4592, 3.3.1: the wildcard of the closest name that exists.
    const labels = name.split('.');
    const encloser = labels.map((_, index) => labels.slice(index + 1).join('.')).find(exists);
    return all.filter((record) => record.name === `*.${encloser}`).map((record) => ({ ...record, name }));
  };
  return ({ name, type, recursive }) => {
    // The zone above has them, whatever stands at the name itself.
    if (type === 'DS')
      return { code: 0, records: all.filter((one) => one.type === 'DS' && one.name === name) };
    const records: Answer[] = [];
    const seen = new Set<string>();
    let owner = name;
    for (;;) {
      const own = ownedBy(owner);
      const alias = own.find((record) => record.type === 'CNAME');
      if (alias?.type !== 'CNAME' || seen.has(owner)) {
        records.push(...own.filter((record) => record.type === type));
        const isThere = own.length > 0 || exists(owner);
        // A circle is what a resolver fails at.
        return seen.has(owner) && recursive ? FAILURE : { code: isThere ? 0 : 3, records };
      }
      seen.add(owner);
      records.push(alias);
      owner = alias.data;
    }
  };
}

/** A proxy shows its own address in the place of what stands behind it. */
function shownOf({ domain, isProxied, records }: Panel): readonly Held[] {
  if (!isProxied) return records;
  const hidden = (record: Held) => record.name === domain && ['A', 'AAAA', 'CNAME'].includes(record.type);
  return [
    ...records.filter((record) => !hidden(record)),
    { name: domain, type: 'A' as const, value: CLOUDFLARE },
  ];
}

function answerOf({ name, type, value }: Held): Answer {
  const [, flags = '0', tag = 'issue', quoted = ''] = /^(\d+) (\w+) "(.*)"$/.exec(value) ?? [];
  const data =
    type === 'CAA'
      ? { flags: Number(flags), tag, value: quoted }
      : type === 'MX'
        ? { preference: 10, exchange: value }
        : value;
  return { name, type, ttl: TTL, data } as Answer;
}

function dsOf(name: string, value: string): Answer {
  const [keyTag = '', algorithm = '', digestType = '', digest = ''] = value.split(' ');
  return {
    type: 'DS',
    name,
    ttl: TTL,
    data: {
      keyTag: Number(keyTag),
      algorithm: Number(algorithm),
      digestType: Number(digestType),
      digest: Buffer.from(digest, 'hex'),
    },
  };
}

export class Impossible extends Error {
  override readonly name = 'Impossible';
}

/**
 * Does what an action says, as a person does in a form: to the letter, and no more.
 *
 * @throws Impossible if the form does not take it
 */
export function carriedOut(action: Action, panel: Panel): Panel {
  const { records } = panel;
  if (action.who !== 'owner') throw new Impossible(`it is for ${action.who}`);
  switch (action.do) {
    case 'set':
      return { ...panel, records: withRecord(records, typed(action.record, panel)) };
    case 'change': {
      const old = action.instead_of;
      if (isOfProxy(old.name, panel)) throw new Impossible('the record is not shown to him');
      return { ...panel, records: withRecord(without(records, old), typed(action.record, panel)) };
    }
    case 'remove': {
      if (action.record.type === 'DS') return withoutDs(action.record, action.where, panel);
      if (isOfProxy(action.record.name, panel)) throw new Impossible('the record is not shown to him');
      return { ...panel, records: without(records, typed(action.record, panel)) };
    }
    case 'switch-off':
      return action.what === 'proxy' ? withoutProxy(panel) : withoutRedirect(panel);
    case 'register':
      if (panel.isRegistered || action.name !== panel.apex) throw new Impossible('it cannot be registered');
      return { ...panel, isRegistered: true };
    case 'ask':
    case 'wait':
      throw new Impossible(`nothing comes of it: ${action.do}`);
  }
}

/** What stands in a form: the host under the zone, which is the name again. */
function typed({ host, name, type, value }: RecordToTouch, { apex, isRegistered }: Panel): Held {
  const whole = host === '@' ? apex : `${host}.${apex}`;
  if (whole !== name) throw new Impossible(`the host ${host} makes ${whole}, not ${name}`);
  if (!isRegistered) throw new Impossible('there is no zone');
  return { name, type, value };
}

function withRecord(records: readonly Held[], record: Held): readonly Held[] {
  const there = records.filter(({ name }) => name === record.name);
  const isAlias = ({ type }: Held) => type === 'CNAME';
  if (there.some(isAlias) || (isAlias(record) && there.length > 0)) {
    throw new Impossible(`${record.type} beside ${there.map(({ type }) => type).join()}`);
  }
  if (there.some(({ type, value }) => type === record.type && value === record.value)) {
    throw new Impossible('the record is there already');
  }
  return [...records, record];
}

function without(records: readonly Held[], gone: Held): readonly Held[] {
  const isIt = ({ name, type, value }: Held) =>
    name === gone.name && type === gone.type && value === gone.value;
  if (!records.some(isIt)) throw new Impossible(`there is no ${gone.type} ${gone.value} at ${gone.name}`);
  return records.filter((record) => !isIt(record));
}

function withoutDs({ name, value }: RecordToTouch, where: string, panel: Panel): Panel {
  if (where !== 'registrar' || name !== panel.apex) throw new Impossible('DS records are with the registrar');
  if (!panel.ds.includes(value)) throw new Impossible(`there is no DS ${value}`);
  return { ...panel, ds: panel.ds.filter((one) => one !== value) };
}

function isOfProxy(name: string, { domain, isProxied }: Panel): boolean {
  return isProxied && name === domain;
}

function withoutProxy(panel: Panel): Panel {
  if (!panel.isProxied) throw new Impossible('there is no proxy');
  return { ...panel, isProxied: false };
}

function withoutRedirect(panel: Panel): Panel {
  if (!panel.isRedirected) throw new Impossible('there is no redirect');
  return { ...panel, isRedirected: false };
}
