import { describe, expect, test } from '@jest/globals';
import { actionsFor } from '../../../shared/advice/actions.ts';
import type { ZoneEvidence } from '../../../shared/diagnosis/evidence.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { domainFailed } from '../../../shared/logging/mapping-entries.ts';
import { providerIn } from '../../../shared/providers/dns-provider.ts';
import { actionsInWords } from '../../../shared/words/action.ts';
import { domain } from '../../support/net-domain.ts';
import { dnsEvidence, failed, found, IPV4, OLD, OLD_IPV6 } from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');

const zoneAt = (servers: readonly string[], lookUp = found(OLD)): ZoneEvidence => ({
  kind: 'found',
  apex: 'example.com',
  servers: servers.map((name) => ({ name, address: '198.51.99.53', lookUp })),
});

function wordsAt(servers: readonly string[], name = 'shop.example.com', seen = found(OLD)): string {
  const evidence = dnsEvidence([seen], { name, zone: zoneAt(servers, seen) });
  const problems = dnsProblems(evidence);
  return actionsInWords(actionsFor(problems), name, providerIn(problems));
}

describe('what is to be done says', () => {
  test('where the records are kept, once, and what is typed into which field, of other ways too', () => {
    expect(wordsAt(['ada.ns.cloudflare.com'])).toBe(
      'The DNS records of this domain are kept at Cloudflare. ' +
        `Change the A record ${OLD} of shop.example.com (host name: shop) into a CNAME record to network.example. If the form cannot do that, remove the one, and then set the other. ` +
        'At Cloudflare, type shop into the field “Name” and network.example into the field “Target”. ' +
        `If that is not possible: Change the A record ${OLD} of shop.example.com (host name: shop) to ${IPV4}. ` +
        `At Cloudflare, type shop into the field “Name” and ${IPV4} into the field “IPv4 address”. ` +
        'Set an AAAA record for shop.example.com (host name: shop) to 2a00:1450:4001::7. ' +
        'At Cloudflare, type shop into the field “Name” and 2a00:1450:4001::7 into the field “IPv6 address”.',
    );
  });

  test('which field is left empty', () => {
    expect(wordsAt(['dns1.ovh.net'], 'example.com')).toContain(
      `At OVHcloud, leave the field “Sub-domain” empty and type ${IPV4} into the field “Target”.`,
    );
  });

  test('the name alone of a provider whose form nobody knows', () => {
    const words = wordsAt(['ns1.loopia.se']);
    expect(words).toMatch(/^The DNS records of this domain are kept at Loopia\. Change/);
    expect(words).not.toContain('field');
  });

  test('the same to whom removes a record only', () => {
    expect(wordsAt(['ada.ns.cloudflare.com'], 'shop.example.com', found(IPV4, OLD_IPV6))).toBe(
      `The DNS records of this domain are kept at Cloudflare. Remove the AAAA record ${OLD_IPV6} of shop.example.com (host name: shop).`,
    );
  });

  test('nothing of it where nobody knows the provider, or where there is nothing to do at it', () => {
    expect(wordsAt(['ns1.hoster.test'])).not.toMatch(/kept at|field/);
    const problems = dnsProblems(
      dnsEvidence([failed('filtered')], { zone: zoneAt(['ada.ns.cloudflare.com'], found(IPV4)) }),
    );
    expect(problems).not.toEqual([]);
    expect(actionsInWords(actionsFor(problems), SHOP, providerIn(problems))).not.toContain('Cloudflare');
  });
});

test.each([
  ['for the zone above, which somebody else may keep', 'owner', 'DS'],
  ['for the operator, at whichever provider', 'operator', 'CAA'],
] as const)('nothing is said of what is %s', (_, who, type) => {
  const record = { type, name: 'example.com', host: '@', value: '1' };
  const action = { who, do: 'remove', record, where: 'dns-provider', code: 'dnssec-failing' } as const;
  expect(actionsInWords([action], SHOP, { name: 'Cloudflare' })).not.toContain('kept at Cloudflare');
});

test('the log says it too', () => {
  const problems = dnsProblems(dnsEvidence([found(OLD)], { zone: zoneAt(['ada.ns.cloudflare.com']) }));
  const { message } = domainFailed(SHOP, { reason: 'it leads elsewhere', lastSeen: {}, problems });
  expect(message).toContain('kept at Cloudflare.');
  expect(message).toContain('into the field “Target”');
});
