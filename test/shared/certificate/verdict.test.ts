import { describe, expect, test } from '@jest/globals';
import {
  type AddressReport,
  type Certificate,
  type CertificateProblem,
  certificateProblemOf,
  certificateVerdict,
  covers,
  type Handshake,
} from '../../../shared/certificate/verdict.ts';
import { chainOf } from '../../support/chain.ts';
import { domain } from '../../support/net-domain.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const SHOP = domain('shop.example.com');

const GOOD: Certificate = {
  issuer: 'CN=R11, O=Authority',
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2026-04-01T00:00:00Z'),
  names: ['shop.example.com'],
  chain: chainOf(2),
  distrust: undefined,
};
const shown = (changes: Partial<Certificate> = {}): Handshake => ({
  kind: 'certificate',
  certificate: { ...GOOD, ...changes },
});

describe('a certificate covers a domain', () => {
  test.each([
    ['shop.example.com', ['shop.example.com'], true, 'by its own name'],
    ['shop.example.com', ['example.com', 'shop.example.com'], true, 'by one of several names'],
    ['shop.example.com', ['*.example.com'], true, 'by a wildcard of one label'],
    ['xn--mnchen-3ya.example.com', ['*.example.com'], true, 'by a wildcard, if it is an A-label'],
    ['shop.example.com', [], false, 'not without names'],
    ['shop.example.com', ['example.com'], false, 'not by the name above it'],
    ['example.com', ['shop.example.com'], false, 'not by a name under it'],
    ['a.shop.example.com', ['*.example.com'], false, 'not by a wildcard over two labels'],
    ['example.com', ['*.example.com'], false, 'not by the wildcard under it'],
    ['shop.example.com', ['*.com'], false, 'not by a wildcard over two labels of which one is top-level'],
    ['shop.example.com', ['*'], false, 'not by a bare asterisk'],
    ['shop.example.com', ['s*.example.com'], false, 'not by an asterisk within a label'],
    ['shop.example.com', ['shop.*.com'], false, 'not by an asterisk in another label'],
    ['shop.example.com', ['*.shop.example.com'], false, 'not by its own wildcard'],
    ['shop.example.com', ['othershop.example.com'], false, 'not by a name that only ends alike'],
    ['*.example.com', ['*.example.com'], true, 'a wildcard by itself'],
    ['*.example.com', ['example.com'], false, 'a wildcard not by the name that it stands under'],
    ['*.example.com', ['shop.example.com'], false, 'a wildcard not by one name under it'],
    ['*.example.com', ['*.com'], false, 'a wildcard not by the wildcard above it'],
    ['*.shop.example.com', ['*.example.com'], false, 'a wildcard not by a wildcard further up'],
  ])('%s, names %j: %s (%s)', (name, names, covered) => {
    expect(covers(names, domain(name))).toBe(covered);
  });
});

describe('what is wrong with a handshake', () => {
  const cases: readonly (readonly [string, Handshake, CertificateProblem | undefined])[] = [
    ['nothing', shown(), undefined],
    ['no TLS', { kind: 'no-tls', detail: 'EPROTO' }, 'no-https'],
    ['an alert', { kind: 'alert', alert: 112, detail: 'UNRECOGNIZED_NAME' }, 'no-https'],
    ['connection refused', { kind: 'connection-refused' }, 'connection-refused'],
    ['no answer', { kind: 'timeout' }, 'timeout'],
    ['no way there', { kind: 'no-route' }, 'no-route'],
    ['an address that is not public', { kind: 'special-address' }, 'no-public-address'],
    ['another name', shown({ names: ['default.closte.test'] }), 'wrong-name'],
    ['expired, by our clock', shown({ notAfter: new Date(NOW.getTime() - 1) }), 'expired'],
    ['valid to this moment', shown({ notAfter: NOW }), undefined],
    ['valid from this moment', shown({ notBefore: NOW }), undefined],
    ['not valid yet, by our clock', shown({ notBefore: new Date(NOW.getTime() + 1) }), 'not-yet-valid'],
    ['a certificate above it expired', shown({ distrust: 'CERT_HAS_EXPIRED' }), 'expired'],
    ['a certificate above it is not valid yet', shown({ distrust: 'CERT_NOT_YET_VALID' }), 'not-yet-valid'],
    ['self-signed', shown({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: chainOf(1) }), 'self-signed'],
    [
      'a root that nobody knows',
      shown({ distrust: 'SELF_SIGNED_CERT_IN_CHAIN', chain: chainOf(3) }),
      'untrusted-issuer',
    ],
    [
      'an upper intermediate or a cross-sign that was not sent',
      shown({ distrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', chain: chainOf(2) }),
      'incomplete-chain',
    ],
    [
      'no intermediate certificate',
      shown({ distrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', chain: chainOf(1) }),
      'incomplete-chain',
    ],
    [
      'no intermediate certificate, in the other words of OpenSSL',
      shown({ distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: chainOf(1) }),
      'incomplete-chain',
    ],
    [
      'an issuer further up that was not found',
      shown({ distrust: 'UNABLE_TO_GET_ISSUER_CERT', chain: chainOf(3) }),
      'incomplete-chain',
    ],
    ['distrust for another reason', shown({ distrust: 'CERT_REVOKED' }), 'untrusted-issuer'],
    [
      'another name, self-signed: the name is told',
      shown({ names: ['localhost'], distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      'wrong-name',
    ],
    [
      'another name, expired: the name is told',
      shown({ names: ['old.example.com'], notAfter: new Date('2025-01-01T00:00:00Z') }),
      'wrong-name',
    ],
    [
      'expired and of an unknown issuer: that it expired is told',
      shown({ notAfter: new Date('2025-01-01T00:00:00Z'), distrust: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      'expired',
    ],
  ];
  test.each(cases)('%s', (_, handshake, problem) => {
    expect(certificateProblemOf(handshake, SHOP, NOW)).toBe(problem);
  });
});

describe('the verdict on all addresses', () => {
  const report = (address: string, handshake: Handshake): AddressReport => ({
    address,
    handshake,
    problem: certificateProblemOf(handshake, SHOP, NOW),
  });
  const good = report('203.0.113.7', shown());
  const other = { ...GOOD, names: ['default.closte.test'] };

  test('right if every address is right', () => {
    expect(certificateVerdict([good, report('203.0.113.8', shown())])).toEqual({
      kind: 'right',
      certificate: GOOD,
    });
  });

  test('wrong if one address is wrong, wherever it stands, with what that address showed', () => {
    const bad = report('203.0.113.8', { kind: 'certificate', certificate: other });
    const wrong = { kind: 'wrong', problem: 'wrong-name', certificate: other };
    expect(certificateVerdict([good, bad])).toEqual(wrong);
    expect(certificateVerdict([bad, good])).toEqual(wrong);
  });

  test('wrong without a certificate if the bad address showed none', () => {
    expect(certificateVerdict([good, report('203.0.113.8', { kind: 'timeout' })])).toEqual({
      kind: 'wrong',
      problem: 'timeout',
      certificate: undefined,
    });
  });

  test('an address to which there is no way counts for nothing beside a good one', () => {
    const away = report('2606:4700::1', { kind: 'no-route' });
    expect(certificateVerdict([away, good])).toEqual({ kind: 'right', certificate: GOOD });
  });

  test('addresses to none of which there is a way are not right', () => {
    const away = report('2606:4700::1', { kind: 'no-route' });
    expect(certificateVerdict([away, away])).toEqual({
      kind: 'wrong',
      problem: 'no-route',
      certificate: undefined,
    });
  });

  test('a special address beside a good one is wrong', () => {
    expect(certificateVerdict([good, report('10.0.0.1', { kind: 'special-address' })])).toEqual({
      kind: 'wrong',
      problem: 'no-public-address',
      certificate: undefined,
    });
  });

  test('no address at all is not right', () => {
    expect(certificateVerdict([])).toEqual({
      kind: 'wrong',
      problem: 'no-public-address',
      certificate: undefined,
    });
  });
});
