import { describe, expect, test } from '@jest/globals';
import { TLS_TIMEOUT } from '../../../shared/certificate/check.ts';
import { CLOSTE_TIMEOUT } from '../../../shared/closte/client.ts';
import { createClosteList } from '../../../shared/closte/list.ts';
import type { ListResult } from '../../../shared/closte/read-answer.ts';
import { PROBES_DNS_TIMEOUT, PROBES_HTTP_TIMEOUT } from '../../../shared/diagnosis/probes.ts';
import { DNS_TIMEOUT } from '../../../shared/dns/check.ts';
import type { Services } from '../../../shared/setup/services.ts';
import { gather } from '../../../shared/status/gather.ts';
import { WORDPRESS_TIMEOUT } from '../../../shared/wordpress/client.ts';
import type { RowAnswer } from '../../../shared/wordpress/one-domain.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld } from '../../support/world.ts';
import {
  arrived,
  CLOUDFLARE,
  dnsEvidence,
  elsewhere,
  found,
  IPV4,
  IPV6,
  OLD,
  RIGHT,
} from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');
const NETWORK = domain('network.example');
const clock = manualClock();
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** What the services see is what the evidence has; everything else is as in a world without mishaps. */
function servicesSeeing(evidence: ReturnType<typeof dnsEvidence>, others: Partial<Services> = {}): Services {
  const nature = { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 };
  const { services } = createWorld(nature, () => 'none');
  return {
    ...services,
    dns: { ...services.dns, report: async () => evidence.report },
    probes: { ...services.probes, dns: async () => evidence },
    now: clock.now,
    ...others,
  };
}

function listing(...results: ListResult[]) {
  let asked = 0;
  const listDomains = async () =>
    results[Math.min(asked++, results.length - 1)] ?? { kind: 'list' as const, domains: new Set<string>() };
  return { closteList: createClosteList({ listDomains }, clock.now), asked: () => asked };
}

const list = (...names: string[]): ListResult => ({ kind: 'list', domains: new Set(names) });

test('nobody who opens a page waits for more than 15 seconds, whatever the servers do', () => {
  const afterDns = Math.max(PROBES_DNS_TIMEOUT, PROBES_HTTP_TIMEOUT, TLS_TIMEOUT);
  expect(DNS_TIMEOUT + afterDns).toBeLessThanOrEqual(15_000);
  expect(WORDPRESS_TIMEOUT).toBeLessThanOrEqual(15_000);
  expect(CLOSTE_TIMEOUT).toBeLessThanOrEqual(15_000);
});

describe('a domain leads here', () => {
  test.each([
    ['by its addresses', dnsEvidence([RIGHT]), 'by-its-addresses'],
    ['by a proxy', dnsEvidence([found(CLOUDFLARE)], { originResults: [arrived(CLOUDFLARE)] }), 'by-a-proxy'],
    ['not at all', dnsEvidence([found(OLD)], { originResults: [elsewhere(OLD)] }), 'no'],
    [
      'not by one proxy of two',
      dnsEvidence([found(CLOUDFLARE, OLD)], { originResults: [arrived(CLOUDFLARE), elsewhere(OLD)] }),
      'no',
    ],
    ['not, where nobody looked', dnsEvidence([found(CLOUDFLARE)]), 'no'],
  ])('%s', async (_how, evidence, leadsHere) => {
    expect(await gather(servicesSeeing(evidence), SHOP, [NETWORK])).toMatchObject({
      leadsHere,
      dns: evidence,
    });
  });
});

describe('what counts of the certificate is what stands at the addresses of those who see the domain lead here:', () => {
  test.each([
    ['not at what one still remembers', dnsEvidence([RIGHT, RIGHT, found(OLD)]), [IPV4, IPV6], [IPV4, IPV6]],
    [
      'not at what one still remembers beside a proxy',
      dnsEvidence([found(CLOUDFLARE), found(CLOUDFLARE), found(OLD)], {
        originResults: [arrived(CLOUDFLARE), elsewhere(OLD)],
      }),
      [CLOUDFLARE, OLD],
      [CLOUDFLARE],
    ],
    [
      'at all, where it does not lead here',
      dnsEvidence([RIGHT, found(OLD), found(OLD)]),
      [IPV4, IPV6, OLD],
      [IPV4, IPV6, OLD],
    ],
  ])('%s', async (_what, evidence, connected, counted) => {
    const asked: string[] = [];
    const gathered = await gather(
      servicesSeeing(evidence, {
        certificates: {
          report: async (_domain, _name, addresses) => {
            asked.push(...addresses);
            return addresses.map((address) => ({
              address,
              handshake: { kind: 'timeout' as const },
              problem: 'timeout' as const,
            }));
          },
        },
        probes: {
          dns: async () => evidence,
          authority: async (_domain, _name, addresses) => ({
            caa: { kind: 'none' },
            port80: addresses.map((address) => ({ address, answer: { kind: 'refused' as const } })),
          }),
        },
      }),
      SHOP,
      [NETWORK],
    );
    expect(asked).toEqual(connected);
    const { reports, port80 } = gathered.certificate;
    expect([reports, port80].map((seen) => seen.map(({ address }) => address))).toEqual([counted, counted]);
  });
});

describe('the alias', () => {
  const aliasSeen = async (result: ListResult, name = SHOP) => {
    const { closteList } = listing(result);
    return (await gather(servicesSeeing(dnsEvidence([RIGHT]), { closteList }), name, [NETWORK])).alias;
  };

  test.each<[string, ListResult, object]>([
    ['is there', list(SHOP), { kind: 'listed' }],
    ['is not there', list('other.example'), { kind: 'not-listed' }],
    [
      'is refused',
      { kind: 'unreadable', cause: 'refused', reason: 'Wrong key' },
      { kind: 'refused', reason: 'Wrong key' },
    ],
    [
      'is in a list of which a part is missing',
      { kind: 'implausible', domains: new Set(['other.example']), reason: 'one page of several' },
      { kind: 'unanswered', reason: 'one page of several' },
    ],
    [
      'is not known',
      { kind: 'unreadable', cause: 'unanswered', reason: 'HTTP 503' },
      { kind: 'unanswered', reason: 'HTTP 503' },
    ],
  ])('%s', async (_what, result, alias) => {
    expect(await aliasSeen(result)).toEqual(alias);
  });

  test.each(['network.example', 'blog.network.example'])('of %s is not asked for', async (name) => {
    expect(await aliasSeen(list(), domain(name))).toEqual({ kind: 'not-needed' });
  });

  test.each([
    [true, 'not-needed'],
    [false, 'not-listed'],
  ])('of a further network’s own name, of which Closte has said so: %s', async (notNeeded, kind) => {
    const networkDomain = domain('second.example.org');
    const row: RowAnswer = {
      kind: 'row',
      siteId: 2,
      networkDomain,
      wanted: 'mapped',
      stage: 'done',
      updatedAt: LONG_AGO,
      wishedAt: LONG_AGO,
      aliasRefusal: undefined,
      notNeeded,
    };
    const bare = servicesSeeing(dnsEvidence([RIGHT]), listing(list()));
    const services = {
      ...bare,
      mainNetwork: NETWORK,
      wordpress: { ...bare.wordpress, rowFor: async () => row },
    };
    const { alias } = await gather(services as Services, domain('blog.second.example.org'), [
      NETWORK,
      networkDomain,
    ]);
    expect(alias.kind).toBe(kind);
  });

  test('is looked up in a list that may be a minute old, and no older', async () => {
    const { closteList, asked } = listing(list(), list(SHOP));
    const services = servicesSeeing(dnsEvidence([RIGHT]), { closteList });
    const kinds: string[] = [];
    for (const seconds of [0, 59, 2]) {
      clock.advance(seconds);
      kinds.push((await gather(services, SHOP, [NETWORK])).alias.kind);
    }
    expect([kinds, asked()]).toEqual([['not-listed', 'not-listed', 'listed'], 2]);
  });
});

describe('WordPress', () => {
  const withRow = (row: RowAnswer) => {
    const { services } = createWorld(
      { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
      () => 'none',
    );
    const wordpress: NonNullable<Services['wordpress']> = {
      rowFor: async () => row,
      wishFor: async () => ({ kind: 'unheard-of' }),
      listDomainRows: async () => ({ kind: 'unreadable', reason: '' }),
      report: async () => ({ kind: 'taken' }),
    };
    return gather({ ...services, wordpress }, SHOP, [NETWORK]);
  };
  const row = (stage: 'checking-dns' | 'checking-ssl-cert'): RowAnswer => ({
    kind: 'row',
    siteId: 2,
    wanted: 'mapped',
    stage,
    updatedAt: LONG_AGO,
    wishedAt: undefined,
    aliasRefusal: undefined,
  });

  test('is not asked where nobody has said where it is', async () => {
    expect((await gather(servicesSeeing(dnsEvidence([RIGHT])), SHOP, [NETWORK])).row).toBeUndefined();
  });

  test.each<[string, RowAnswer, Date | undefined]>([
    ['that the DNS is right: since then', row('checking-ssl-cert'), LONG_AGO],
    ['that it is not yet', row('checking-dns'), undefined],
    ['nothing', { kind: 'unanswered', reason: 'HTTP 500' }, undefined],
  ])('says %s', async (_what, answer, dnsRightSince) => {
    const gathered = await withRow(answer);
    expect(gathered.row).toEqual(answer);
    expect(gathered.certificate.dnsRightSince).toEqual(dnsRightSince);
  });
});

test('what does not depend on each other is asked for side by side', async () => {
  const evidence = dnsEvidence([RIGHT]);
  const begun: string[] = [];
  const all = Promise.withResolvers<void>();
  /** Answers only when all have been asked. */
  const together =
    <T>(name: string, count: number, answer: T) =>
    async () => {
      begun.push(name);
      if (begun.length === count) all.resolve();
      await all.promise;
      return answer;
    };
  const services = servicesSeeing(evidence, {
    closteList: {
      ...listing().closteList,
      find: together('closte', 4, { kind: 'listed' as const }),
    },
    certificates: { report: together('certificates', 4, []) },
    probes: {
      dns: together('examiner of DNS', 4, evidence),
      authority: together('examiner of the authority', 4, { caa: { kind: 'none' as const }, port80: [] }),
    },
  });
  await gather(services, SHOP, [NETWORK]);
  expect(begun).toHaveLength(4);
});
