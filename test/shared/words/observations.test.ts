import { describe, expect, test } from '@jest/globals';
import type { AddressReport, Certificate, CertificateProblem } from '../../../shared/certificate/verdict.ts';
import type { AddressAnswer } from '../../../shared/dns/look-up.ts';
import { dnsReport, type Target } from '../../../shared/dns/verdict.ts';
import {
  certificatesInWords,
  lookUpInWords,
  resolversInWords,
  targetInWords,
} from '../../../shared/words/observations.ts';
import { chainOf } from '../../support/chain.ts';
import { toBoth } from '../../support/look-ups.ts';
import { domain } from '../../support/net-domain.ts';

const SHOP = domain('shop.example.com');
const TARGET: Target = { networkDomain: 'network.example', addresses: ['203.0.113.7', '2001:db8::7'] };

const found = (...addresses: string[]): AddressAnswer => ({
  kind: 'addresses',
  chain: [],
  addresses,
  ttl: undefined,
});
const reportOf = (answers: readonly AddressAnswer[], target = TARGET) => {
  const resolvers = ['1.1.1.1', '8.8.8.8', '9.9.9.9'];
  return dnsReport(
    SHOP,
    target,
    answers.map((answer, index) => ({ resolver: resolvers[index] ?? '', lookUp: toBoth(answer) })),
  );
};

const FIRST_TEN = Array.from({ length: 10 }, (_, n) => `192.0.2.${n}`).join(', ');

describe('what a resolver sees', () => {
  test.each<readonly [AddressAnswer, string]>([
    [found('192.0.2.10'), '192.0.2.10'],
    [found('192.0.2.10', '2001:db8::66'), '192.0.2.10 and 2001:db8::66'],
    [
      {
        kind: 'addresses',
        chain: ['www.example.com', 'host.example.net'],
        addresses: ['192.0.2.10'],
        ttl: undefined,
      },
      '192.0.2.10 by its CNAME host.example.net',
    ],
    [{ kind: 'no-such-name', chain: [], ttl: undefined }, 'no such name'],
    [
      { kind: 'no-such-name', chain: ['gone.example.net'], ttl: undefined },
      'a CNAME to gone.example.net, which does not exist',
    ],
    [{ kind: 'no-records', chain: [], ttl: undefined }, 'no A or AAAA record'],
    [
      { kind: 'no-records', chain: ['mail.example.net'], ttl: undefined },
      'a CNAME to mail.example.net, which has no A or AAAA record',
    ],
    [{ kind: 'cname-loop', chain: ['a.example'] }, 'CNAME records that lead in a circle'],
    [{ kind: 'failed', chain: [], failure: 'timeout' }, 'no answer (timeout)'],
    [{ kind: 'failed', chain: [], failure: 'server-failure' }, 'no answer (server-failure)'],
    [{ kind: 'failed', chain: [], failure: 'filtered' }, 'no answer: it is withheld by a filter'],
    [found(...Array.from({ length: 4000 }, (_, n) => `192.0.2.${n}`)), `${FIRST_TEN} and 3990 more`],
  ])('%j', (answer, words) => {
    expect(lookUpInWords(toBoth(answer))).toBe(words);
  });

  test.each<readonly [AddressAnswer, AddressAnswer, string]>([
    [
      found('192.0.2.10'),
      { kind: 'no-records', chain: ['network.example'], ttl: 60 },
      '192.0.2.10 for A, and a CNAME to network.example for AAAA',
    ],
    [
      found('192.0.2.10'),
      { kind: 'failed', chain: [], failure: 'server-failure' },
      '192.0.2.10 for A, and no answer (server-failure) for AAAA',
    ],
    [
      { kind: 'failed', chain: [], failure: 'refused' },
      { kind: 'failed', chain: [], failure: 'timeout' },
      'no answer (refused) for A, and no answer (timeout) for AAAA',
    ],
    [
      { kind: 'failed', chain: [], failure: 'filtered' },
      { kind: 'no-records', chain: [], ttl: 60 },
      'no answer: it is withheld by a filter for A, and no record for AAAA',
    ],
    [
      { kind: 'no-such-name', chain: [], ttl: 60 },
      { kind: 'no-records', chain: [], ttl: 60 },
      'no A or AAAA record',
    ],
  ])('of each question, where the answers do not go together: %j, %j', (ipv4, ipv6, words) => {
    expect(lookUpInWords({ ipv4, ipv6 })).toBe(words);
  });

  test('is told once for all that see the same', () => {
    const report = reportOf([
      found('192.0.2.10'),
      { kind: 'no-such-name', chain: [], ttl: undefined },
      found('192.0.2.10'),
    ]);
    expect(resolversInWords(report)).toBe('1.1.1.1 and 9.9.9.9 see 192.0.2.10; 8.8.8.8 sees no such name');
  });

  test('is told in one sentence if all see the same', () => {
    const report = reportOf([found('192.0.2.10'), found('192.0.2.10'), found('192.0.2.10')]);
    expect(resolversInWords(report)).toBe('1.1.1.1, 8.8.8.8 and 9.9.9.9 see 192.0.2.10');
  });
});

test.each<readonly [Target, string]>([
  [TARGET, 'network.example (203.0.113.7 and 2001:db8::7)'],
  [{ networkDomain: undefined, addresses: ['203.0.113.7'] }, '203.0.113.7'],
  [{ networkDomain: 'network.example', addresses: [] }, 'network.example'],
])('the target %j', (target, words) => {
  expect(targetInWords(target)).toBe(words);
});

describe('what the addresses of a domain show', () => {
  const certificate: Certificate = {
    issuer: 'CN=R11',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2026-04-01T00:00:00Z'),
    names: ['a.example', 'b.example', 'c.example', 'd.example'],
    chain: chainOf(2),
    distrust: undefined,
  };
  const report = (problem: CertificateProblem | undefined, names = certificate.names): AddressReport => ({
    address: '203.0.113.7',
    handshake: { kind: 'certificate', certificate: { ...certificate, names } },
    problem,
  });

  test.each<readonly [CertificateProblem, string]>([
    ['no-https', '203.0.113.7 does not speak TLS'],
    ['connection-refused', '203.0.113.7 refuses the connection'],
    ['timeout', '203.0.113.7 does not answer in time'],
    ['expired', '203.0.113.7 shows a certificate that has expired'],
    ['not-yet-valid', '203.0.113.7 shows a certificate that is not valid yet'],
    ['self-signed', '203.0.113.7 shows a certificate that signed itself'],
    ['untrusted-issuer', '203.0.113.7 shows a certificate of an issuer that is not trusted'],
    ['incomplete-chain', '203.0.113.7 does not send all certificates up to a known authority'],
    ['no-public-address', '203.0.113.7 is not a public address'],
    ['wrong-name', '203.0.113.7 shows a certificate for other names (a.example, b.example and c.example)'],
  ])('%s', (problem, words) => {
    expect(certificatesInWords([report(problem)])).toBe(words);
  });

  test.each([
    [112, '203.0.113.7 has no certificate for the name'],
    [70, '203.0.113.7 ends the handshake'],
  ])('the alert %d', (alert, words) => {
    const handshake = { kind: 'alert', alert, detail: 'x' } as const;
    expect(certificatesInWords([{ ...report('no-https'), handshake }])).toBe(words);
  });

  test('a certificate without names', () => {
    expect(certificatesInWords([report('wrong-name', [])])).toBe(
      '203.0.113.7 shows a certificate for other names',
    );
  });

  test('several addresses', () => {
    const refused: AddressReport = {
      address: '2001:db8::7',
      handshake: { kind: 'connection-refused' },
      problem: 'connection-refused',
    };
    expect(certificatesInWords([report(undefined), refused])).toBe(
      '203.0.113.7 shows a good certificate; 2001:db8::7 refuses the connection',
    );
  });

  test('no address', () => {
    expect(certificatesInWords([])).toBe('no resolver has an address for the name');
  });
});
