import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Action } from '../../../shared/advice/action.ts';
import { actionsFor } from '../../../shared/advice/actions.ts';
import { waiting } from '../../../shared/advice/waiting.ts';
import type { DomainProblem } from '../../../shared/diagnosis/domain-problem.ts';
import type { CertificateEvidence, DnsEvidence } from '../../../shared/diagnosis/evidence.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { closteProblems, heldElsewhere, rejectedByCloste } from '../../../shared/diagnosis/judge-closte.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { withOwnName } from '../../../shared/diagnosis/own-name.ts';
import { actionInWords } from '../../../shared/words/action.ts';
import { domain } from '../../support/net-domain.ts';
import * as any from '../diagnosis/any-evidence.ts';
import { caaAt, certificateEvidence, DEFAULT, NOW, record, shown } from '../diagnosis/certificate-scenes.ts';
import {
  alias,
  CLOUDFLARE,
  deadEnd,
  dnsEvidence,
  elsewhere,
  failed,
  found,
  IPV4,
  IPV6,
  leaving,
  loop,
  missing,
  OLD,
  OLD_IPV6,
  RIGHT,
  split,
  zoneSaying,
} from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');

/** `owner: change A 198.51.99.10 → CNAME network.example`, and behind it each other way. */
function short(action: Action): string {
  const { who, or = [] } = action;
  const ways = or.map((way) => ` | ${way.map(short).join(', ')}`).join('');
  return `${who}: ${deed(action)}${ways}`;
}

function deed(action: Action): string {
  switch (action.do) {
    case 'set':
      return `set ${action.record.host} ${action.record.type} ${action.record.value}`;
    case 'remove': {
      const { host, type, value } = action.record;
      return `remove ${host} ${type} ${value}${action.where === 'registrar' ? ' (registrar)' : ''}`;
    }
    case 'change': {
      const { type, value } = action.instead_of;
      return `change ${type} ${value} → ${action.record.type} ${action.record.value}`;
    }
    case 'switch-off':
      return `switch off the ${action.what}`;
    case 'register':
      return `register ${action.name}`;
    case 'ask':
      return `ask ${action.whom}`;
    case 'wait':
      return `wait until ${action.until}`;
  }
}

const ofDns = (evidence: DnsEvidence) => actionsFor(dnsProblems(evidence)).map(short);
const ofCertificate = (evidence: CertificateEvidence) => actionsFor(certificateProblems(evidence)).map(short);

const TO_ADDRESSES = `set shop A ${IPV4}, owner: set shop AAAA ${IPV6}`;

describe('of the DNS', () => {
  test.each<readonly [string, DnsEvidence, readonly string[]]>([
    ['nothing where all is right', dnsEvidence([RIGHT]), []],
    [
      'a record where there is none',
      dnsEvidence([missing()]),
      [`owner: set shop CNAME network.example | owner: ${TO_ADDRESSES}`],
    ],
    [
      'no alias where a zone begins',
      dnsEvidence([missing()], { name: 'example.com' }),
      [`owner: set @ A ${IPV4}`, `owner: set @ AAAA ${IPV6}`],
    ],
    [
      'no alias beside other records',
      dnsEvidence([missing()], { neighbours: ['TXT'] }),
      [`owner: set shop A ${IPV4}`, `owner: set shop AAAA ${IPV6}`],
    ],
    [
      'an old address gives way to the alias',
      dnsEvidence([found(OLD)]),
      [
        `owner: change A ${OLD} → CNAME network.example | owner: change A ${OLD} → A ${IPV4}, owner: set shop AAAA ${IPV6}`,
      ],
    ],
    [
      'beside other records it gives way to the address',
      dnsEvidence([found(OLD)], { neighbours: ['MX'] }),
      [`owner: change A ${OLD} → A ${IPV4}`, `owner: set shop AAAA ${IPV6}`],
    ],
    [
      'of two old ones one goes, before the other gives way to the alias',
      dnsEvidence([split(found(OLD), found(OLD_IPV6))]),
      [
        `owner: remove shop AAAA ${OLD_IPV6} | owner: change A ${OLD} → A ${IPV4}, owner: change AAAA ${OLD_IPV6} → AAAA ${IPV6}`,
        `owner: change A ${OLD} → CNAME network.example`,
      ],
    ],
    [
      'only what is wrong is removed, where something is right',
      dnsEvidence([split(found(IPV4), found(OLD_IPV6))]),
      [`owner: remove shop AAAA ${OLD_IPV6}`],
    ],
    [
      'an alias that leads elsewhere changes',
      dnsEvidence([alias(['other.example'], OLD)]),
      [
        `owner: change CNAME other.example → CNAME network.example | owner: change CNAME other.example → A ${IPV4}, owner: set shop AAAA ${IPV6}`,
      ],
    ],
    [
      'one that leads nowhere as well',
      dnsEvidence([deadEnd('gone.example')], { neighbours: ['TXT'] }),
      [`owner: change CNAME gone.example → A ${IPV4}`, `owner: set shop AAAA ${IPV6}`],
    ],
    [
      'and one in a circle, where it begins',
      dnsEvidence([failed('server-failure')], { zone: zoneSaying(loop) }),
      [
        `owner: change CNAME a.example.com → CNAME network.example | owner: change CNAME a.example.com → A ${IPV4}, owner: set shop AAAA ${IPV6}`,
      ],
    ],
    [
      'a wildcard that answers is left alone',
      dnsEvidence([found(OLD)], { zone: zoneSaying(found(OLD)), wildcard: '*.example.com' }),
      [`owner: set shop CNAME network.example | owner: ${TO_ADDRESSES}`],
    ],
    [
      'an address of a proxy is neither removed nor changed',
      dnsEvidence([found(CLOUDFLARE)], { originResults: [elsewhere(CLOUDFLARE)] }),
      ['owner: switch off the proxy'],
    ],
    [
      'an address beside the alias is removed',
      dnsEvidence([split(found(OLD), RIGHT)]),
      [`owner: remove shop A ${OLD}`],
    ],
    [
      'a name that nobody has is registered first',
      dnsEvidence([missing()], { zone: { kind: 'unregistered', registrable: 'example.com' } }),
      ['owner: register example.com', `owner: set shop CNAME network.example | owner: ${TO_ADDRESSES}`],
    ],
    [
      'signatures that do not fit: the DS goes at the registrar',
      dnsEvidence([failed('server-failure')], {
        dnssec: { kind: 'failing', at: ['1.1.1.1', '8.8.8.8', '9.9.9.9'], ds: ['1 13 2 AB'] },
      }),
      ['owner: remove @ DS 1 13 2 AB (registrar) | owner: ask dns-provider'],
    ],
    [
      'where nobody knows the DS, the provider is asked',
      dnsEvidence([failed('server-failure')], {
        dnssec: { kind: 'failing', at: ['1.1.1.1', '8.8.8.8', '9.9.9.9'], ds: [] },
      }),
      ['owner: ask dns-provider'],
    ],
    [
      'what part of the resolvers shows of it may pass',
      dnsEvidence([RIGHT, RIGHT, failed('server-failure')], {
        dnssec: { kind: 'failing', at: ['9.9.9.9'], ds: ['1 13 2 AB'] },
      }),
      ['owner: ask dns-provider'],
    ],
    [
      'what comes right by itself needs nothing',
      dnsEvidence([RIGHT, RIGHT, found(OLD)], { zone: zoneSaying(leaving('network.example')) }),
      [],
    ],
    [
      'a network without an address is not for the owner to mend',
      dnsEvidence([missing()], { target: { networkDomain: 'network.example', addresses: [] } }),
      ['operator: ask dns-provider'],
    ],
  ])('%s', (_, evidence, actions) => {
    expect(ofDns(evidence)).toEqual(actions);
  });

  test('of thousands of records ten are told', () => {
    const many = Array.from({ length: 4000 }, (_, index) => `93.184.${index >> 8}.${index & 255}`);
    expect(ofDns(dnsEvidence([found(IPV4, ...many)]))).toHaveLength(10);
  });
});

describe('of the certificate', () => {
  const forbidden = (target: string | undefined, ...aliases: string[]) =>
    certificateEvidence([DEFAULT], {
      caa: {
        ...caaAt('shop.example.com', record('issue', 'pki.example')),
        target,
        aliases,
      } as CertificateEvidence['caa'],
    });

  test.each<readonly [string, CertificateEvidence, readonly string[]]>([
    ['nothing where it is good', certificateEvidence([shown()]), []],
    [
      'a CAA record more, and none less',
      certificateEvidence([DEFAULT], { caa: caaAt('example.com', record('issue', 'pki.example')) }),
      ['owner: set @ CAA 0 issue "letsencrypt.org"'],
    ],
    [
      'one of an account as well',
      certificateEvidence([DEFAULT], {
        caa: caaAt('example.com', record('issue', 'letsencrypt.org; accounturi=https://a.test/1')),
      }),
      ['owner: set @ CAA 0 issue "letsencrypt.org"'],
    ],
    [
      'a critical one that the authority does not know goes',
      certificateEvidence([DEFAULT], { caa: caaAt('example.com', record('tbs', 'x', 128)) }),
      ['owner: remove @ CAA 128 tbs "x"'],
    ],
    [
      'at the target of an alias, the alias gives way',
      forbidden('other.example', 'shop.example.com'),
      [`owner: change CNAME other.example → A ${IPV4}`],
    ],
    [
      'at the network, that is for those who run it',
      forbidden('network.example', 'shop.example.com'),
      ['operator: set @ CAA 0 issue "letsencrypt.org"'],
    ],
    [
      'what only Closte can do is asked by the operator',
      certificateEvidence([DEFAULT]),
      ['operator: ask closte'],
    ],
    [
      'a redirect is switched off',
      certificateEvidence([DEFAULT], {
        port80: [
          {
            address: IPV4,
            answer: {
              kind: 'answered',
              status: 301,
              location: 'http://x.test:81/',
              server: undefined,
              way: { kind: 'stops', because: 'port', to: 'x.test:81' },
            },
          },
        ],
      }),
      ['owner: switch off the redirect | operator: ask closte', 'operator: ask closte'],
    ],
  ])('%s', (_, evidence, actions) => {
    expect(ofCertificate(evidence)).toEqual(actions);
  });
});

test.each(['not-listed', 'refused'] as const)('what is wrong at Closte is for the operator: %s', (kind) => {
  const evidence = kind === 'refused' ? { kind, reason: 'No' } : { kind };
  expect(actionsFor(closteProblems(SHOP, evidence, 'does-not-work')).map(short)).toEqual([
    'operator: ask closte',
  ]);
});

test('what is not taken there is as well', () => {
  for (const problem of [rejectedByCloste(SHOP, 'no'), heldElsewhere(SHOP, 'no')]) {
    expect(actionsFor([problem]).map(short)).toEqual(['operator: ask closte']);
  }
});

describe('whatever is seen,', () => {
  const of = (action: Action): readonly Action[] => [action, ...(action.or ?? []).flat()];

  test('somebody can do something about what is fatal', () => {
    fc.assert(
      fc.property(any.dnsEvidence, any.certificateEvidence, (dns, certificate) => {
        for (const problem of [...dnsProblems(dns), ...certificateProblems(certificate)]) {
          if (problem.severity !== 'fatal') continue;
          expect(actionsFor([problem]).filter(({ who }) => who !== 'nobody')).not.toEqual([]);
        }
      }),
    );
  });

  test('an action is whole: names in ASCII without a final dot, a host, a value, and words', () => {
    fc.assert(
      fc.property(any.dnsEvidence, any.certificateEvidence, (dns, certificate) => {
        const actions = actionsFor([...dnsProblems(dns), ...certificateProblems(certificate)]);
        for (const action of actions.flatMap(of)) {
          expect(actionInWords(action, SHOP)).not.toMatch(/undefined|\[object/);
          if (!('record' in action)) continue;
          const { name, host, value } = action.record;
          expect([name, host, value]).not.toContain('');
          if (['DS', 'NS'].includes(action.record.type)) expect(action.do).toBe('remove');
        }
      }),
    );
  });
});

describe('where all is right but the time,', () => {
  const until = (what: 'hosting' | 'dns' | 'certificate', since?: Date) =>
    short(waiting(what, [], NOW, since));
  test.each([
    ['hosting', undefined, 'nobody: wait until 2026-01-05T09:15:00.000Z'],
    ['certificate', new Date('2026-01-05T08:50:00Z'), 'nobody: wait until 2026-01-05T09:05:00.000Z'],
    ['certificate', new Date('2026-01-05T08:00:00Z'), 'nobody: wait until 2026-01-05T09:15:00.000Z'],
    ['dns', undefined, 'nobody: wait until 2026-01-07T09:00:00.000Z'],
  ] as const)('it is waited for %s since %s', (what, since, action) => {
    expect(until(what, since)).toBe(action);
  });

  test('for as long as a resolver says that it keeps the old answer', () => {
    const problems = dnsProblems(
      dnsEvidence([RIGHT, RIGHT, found(OLD)], { zone: zoneSaying(leaving('network.example')) }),
    );
    expect(short(waiting('dns', problems, NOW, undefined))).toBe(
      'nobody: wait until 2026-01-05T09:05:00.000Z',
    );
  });
});

describe('of a name of the network’s own', () => {
  const own = (problems: readonly DomainProblem[]) =>
    actionsFor(withOwnName(problems, SHOP, 'example.com')).map(short);

  test.each<readonly [string, readonly DomainProblem[], readonly string[]]>([
    [
      'records are the operator’s, in every way',
      dnsProblems(dnsEvidence([missing()])),
      [
        `operator: set shop CNAME network.example | operator: ${TO_ADDRESSES.replaceAll('owner', 'operator')}`,
      ],
    ],
  ])('%s', (_, problems, actions) => {
    expect(own(problems)).toEqual(actions);
  });

  test('what the DNS of another network says stays the owner’s', () => {
    const problems = withOwnName(dnsProblems(dnsEvidence([missing()])), SHOP, 'network.example');
    expect(actionsFor(problems).map(({ who }) => who)).toEqual(['owner']);
  });

  test('is known by the network that the evidence is of', () => {
    const evidence = dnsEvidence([missing()]);
    const target = { ...evidence.report.target, networkDomain: 'example.com' };
    const problems = dnsProblems({ ...evidence, report: { ...evidence.report, target } });
    expect(actionsFor(problems).map(({ who }) => who)).toEqual(['operator']);
  });
});
