import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Action } from '../../../shared/advice/action.ts';
import { trustRoot } from '../../support/net-certificates.ts';
import { statusOfDomain } from '../diagnosis/support/neighbourhood.ts';
import { HERE, NETWORK, OLD, OLD_IPV6, roots } from '../diagnosis/support/servers.ts';
import { carriedOut, type Held, Impossible, type Panel, worldOf } from './customer-world.ts';

/**
 * A customer who does the first thing that the page says, to the letter, looks again, and so on. His domain has one to
 * three faults that he can mend. `WORLDS` says in how many worlds, `SEED` which is the first one.
 */
const WORLDS = Number(process.env['WORLDS'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 1);

/** mulberry32: the same numbers for the same seed, evenly spread from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Records = readonly Held[];
interface Fault {
  readonly what: string;
  /** Of each kind there is one at most in a world. */
  readonly kind: 'address' | 'caa' | 'dnssec' | 'redirect' | 'proxy' | 'registration';
  readonly at?: 'apex' | 'below';
  readonly done: (panel: Panel) => Panel;
}

const isAddress = ({ type }: Held) => type === 'A' || type === 'AAAA' || type === 'CNAME';
/** Other records at the name of the domain stay where they can. */
const pointing =
  (...own: readonly (readonly [Held['type'], string])[]) =>
  (panel: Panel): Panel => {
    const kept = panel.records.filter((record) => !(record.name === panel.domain && isAddress(record)));
    const isAlias = own.some(([type]) => type === 'CNAME');
    const others = isAlias ? kept.filter(({ name }) => name !== panel.domain) : kept;
    const records: Records = own.map(([type, value]) => ({ name: panel.domain, type, value }));
    return { ...panel, records: [...others, ...records] };
  };
const more =
  (of: 'apex' | 'domain', type: Held['type'], value: string) =>
  (panel: Panel): Panel => ({ ...panel, records: [...panel.records, { name: panel[of], type, value }] });

const FAULTS: readonly Fault[] = [
  { what: 'no record', kind: 'address', done: pointing() },
  { what: 'an old address', kind: 'address', done: pointing(['A', OLD]) },
  { what: 'a stray AAAA', kind: 'address', done: pointing(['A', HERE], ['AAAA', OLD_IPV6]) },
  { what: 'an old address too', kind: 'address', done: pointing(['A', HERE], ['A', OLD]) },
  { what: 'old addresses of both kinds', kind: 'address', done: pointing(['A', OLD], ['AAAA', OLD_IPV6]) },
  { what: 'a private address', kind: 'address', done: pointing(['A', '10.0.0.1']) },
  { what: 'a private address too', kind: 'address', done: pointing(['A', HERE], ['A', '10.0.0.1']) },
  { what: 'an alias of another hoster', kind: 'address', done: pointing(['CNAME', 'sites.hoster.test']) },
  { what: 'an alias of nothing', kind: 'address', done: pointing(['CNAME', 'gone.hoster.test']) },
  {
    what: 'an alias in a circle',
    kind: 'address',
    at: 'below',
    done: (panel) => more('apex', 'TXT', 'v=spf1 -all')(pointing(['CNAME', panel.domain])(panel)),
  },
  {
    what: 'a wildcard in its place',
    kind: 'address',
    at: 'below',
    done: (panel) => {
      const { records, apex, domain } = pointing()(panel);
      const others = records.filter(({ name }) => name !== domain);
      return { ...panel, records: [...others, { name: `*.${apex}`, type: 'A', value: OLD }] };
    },
  },
  { what: 'CAA of another', kind: 'caa', done: more('apex', 'CAA', '0 issue "other.test"') },
  { what: 'CAA of nobody', kind: 'caa', done: more('apex', 'CAA', '0 issue ";"') },
  { what: 'CAA that nobody knows', kind: 'caa', done: more('apex', 'CAA', '128 tbs "unknown"') },
  {
    what: 'CAA of one account',
    kind: 'caa',
    done: more('apex', 'CAA', '0 issue "letsencrypt.org; accounturi=https://acme.test/1"'),
  },
  {
    what: 'CAA at the target of an alias',
    kind: 'caa',
    at: 'below',
    done: pointing(['CNAME', 'alias.partner.test']),
  },
  {
    what: 'DS of the provider before',
    kind: 'dnssec',
    done: (panel) => ({ ...panel, ds: ['4711 13 2 ABCD'] }),
  },
  { what: 'a redirect', kind: 'redirect', done: (panel) => ({ ...panel, isRedirected: true }) },
  { what: 'a proxy for another', kind: 'proxy', done: (panel) => ({ ...panel, isProxied: true }) },
  {
    what: 'nobody has the name',
    kind: 'registration',
    done: (panel) => ({ ...panel, isRegistered: false }),
  },
];

/** What may stand in a zone and is no fault. */
const TRAITS: readonly ((panel: Panel) => Panel)[] = [
  (panel) => panel,
  more('apex', 'MX', 'mail.hoster.test'),
  more('apex', 'TXT', 'v=spf1 -all'),
  (panel) => more('domain', 'TXT', 'site-verification=1')(pointing(['A', HERE])(panel)),
  (panel) => more('domain', 'MX', 'mail.hoster.test')(pointing(['A', HERE])(panel)),
  more('apex', 'CAA', '0 iodef "mailto:me@example.test"'),
];

interface Case {
  readonly what: string;
  readonly faults: number;
  readonly panel: Panel;
}

function caseOf(seed: number): Case {
  const random = randomFrom(seed);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const apex = 'exampel.test';
  const domain = oneOf([apex, `shop.${apex}`, `shop.${apex}`, `www.shop.${apex}`]);
  const level = domain === apex ? 'apex' : 'below';
  const healthy: Panel = {
    domain,
    apex,
    isRegistered: true,
    records: [],
    ds: [],
    isProxied: false,
    isRedirected: false,
  };
  const right = level === 'apex' || random() < 0.3 ? pointing(['A', HERE]) : pointing(['CNAME', NETWORK]);
  let panel = oneOf(TRAITS)(right(healthy));
  const chosen: Fault[] = [];
  const wanted = 1 + Math.floor(random() * 3);
  while (chosen.length < wanted) {
    const fits = ({ kind, at = level }: Fault) =>
      at === level && chosen.every((other) => other.kind !== kind);
    const fault = oneOf(FAULTS.filter(fits));
    chosen.push(fault);
  }
  // What stands at the name goes before what covers it.
  for (const fault of chosen.toSorted((a, b) => FAULTS.indexOf(a) - FAULTS.indexOf(b)))
    panel = fault.done(panel);
  return { what: `${domain}: ${chosen.map(({ what }) => what).join(', ')}`, faults: wanted, panel };
}

/** What worked, and still has to. */
function isKept(before: Panel, after: Panel): boolean {
  const isRight = ({ name, type, value }: Held) =>
    name !== before.domain || !isAddress({ name, type, value }) || value === HERE || value === NETWORK;
  const mayGo = ({ value }: Held) => value.startsWith('128 tbs');
  return before.records
    .filter((record) => isRight(record) && !mayGo(record))
    .every((record) =>
      after.records.some((other) => other.name === record.name && other.value === record.value),
    );
}

type End =
  | { readonly kind: 'ready'; readonly rounds: number }
  | { readonly kind: 'lost'; readonly why: string };

async function follow({ panel: first, faults }: Case): Promise<End> {
  let panel = first;
  const told: string[] = [];
  for (let rounds = 0; rounds <= faults + 1; rounds += 1) {
    const { verdict, actions, problems } = await statusOfDomain(worldOf(panel));
    if (verdict.kind === 'ready') return { kind: 'ready', rounds };
    const [action] = actions;
    const seen = `${verdict.kind} (${problems.map(({ code }) => code).join()})`;
    told.push(`${seen}: ${JSON.stringify(action)}`);
    if (action === undefined) return { kind: 'lost', why: `nothing to do: ${told.join('\n  ')}` };
    const after = attempt(action, panel);
    if (after instanceof Impossible) return { kind: 'lost', why: `${after.message}: ${told.join('\n  ')}` };
    if (!isKept(panel, after)) return { kind: 'lost', why: `broken: ${told.join('\n  ')}` };
    panel = after;
  }
  return { kind: 'lost', why: `too many rounds: ${told.join('\n  ')}` };
}

function attempt(action: Action, panel: Panel): Panel | Impossible {
  try {
    return carriedOut(action, panel);
  } catch (error) {
    if (error instanceof Impossible) return error;
    throw error;
  }
}

let distrust: readonly (() => void)[] = [];
beforeAll(() => {
  distrust = roots.map(trustRoot);
});
afterAll(() => {
  for (const one of distrust.toReversed()) one();
});

describe('a customer who does the first thing that the page says', () => {
  test(
    `comes to a domain that is ready, in as many rounds as there are faults plus one, in 99 of 100 worlds`,
    async () => {
      const lost: string[] = [];
      for (let seed = SEED; seed < SEED + WORLDS; seed += 1) {
        const one = caseOf(seed);
        const end = await follow(one);
        if (end.kind === 'lost') lost.push(`${seed} ${one.what}: ${end.why}`);
      }
      if (lost.length > WORLDS / 100) throw new Error(`${lost.length} of ${WORLDS}:\n${lost.join('\n')}`);
      expect(lost.length).toBeLessThanOrEqual(WORLDS / 100);
    },
    WORLDS * 5_000,
  );
});
