import { describe, expect, test } from '@jest/globals';
import type { DnsEvidence } from '../../../shared/diagnosis/evidence.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { type ProblemInWords, problemInWords } from '../../../shared/words/problem.ts';
import {
  alias,
  arrived,
  CLOUDFLARE,
  deadEnd,
  dnsEvidence,
  elsewhere,
  failed,
  found,
  IPV4,
  leaving,
  loop,
  missing,
  OLD,
  OLD_IPV6,
  RIGHT,
  split,
  zoneSaying,
} from '../diagnosis/dns-scenes.ts';

/** The first problem, which is the one that the case is about. */
function worst(evidence: DnsEvidence): ProblemInWords {
  const [problem] = dnsProblems(evidence);
  if (problem === undefined) throw new Error('there is no problem');
  return problemInWords(problem);
}

describe('what the owner has to do', () => {
  const SET_CNAME = 'a CNAME record for shop.example.com (host name: shop) to network.example';
  const INSTEAD = `If that is not possible, set an A record to ${IPV4} and an AAAA record to 2a00:1450:4001::7 instead.`;
  const SET_AT_APEX = `an A record for example.com (host name: @, or left empty) to ${IPV4} and an AAAA record to 2a00:1450:4001::7`;
  const apex = { name: 'example.com' };

  test.each<readonly [string, DnsEvidence, string]>([
    ['no records', dnsEvidence([missing()]), `Set ${SET_CNAME}. ${INSTEAD}`],
    ...[found(OLD), found(IPV4, OLD_IPV6), alias(['old.example.net'], OLD), found('10.0.0.5'), loop].map(
      (answer): readonly [string, DnsEvidence, string] => [
        'nothing is removed where a wildcard answers for a record that is not there',
        dnsEvidence([answer], { wildcard: '*.example.com' }),
        `Set ${SET_CNAME}. ${INSTEAD} There is no such record yet: what answers is the wildcard record *.example.com, which can stay as it is.`,
      ],
    ),
    [
      'an old A record beside a CNAME to the network',
      dnsEvidence([split(found(OLD), leaving('network.example'))]),
      `Remove the A record ${OLD} of shop.example.com (host name: shop). Everything else can stay as it is.`,
    ],
    ['no records at the apex', dnsEvidence([missing()], apex), `Set ${SET_AT_APEX}.`],
    [
      'no records of a wildcard',
      dnsEvidence([missing()], { name: '*.example.com' }),
      `Set a CNAME record for *.example.com (host name: *) to network.example. ${INSTEAD}`,
    ],
    [
      'another address',
      dnsEvidence([found(OLD)]),
      `Remove the A record ${OLD} of shop.example.com (host name: shop). Then set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'other addresses of both kinds',
      dnsEvidence([found(OLD, '198.51.99.11', OLD_IPV6)], apex),
      `Remove the A records ${OLD} and 198.51.99.11 and the AAAA record ${OLD_IPV6} of example.com (host name: @, or left empty). Then set ${SET_AT_APEX}.`,
    ],
    [
      'a stray AAAA record',
      dnsEvidence([found(IPV4, OLD_IPV6)]),
      `Remove the AAAA record ${OLD_IPV6} of shop.example.com (host name: shop). Everything else can stay as it is.`,
    ],
    [
      'an old A record',
      dnsEvidence([found(IPV4, OLD)]),
      `Remove the A record ${OLD} of shop.example.com (host name: shop). Everything else can stay as it is.`,
    ],
    [
      'a CNAME to elsewhere',
      dnsEvidence([alias(['old.example.net', 'lb.example.org'], OLD)]),
      `Remove the CNAME record from shop.example.com (host name: shop) to old.example.net. Then set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'a CNAME to nowhere',
      dnsEvidence([deadEnd('gone.example.net')]),
      `Remove the CNAME record from shop.example.com (host name: shop) to gone.example.net. Then set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'CNAME records in a circle',
      dnsEvidence([loop]),
      `Remove the CNAME record of shop.example.com (host name: shop). Then set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'a CNAME at the apex',
      dnsEvidence([RIGHT], apex),
      `Remove the CNAME record from example.com (host name: @, or left empty) to network.example. Then set ${SET_AT_APEX}.`,
    ],
    [
      'a private address',
      dnsEvidence([found('10.0.0.5')]),
      `Remove the A record 10.0.0.5 of shop.example.com (host name: shop). Then set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'a private address beside the right one',
      dnsEvidence([found(IPV4, '10.0.0.5')]),
      'Remove the A record 10.0.0.5 of shop.example.com (host name: shop). Everything else can stay as it is.',
    ],
    [
      "Cloudflare's proxy",
      dnsEvidence([found(CLOUDFLARE)], { originResults: [elsewhere(CLOUDFLARE)] }),
      `If you use Cloudflare for your domain, set the proxy status of its record to "DNS only" (the grey cloud). If you do not, the record was made for another service. Either way, there has to be ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'a domain that nobody has',
      dnsEvidence([missing()], { zone: { kind: 'unregistered', registrable: 'example.com' } }),
      `Check the spelling. If it is right, register or renew example.com with a company that sells domain names. After that, set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'name servers that disagree',
      dnsEvidence([found(OLD)], { zone: zoneSaying(leaving('network.example'), found(OLD)) }),
      `If you changed the records within the last hour, wait a little. If not, ask your DNS provider about ns2.provider.example. If the name servers belong to two providers, the records have to be the same at both. On all of them, set ${SET_CNAME}. ${INSTEAD}`,
    ],
    [
      'a name server that fails',
      dnsEvidence([RIGHT], { zone: zoneSaying(leaving('network.example'), failed('refused')) }),
      'Ask your DNS provider about ns2.provider.example. If you have moved to another provider, name servers of the old one may still be entered where example.com is registered: replace them there.',
    ],
    [
      'a network without an address',
      dnsEvidence([missing()], { target: { networkDomain: 'network.example', addresses: [] } }),
      'You have nothing to do. The people who run your site have to give network.example an address.',
    ],
    [
      'a proxy through which it arrives',
      dnsEvidence([found(CLOUDFLARE)], { originResults: [arrived(CLOUDFLARE)] }),
      'You have nothing to do.',
    ],
  ])('%s', (_, evidence, remedy) => {
    expect(worst(evidence).remedy).toBe(remedy);
  });

  test('the host name is that of the zone, which may begin lower than the name that was registered', () => {
    const zone = { kind: 'found', apex: 'team.example.com', servers: [] } as const;
    const evidence = dnsEvidence([missing()], { name: 'shop.team.example.com', zone });
    expect(worst(evidence).remedy).toContain('shop.team.example.com (host name: shop)');
  });

  test('where a zone of its own begins, no CNAME is asked for', () => {
    const zone = { kind: 'found', apex: 'shop.example.com', servers: [] } as const;
    expect(worst(dnsEvidence([missing()], { zone })).remedy).not.toContain('CNAME');
  });

  test.each([
    [20, 'a minute'],
    [61, '2 minutes'],
    [2_400, '40 minutes'],
    [3_600, 'an hour'],
    [3_601, '2 hours'],
    [86_400, '24 hours'],
    [604_800, '7 days'],
  ])('an old answer that caches keep for %i s is gone within %s', (ttl, words) => {
    const lagging = dnsEvidence([missing(ttl), missing(10), RIGHT], {
      zone: zoneSaying(leaving('network.example')),
    });
    expect(worst(lagging)).toMatchObject({
      explanation: expect.stringContaining(
        '2 of the 3 public DNS servers that were asked (1.1.1.1 and 8.8.8.8) still give another answer',
      ),
      remedy: `You have nothing to do. It takes up to ${words} from now.`,
    });
  });

  test('an old answer of which nobody knows how long it is kept', () => {
    const lagging = dnsEvidence([missing(), missing(10), RIGHT]);
    expect(worst(lagging).remedy).toBe(
      'You have nothing to do. This mostly takes minutes, at times up to two days.',
    );
  });

  test('many addresses are not listed to the last', () => {
    const many = Array.from({ length: 300 }, (_, index) => `198.51.98.${index % 256}`);
    const { remedy, detail } = worst(dnsEvidence([found(...many)]));
    expect(remedy).toContain('198.51.98.9 and 246 more of shop.example.com');
    expect(detail).toContain('198.51.98.9 and 246 more;');
  });
});

test.each<readonly [string, DnsEvidence]>([
  [
    'The name servers do not answer',
    dnsEvidence([failed('server-failure')], { zone: zoneSaying(failed('timeout')) }),
  ],
  [
    'A name server does not answer',
    dnsEvidence([RIGHT], { zone: zoneSaying(leaving('network.example'), failed('timeout')) }),
  ],
  [
    'DNS gives no answer',
    dnsEvidence([failed('server-failure')], { zone: zoneSaying(leaving('network.example')) }),
  ],
  ['DNS could not be asked', dnsEvidence([failed('unreachable')])],
])('who fails to answer is told: %s', (title, evidence) => {
  expect(worst(evidence)).toMatchObject({ code: 'dns-server-failing', title });
});

test('the detail holds what everybody answered', () => {
  const evidence = dnsEvidence([found(CLOUDFLARE), found(CLOUDFLARE), failed('timeout')], {
    zone: zoneSaying(found(CLOUDFLARE), missing()),
    originResults: [elsewhere(CLOUDFLARE)],
  });
  expect(worst(evidence).detail).toBe(
    `the network is network.example (${IPV4} and 2a00:1450:4001::7); 1.1.1.1 and 8.8.8.8 see ${CLOUDFLARE}; 9.9.9.9 gives no answer (timeout); ns1.provider.example (198.51.99.53) has ${CLOUDFLARE}; ns2.provider.example (198.51.99.54) has no such name; through ${CLOUDFLARE}: somewhere-else (HTTP 526 over https)`,
  );
});
