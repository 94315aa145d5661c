import { expect, test } from '@jest/globals';
import { createClosteList } from '../../../shared/closte/list.ts';
import type { Services } from '../../../shared/setup/services.ts';
import { gather } from '../../../shared/status/gather.ts';
import type { RowAnswer } from '../../../shared/wordpress/one-domain.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld } from '../../support/world.ts';

const SHOP = domain('shop.example.com');
const NETWORK = domain('network.example');
const SECOND = domain('second.example.org');

const ROW: Extract<RowAnswer, { readonly kind: 'row' }> = {
  kind: 'row',
  siteId: 2,
  wanted: 'mapped',
  stage: 'checking-dns',
  updatedAt: new Date('2026-01-01T00:00:00Z'),
  wishedAt: undefined,
  aliasRefusal: undefined,
};

/** What is gathered where WordPress answers this, and Closte lists these names. */
function gatherWith(answer: RowAnswer, networks: readonly (typeof NETWORK)[], ...names: string[]) {
  const { services } = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
    () => 'none',
  );
  const wordpress = { rowFor: async () => answer } as unknown as NonNullable<Services['wordpress']>;
  const listDomains = async () => ({ kind: 'list' as const, domains: new Set(names) });
  const closteList = createClosteList({ listDomains }, services.now);
  return gather({ ...services, wordpress, closteList }, SHOP, networks);
}

test.each<[string, RowAnswer, readonly (typeof NETWORK)[], string]>([
  ['the row’s, where there are several', { ...ROW, networkDomain: SECOND }, [NETWORK, SECOND], SECOND],
  ['the main one, where the row says none', ROW, [NETWORK, SECOND], NETWORK],
  ['the main one, where the row says a strange one', { ...ROW, networkDomain: SECOND }, [NETWORK], NETWORK],
  [
    'the main one, where nobody answers',
    { kind: 'unanswered', reason: 'HTTP 500' },
    [NETWORK, SECOND],
    NETWORK,
  ],
])('the network by which a domain is judged is %s', async (_what, answer, networks, network) => {
  const { certificate, dns } = await gatherWith(answer, networks);
  expect([certificate.networkDomain, dns.report.target.networkDomain]).toEqual([network, network]);
});

test.each([
  ['held-elsewhere', [], 'held-elsewhere'],
  ['held-elsewhere', [SHOP], 'listed'],
  ['rejected', [], 'rejected'],
  ['rejected', [SHOP], 'listed'],
  [undefined, [], 'not-listed'],
] as const)(
  'a row that says that Closte gives no alias (%s), and the list %j: %s',
  async (aliasRefusal, names, kind) => {
    const { alias } = await gatherWith({ ...ROW, aliasRefusal }, [NETWORK], ...names);
    expect(alias.kind).toBe(kind);
  },
);
