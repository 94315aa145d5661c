import * as fc from 'fast-check';
import type { CertificateProblem, Handshake } from '../../../shared/certificate/verdict.ts';
import type { NotFollowed } from '../../../shared/diagnosis/authority-redirect.ts';
import type {
  AliasEvidence,
  CaaEvidence,
  CertificateEvidence,
  DeadEnd,
  DnsEvidence,
  OriginResult,
  Port80Report,
  ZoneEvidence,
  ZoneUnknown,
} from '../../../shared/diagnosis/evidence.ts';
import type { AddressAnswer, LookUp } from '../../../shared/dns/look-up.ts';
import type { QueryFailure } from '../../../shared/dns/question.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import { chainOf } from '../../support/chain.ts';
import { domain } from '../../support/net-domain.ts';

// Whatever may be seen of a domain, for properties that hold of all of it.

export const address = fc.oneof(
  fc.constantFrom('203.0.113.7', '104.16.0.1', '10.0.0.1', '::1', '2606:4700::1', '2a00:1450:4001::7'),
  fc.ipV4(),
  fc.ipV6(),
);
export const name = fc.oneof(
  fc.constantFrom('network.example', 'shop.example.com', 'example.com', 'com', '*.example.com', '.'),
  fc.domain(),
);
/** Whatever a server may have written, but none of the words that would show a hole in ours. */
const text = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl())
  .filter((written) => !/undefined|null|NaN|\[object|\$\{/.test(written));
const chain = fc.array(name, { maxLength: 4 });
const ttl = fc.option(fc.nat(), { nil: undefined });
const failure = fc.constantFrom<QueryFailure>(
  'timeout',
  'server-failure',
  'refused',
  'not-implemented',
  'format-error',
  'filtered',
  'unreachable',
  'not-asked',
);

const addressAnswer: fc.Arbitrary<AddressAnswer> = fc.oneof(
  fc.record({
    kind: fc.constant('addresses' as const),
    chain,
    addresses: fc.uniqueArray(address, { minLength: 1, maxLength: 30 }),
    ttl,
  }),
  fc.record({ kind: fc.constantFrom('no-such-name' as const, 'no-records' as const), chain, ttl }),
  fc.record({ kind: fc.constant('cname-loop' as const), chain }),
  fc.record({ kind: fc.constant('failed' as const), chain, failure }),
);
const lookUp: fc.Arbitrary<LookUp> = fc.record({ ipv4: addressAnswer, ipv6: addressAnswer });
export const mapped = fc.constantFrom(
  ...['shop.example.com', 'example.com', '*.example.com', 'network.example', 'a.b.co.uk'].map(domain),
);

const zoneUnknown: fc.Arbitrary<ZoneUnknown> = fc.oneof(
  fc.record({ kind: fc.constant('no-resolver-tells' as const), name, failure }),
  fc.record({ kind: fc.constant('no-name-servers' as const), name }),
  fc.record({ kind: fc.constant('too-deep' as const), below: name }),
  fc.record({ kind: fc.constant('resolvers-disagree' as const), registrable: name }),
  fc.record({ kind: fc.constant('servers-without-address' as const), apex: name }),
);
const zone: fc.Arbitrary<ZoneEvidence> = fc.oneof(
  fc.record({ kind: fc.constant('unregistered' as const), registrable: name }),
  fc.record({ kind: fc.constant('unknown' as const), reason: zoneUnknown }),
  fc.record({
    kind: fc.constant('found' as const),
    apex: name,
    servers: fc.array(fc.record({ name, address, lookUp }), { maxLength: 4 }),
  }),
);
const over = fc.constantFrom('http' as const, 'https' as const);
const deadEnd: fc.Arbitrary<DeadEnd> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    over,
    status: fc.integer({ min: 100, max: 599 }),
    location: fc.option(text, { nil: undefined }),
  }),
  fc.record({ kind: fc.constantFrom('no-http' as const, 'untrusted' as const), over, detail: text }),
  fc.record({ kind: fc.constant('too-many-redirects' as const), over, most: fc.nat() }),
  fc.record({ kind: fc.constantFrom('refused' as const, 'timeout' as const), over }),
);
const arrival: fc.Arbitrary<OriginResult> = fc.record({
  address,
  result: fc.oneof(
    fc.constant({ kind: 'arrived', over: 'https' } as const),
    fc.record({
      kind: fc.constant('arrived' as const),
      over: fc.constant('http' as const),
      ends: fc.array(deadEnd, { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constantFrom('somewhere-else' as const, 'unreachable' as const),
      ends: fc.array(deadEnd, { minLength: 1, maxLength: 2 }),
    }),
    fc.constantFrom({ kind: 'no-route' } as const, { kind: 'special-address' } as const),
  ),
});
export const dnsEvidence: fc.Arbitrary<DnsEvidence> = fc
  .record({
    domain: mapped,
    target: fc.record({
      networkDomain: fc.option(name, { nil: undefined }),
      addresses: fc.array(address, { maxLength: 3 }),
    }),
    lookUps: fc.array(fc.record({ resolver: fc.ipV4(), lookUp }), { maxLength: 4 }),
    zone,
    dnssec: fc.oneof(
      fc.record({
        kind: fc.constant('failing' as const),
        at: fc.array(fc.ipV4(), { minLength: 1, maxLength: 4 }),
        ds: fc.array(fc.constantFrom('1 13 2 AB', '2 8 1 CD'), { maxLength: 2 }),
      }),
      fc.constantFrom({ kind: 'not-the-cause' as const }, { kind: 'not-asked' as const }),
    ),
    wildcard: fc.option(fc.constant('*.example.com'), { nil: undefined }),
    neighbours: fc.uniqueArray(fc.constantFrom('TXT' as const, 'MX' as const, 'CAA' as const)),
    originResults: fc.array(arrival, { maxLength: 4 }),
  })
  .map(({ target, lookUps, ...others }) => ({
    ...others,
    report: dnsReport(others.domain, target, lookUps),
  }));

/** A certificate may hold a date that is none. */
const date = fc.oneof(fc.date({ noInvalidDate: true }), fc.constant(new Date(Number.NaN)));
const handshake: fc.Arbitrary<Handshake> = fc.oneof(
  fc.record({
    kind: fc.constant('certificate' as const),
    certificate: fc.record({
      issuer: text,
      notBefore: date,
      notAfter: date,
      names: fc.array(fc.oneof(name, text), { maxLength: 5 }),
      chain: fc.nat(5).map(chainOf),
      distrust: fc.option(text, { nil: undefined }),
    }),
  }),
  fc.record({ kind: fc.constant('no-tls' as const), detail: text }),
  fc.record({ kind: fc.constant('alert' as const), alert: fc.nat(255), detail: text }),
  fc.constantFrom<Handshake>(
    { kind: 'connection-refused' },
    { kind: 'timeout' },
    { kind: 'no-route' },
    { kind: 'special-address' },
  ),
);
const maybeName = fc.option(name, { nil: undefined });
const issueValue = fc.constantFrom(
  ';',
  'letsencrypt.org',
  'LetsEncrypt.org',
  'letsencrypt.org;',
  'letsencrypt.org; accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/1',
  'letsencrypt.org; accounturi=https://acme.test/1',
  'letsencrypt.org; validationmethods=dns-01',
);
const caa: fc.Arbitrary<CaaEvidence> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  fc.record({ kind: fc.constant('unknown' as const), at: name, target: maybeName, failure }),
  fc.record({
    kind: fc.constant('found' as const),
    at: name,
    target: maybeName,
    aliases: fc.array(name, { maxLength: 3 }),
    records: fc.array(
      fc.record({
        flags: fc.nat(255),
        tag: fc.oneof(fc.constantFrom('issue', 'issuewild', 'iodef'), text),
        value: fc.oneof(issueValue, text),
      }),
      { maxLength: 5 },
    ),
  }),
);
const notFollowed = fc.constantFrom<NotFollowed>(
  'status',
  'unreadable',
  'scheme',
  'no-host',
  'port',
  'missing-slash',
  'reserved-address',
  'no-public-name',
  'too-long',
  'loop',
  'too-many',
);
const port80: fc.Arbitrary<Port80Report> = fc.record({
  address,
  answer: fc.oneof(
    fc.record({
      kind: fc.constant('answered' as const),
      status: fc.integer({ min: 100, max: 599 }),
      location: fc.option(text, { nil: undefined }),
      server: fc.option(text, { nil: undefined }),
      way: fc.oneof(
        fc.constant({ kind: 'stays' } as const),
        fc.record({ kind: fc.constant('leaves' as const), host: name, to: name }),
        fc.record({ kind: fc.constant('stops' as const), because: notFollowed, to: fc.oneof(name, text) }),
      ),
    }),
    fc.record({ kind: fc.constant('no-http' as const), detail: text }),
    fc.constantFrom<Port80Report['answer']>(
      { kind: 'refused' },
      { kind: 'timeout', connected: true },
      { kind: 'timeout', connected: false },
      { kind: 'no-route' },
      { kind: 'special-address' },
    ),
  ),
});
const problemSeen = fc.constantFrom<(CertificateProblem | undefined)[]>(
  undefined,
  'no-https',
  'connection-refused',
  'timeout',
  'wrong-name',
  'expired',
  'not-yet-valid',
  'self-signed',
  'untrusted-issuer',
  'incomplete-chain',
  'no-public-address',
);
export const certificateEvidence: fc.Arbitrary<CertificateEvidence> = fc.record({
  domain: mapped,
  networkDomain: fc.option(mapped, { nil: undefined }),
  reports: fc.array(fc.record({ address, handshake, problem: problemSeen }), { maxLength: 4 }),
  caa,
  port80: fc.array(port80, { maxLength: 4 }),
  originResults: fc.array(arrival, { maxLength: 4 }),
  dnsRightSince: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
  seenAt: fc.date({ noInvalidDate: true }),
});
export const alias: fc.Arbitrary<AliasEvidence> = fc.oneof(
  fc.constantFrom<AliasEvidence>({ kind: 'listed' }, { kind: 'not-listed' }, { kind: 'not-needed' }),
  fc.record({ kind: fc.constantFrom('refused' as const, 'unanswered' as const), reason: text }),
);
