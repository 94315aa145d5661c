import { expect, test } from '@jest/globals';
import type { DnsEvidence } from '../../../shared/diagnosis/evidence.ts';
import type { DomainConnectProvider } from '../../../shared/providers/domain-connect.ts';
import { gather } from '../../../shared/status/gather.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld } from '../../support/world.ts';
import { dnsEvidence, found, OLD, RIGHT } from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');
const NETWORK = domain('network.example');

/** Gathers where DNS is like this; what was asked of providers, and in which order with the end of the look at DNS. */
async function gatherIn(evidence: DnsEvidence, provided: readonly string[]) {
  const { services } = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
    () => 'none',
  );
  const happened: string[] = [];
  const { domainConnect } = await gather(
    {
      ...services,
      dns: { ...services.dns, report: async () => evidence.report },
      probes: {
        ...services.probes,
        dns: async () => {
          await Promise.resolve();
          happened.push('the zone is known');
          return evidence;
        },
      },
      domainConnect: {
        providerId: NETWORK,
        providerOf: async (apex) => {
          happened.push(apex);
          return provided.includes(apex) ? ({ name: apex } as DomainConnectProvider) : undefined;
        },
      },
    },
    SHOP,
    [NETWORK],
  );
  return { happened, name: domainConnect?.provider.name };
}

const zoneOf = (apex: string) => ({ kind: 'found', apex, servers: [] }) as const;
const ELSEWHERE = [found(OLD)];
const KNOWN = 'the zone is known';

test.each<readonly [string, DnsEvidence, readonly string[], string | undefined, readonly string[]]>([
  [
    'is asked before the zone is known',
    dnsEvidence(ELSEWHERE, { zone: zoneOf('example.com') }),
    ['example.com'],
    'example.com',
    ['example.com', KNOWN],
  ],
  [
    'is asked of the zone below the registered name, and what was said of that does not count',
    dnsEvidence(ELSEWHERE, { zone: zoneOf(SHOP) }),
    ['example.com', SHOP],
    SHOP,
    ['example.com', KNOWN, SHOP],
  ],
  [
    'is nobody where that of the zone says nothing, whatever was said of the registered name',
    dnsEvidence(ELSEWHERE, { zone: zoneOf(SHOP) }),
    ['example.com'],
    undefined,
    ['example.com', KNOWN, SHOP],
  ],
  [
    'is nobody where the zone is not found',
    dnsEvidence(ELSEWHERE, { zone: { kind: 'unregistered', registrable: 'example.com' } }),
    ['example.com'],
    undefined,
    ['example.com', KNOWN],
  ],
  [
    'is asked nothing where the records are right',
    dnsEvidence([RIGHT], { zone: zoneOf('example.com') }),
    ['example.com'],
    undefined,
    [KNOWN],
  ],
])('whoever sets the records %s', async (_, evidence, provided, name, happened) => {
  expect(await gatherIn(evidence, provided)).toEqual({ name, happened });
});
