import {
  type Certificate,
  certificateProblemOf,
  type Handshake,
} from '../../../shared/certificate/verdict.ts';
import { firstUrl, followRedirect, hostInWords } from '../../../shared/diagnosis/authority-redirect.ts';
import type {
  CaaEvidence,
  CaaRecord,
  CertificateEvidence,
  DeadEnd,
  Port80Report,
  WayFromPort80,
} from '../../../shared/diagnosis/evidence.ts';
import type { QueryFailure } from '../../../shared/dns/question.ts';
import { chainOf } from '../../support/chain.ts';
import { domain } from '../../support/net-domain.ts';
import { arrived, arrivedByHalf, CLOUDFLARE, CLOUDFLARE_IPV6, IPV4, IPV6, type Scene } from './dns-scenes.ts';

// What may be seen at the addresses of shop.example.com, whose DNS is right.

export const NOW = new Date('2026-01-05T09:00:00Z');
export const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const GOOD: Certificate = {
  issuer: "CN=R11, O=Let's Encrypt",
  notBefore: inDays(-10),
  notAfter: inDays(80),
  names: ['shop.example.com'],
  chain: chainOf(2),
  distrust: undefined,
};

export const shown = (changes: Partial<Certificate> = {}): Handshake => ({
  kind: 'certificate',
  certificate: { ...GOOD, ...changes },
});
export const DEFAULT = shown({ names: ['*.closte.com', 'closte.com'] });
const alert = (number: number): Handshake => ({ kind: 'alert', alert: number, detail: 'SAID' });
const WILDCARD = shown({ names: ['*.example.com'] });

export const record = (tag: string, value: string, flags = 0): CaaRecord => ({ tag, value, flags });
export const caaAt = (at: string, ...records: CaaRecord[]): CaaEvidence => ({
  kind: 'found',
  at,
  target: undefined,
  aliases: [],
  records,
});
export const caaUnknown = (failure: QueryFailure): CaaEvidence => ({
  kind: 'unknown',
  at: 'example.com',
  target: undefined,
  failure,
});
const caa = (...records: CaaRecord[]) => ({ caa: caaAt('example.com', ...records) });

type Answer = Port80Report['answer'];
const answer = (status: number, location?: string, server = 'nginx'): Answer => ({
  kind: 'answered',
  status,
  location,
  server,
  way: wayFrom('shop.example.com', status, location),
});
/** Where the first redirect leads, if that is one; nothing comes after it. */
export function wayFrom(name: string, status: number, location: string | undefined): WayFromPort80 {
  if (location === undefined || status < 300 || status > 399) return { kind: 'stays' };
  const step = followRedirect({ status, location }, [firstUrl(name, '/x')], { http: 80, https: 443 });
  if (step.kind === 'stops') return step;
  const { url } = step;
  return url.host === name ? { kind: 'stays' } : { kind: 'leaves', host: url.host, to: hostInWords(url) };
}
const REFUSED: Answer = { kind: 'refused' };
const TIMEOUT: Answer = { kind: 'timeout', connected: false };
const SILENT: Answer = { kind: 'timeout', connected: true };
const port80 = (...answers: Answer[]) => ({
  port80: answers.map((one, index) => ({ address: index === 0 ? IPV4 : IPV6, answer: one })),
});

interface Seen extends Partial<Omit<CertificateEvidence, 'domain' | 'reports'>> {
  readonly name?: string;
}

/** What the addresses show, the first of IPv4. Port 80 and CAA are good unless they are given. */
export function certificateEvidence(handshakes: readonly Handshake[], seen: Seen = {}): CertificateEvidence {
  const { name = 'shop.example.com', ...others } = seen;
  const of = domain(name);
  return {
    domain: of,
    networkDomain: domain('network.example'),
    reports: handshakes.map((handshake, index) => ({
      address: index === 0 ? IPV4 : IPV6,
      handshake,
      problem: certificateProblemOf(handshake, of, NOW),
    })),
    caa: { kind: 'none' },
    port80: [{ address: IPV4, answer: answer(301, '/y') }],
    originResults: [],
    dnsRightSince: undefined,
    seenAt: NOW,
    ...others,
  };
}

const minutesAgo = (minutes: number) => ({ dnsRightSince: new Date(NOW.getTime() - minutes * 60_000) });
const wildcard = { name: '*.example.com' };

const answered = (status: number, location?: string): DeadEnd => ({
  kind: 'answered',
  over: 'https',
  status,
  location,
});

export const CERTIFICATE_SCENES: readonly Scene<CertificateEvidence>[] = [
  ['a good certificate', certificateEvidence([shown()]), []],
  ['a good certificate at both addresses', certificateEvidence([shown(), shown()]), []],
  ['a good certificate of a wildcard', certificateEvidence([WILDCARD], wildcard), []],
  ['a good certificate, and no way to IPv6', certificateEvidence([shown(), { kind: 'no-route' }]), []],
  ['no address at all', certificateEvidence([], port80()), []],
  ['an address that is not public', certificateEvidence([{ kind: 'special-address' }], port80()), []],

  [
    'an address that is not public, and CAA for another authority',
    certificateEvidence([{ kind: 'special-address' }], caa(record('issue', 'sectigo.com'))),
    ['caa-forbids: fatal'],
  ],
  ['no TLS', certificateEvidence([{ kind: 'no-tls', detail: 'EPROTO' }]), ['no-https: fatal']],
  [
    'an alert that says that there is no certificate',
    certificateEvidence([alert(112)]),
    ['no-certificate: fatal'],
  ],
  ['an alert that says something else', certificateEvidence([alert(70)]), ['no-https: fatal']],
  [
    'an alert that says that there is no certificate, and CAA for another authority',
    certificateEvidence([alert(40)], caa(record('issue', 'sectigo.com'))),
    ['caa-forbids: fatal'],
  ],
  [
    'an alert that says that there is no certificate, the DNS right just now',
    certificateEvidence([alert(80)], minutesAgo(0)),
    ['still-being-issued: info'],
  ],
  ['connection refused', certificateEvidence([{ kind: 'connection-refused' }]), ['no-https: fatal']],
  ['no answer', certificateEvidence([shown(), { kind: 'timeout' }]), ['no-https: fatal']],
  [
    'two ways not to answer',
    certificateEvidence([{ kind: 'connection-refused' }, { kind: 'timeout' }]),
    ['no-https: fatal'],
  ],
  [
    'no way there',
    {
      ...certificateEvidence([], port80()),
      reports: [{ address: IPV6, handshake: { kind: 'no-route' }, problem: 'timeout' }],
    },
    ['no-https: warning'],
  ],
  ["the host's certificate", certificateEvidence([DEFAULT]), ['default-certificate: fatal']],
  [
    'a certificate without names',
    certificateEvidence([shown({ names: [] })]),
    ['default-certificate: fatal'],
  ],
  [
    'a certificate for names beside it',
    certificateEvidence([shown({ names: ['example.com', 'www.example.com'] })]),
    ['wrong-name: fatal'],
  ],
  [
    'a certificate of a name under the same public suffix',
    certificateEvidence([shown({ names: ['other.co.uk'] })], { name: 'shop.co.uk' }),
    ['default-certificate: fatal'],
  ],
  ['an old certificate', certificateEvidence([shown({ notAfter: inDays(-1) })]), ['expired: fatal']],
  ['a future certificate', certificateEvidence([shown({ notBefore: inDays(1) })]), ['not-yet-valid: fatal']],
  [
    'self-signed',
    certificateEvidence([shown({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: chainOf(1) })]),
    ['self-signed: fatal'],
  ],
  [
    'an unknown root',
    certificateEvidence([shown({ distrust: 'SELF_SIGNED_CERT_IN_CHAIN', chain: chainOf(3) })]),
    ['untrusted-issuer: fatal'],
  ],
  [
    'no upper intermediate certificate',
    certificateEvidence([shown({ distrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', chain: chainOf(2) })]),
    ['incomplete-chain: fatal'],
  ],
  [
    'no intermediate certificate',
    certificateEvidence([shown({ distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: chainOf(1) })]),
    ['incomplete-chain: fatal'],
  ],
  [
    'different ones',
    certificateEvidence([DEFAULT, shown({ notAfter: inDays(-1) })]),
    ['default-certificate: fatal', 'expired: fatal'],
  ],

  [
    'renewal overdue',
    certificateEvidence([shown({ notBefore: inDays(-71), notAfter: inDays(19) })]),
    ['expiring-soon: warning'],
  ],
  [
    'renewal due, not overdue',
    certificateEvidence([shown({ notBefore: inDays(-69), notAfter: inDays(21) })]),
    [],
  ],
  [
    'renewal of a certificate of 45 days not overdue',
    certificateEvidence([shown({ notBefore: inDays(-33), notAfter: inDays(12) })]),
    [],
  ],
  [
    'renewal of a certificate of 45 days overdue',
    certificateEvidence([shown({ notBefore: inDays(-36), notAfter: inDays(9) })]),
    ['expiring-soon: warning'],
  ],
  [
    'renewal of a certificate of a year',
    certificateEvidence([shown({ notBefore: inDays(-340), notAfter: inDays(25) })]),
    [],
  ],
  [
    'renewal overdue, and the cause of it',
    certificateEvidence([shown({ notBefore: inDays(-80), notAfter: inDays(10) })], {
      ...caa(record('issue', 'sectigo.com')),
      ...port80(REFUSED),
    }),
    ['caa-forbids: warning', 'port-80-closed: warning', 'expiring-soon: warning'],
  ],

  [
    'the default certificate, the DNS right for 14 minutes',
    certificateEvidence([DEFAULT], minutesAgo(14)),
    ['still-being-issued: info'],
  ],
  [
    'the default certificate, the DNS right for 15 minutes',
    certificateEvidence([DEFAULT], minutesAgo(15)),
    ['default-certificate: fatal'],
  ],
  [
    'no TLS, the DNS right just now',
    certificateEvidence([{ kind: 'no-tls', detail: 'EPROTO' }], minutesAgo(0)),
    ['still-being-issued: info'],
  ],
  [
    'self-signed, the DNS right just now',
    certificateEvidence([shown({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' })], minutesAgo(1)),
    ['still-being-issued: info'],
  ],
  [
    'a certificate for names beside it, the DNS right just now',
    certificateEvidence([shown({ names: ['example.com'] })], minutesAgo(1)),
    ['still-being-issued: info'],
  ],
  ['a good certificate, the DNS right just now', certificateEvidence([shown()], minutesAgo(1)), []],
  [
    'an old certificate, the DNS right just now',
    certificateEvidence([shown({ notAfter: inDays(-1) })], minutesAgo(1)),
    ['expired: fatal'],
  ],
  [
    'the default certificate, port 80 closed, the DNS right just now',
    certificateEvidence([DEFAULT], { ...minutesAgo(1), ...port80(REFUSED) }),
    ['port-80-closed: fatal', 'still-being-issued: info'],
  ],
  [
    'the default certificate that CAA will not let change, the DNS right just now',
    certificateEvidence([DEFAULT], { ...minutesAgo(1), ...caa(record('issue', 'sectigo.com')) }),
    ['caa-forbids: fatal'],
  ],

  [
    'the default certificate and CAA for another authority',
    certificateEvidence([DEFAULT], caa(record('issue', 'sectigo.com'))),
    ['caa-forbids: fatal'],
  ],
  [
    'a good certificate and CAA for another authority',
    certificateEvidence([shown()], caa(record('issue', 'sectigo.com'))),
    ['caa-forbids: warning'],
  ],
  [
    'CAA with a critical tag that nobody knows',
    certificateEvidence([DEFAULT], caa(record('issue', 'letsencrypt.org'), record('tbs', 'x', 128))),
    ['caa-unknown-critical: fatal'],
  ],
  [
    'CAA that nobody asked for to the end',
    certificateEvidence([DEFAULT], { caa: caaUnknown('not-asked') }),
    ['default-certificate: fatal'],
  ],
  [
    'resolvers that do not answer about CAA',
    certificateEvidence([DEFAULT], { caa: caaUnknown('unreachable') }),
    ['default-certificate: fatal'],
  ],
  [
    'resolvers that withhold what there is of CAA',
    certificateEvidence([DEFAULT], { caa: caaUnknown('filtered') }),
    ['default-certificate: fatal'],
  ],
  [
    'resolvers that do not know the question for CAA',
    certificateEvidence([DEFAULT], { caa: caaUnknown('not-implemented') }),
    ['default-certificate: fatal'],
  ],
  [
    'resolvers that do not understand the question for CAA',
    certificateEvidence([DEFAULT], { caa: caaUnknown('format-error') }),
    ['default-certificate: fatal'],
  ],
  [
    'resolvers that do not want to be asked for CAA',
    certificateEvidence([DEFAULT], { caa: caaUnknown('refused') }),
    ['default-certificate: fatal'],
  ],
  [
    'CAA whose look-up fails',
    certificateEvidence([DEFAULT], { caa: caaUnknown('server-failure') }),
    ['caa-not-answered: fatal'],
  ],
  [
    'CAA whose look-up gets no answer, the DNS right just now',
    certificateEvidence([DEFAULT], { ...minutesAgo(1), caa: caaUnknown('timeout') }),
    ['caa-not-answered: fatal'],
  ],
  [
    'CAA whose look-up fails, and a good certificate',
    certificateEvidence([shown()], { caa: caaUnknown('timeout') }),
    ['caa-not-answered: warning'],
  ],

  [
    'a wildcard without a certificate of its own',
    certificateEvidence([DEFAULT], wildcard),
    ['wildcard-needs-dns-validation: fatal', 'default-certificate: fatal'],
  ],
  [
    'a wildcard without a certificate of its own, the DNS right just now',
    certificateEvidence([DEFAULT], { ...wildcard, ...minutesAgo(1) }),
    ['wildcard-needs-dns-validation: info', 'still-being-issued: info'],
  ],
  [
    'a wildcard whose server is down',
    certificateEvidence([{ kind: 'timeout' }], wildcard),
    ['wildcard-needs-dns-validation: fatal', 'no-https: fatal'],
  ],
  [
    'a wildcard whose chain is incomplete',
    certificateEvidence(
      [shown({ names: ['*.example.com'], distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: chainOf(1) })],
      wildcard,
    ),
    ['incomplete-chain: fatal'],
  ],

  [
    'port 80 closed',
    certificateEvidence([DEFAULT], port80(REFUSED)),
    ['port-80-closed: fatal', 'default-certificate: fatal'],
  ],
  [
    'port 80 closed, and a good certificate',
    certificateEvidence([shown()], port80(REFUSED)),
    ['port-80-closed: warning'],
  ],
  [
    'port 80 closed at one address',
    certificateEvidence([DEFAULT], port80(answer(404), REFUSED)),
    ['default-certificate: fatal', 'port-80-closed: warning'],
  ],
  [
    'something else than HTTP on port 80',
    certificateEvidence([shown()], port80({ kind: 'no-http', detail: 'HPE_INVALID_CONSTANT' })),
    ['port-80-closed: warning'],
  ],
  [
    'port 80 silent',
    certificateEvidence([DEFAULT], port80(TIMEOUT)),
    ['port-80-timeout: fatal', 'default-certificate: fatal'],
  ],
  [
    'port 80 closed here, silent there',
    certificateEvidence([DEFAULT], port80(REFUSED, TIMEOUT)),
    ['port-80-closed: fatal', 'port-80-timeout: fatal', 'default-certificate: fatal'],
  ],
  [
    'port 80 closed by IPv4, good by IPv6, which the authority prefers',
    certificateEvidence([DEFAULT], port80(REFUSED, answer(404))),
    ['default-certificate: fatal', 'port-80-closed: warning'],
  ],
  [
    'port 80 silent by IPv6 from the first packet on, good by IPv4, to which the authority turns then',
    certificateEvidence([DEFAULT], port80(answer(404), TIMEOUT)),
    ['default-certificate: fatal', 'port-80-timeout: warning'],
  ],
  [
    'port 80 silent by IPv6 behind a connection, from which the authority turns to no other',
    certificateEvidence([DEFAULT], port80(answer(404), SILENT)),
    ['port-80-timeout: fatal', 'default-certificate: fatal'],
  ],
  [
    'something else than HTTP by IPv6, good by IPv4',
    certificateEvidence([DEFAULT], port80(answer(404), { kind: 'no-http', detail: 'ECONNRESET' })),
    ['port-80-closed: fatal', 'default-certificate: fatal'],
  ],
  [
    'a redirect to another port by IPv6, good by IPv4',
    certificateEvidence([DEFAULT], port80(answer(404), answer(301, 'https://shop.example.com:8443/'))),
    ['http-redirects-elsewhere: fatal', 'default-certificate: fatal'],
  ],
  [
    'port 80 closed by IPv4, and no way to IPv6 from here, by which the authority may come',
    certificateEvidence([DEFAULT], port80(REFUSED, { kind: 'no-route' })),
    ['default-certificate: fatal', 'port-80-closed: warning'],
  ],
  [
    'port 80 closed by IPv6, and a redirect in a circle by IPv4',
    certificateEvidence([DEFAULT], port80(answer(301, '/x'), REFUSED)),
    ['port-80-closed: fatal', 'http-redirect-loop: fatal', 'default-certificate: fatal'],
  ],
  ['port 80 of a wildcard closed', certificateEvidence([WILDCARD], { ...wildcard, ...port80(REFUSED) }), []],
  [
    'port 80 closed and no way to IPv6',
    certificateEvidence([shown()], port80(REFUSED, { kind: 'no-route' })),
    ['port-80-closed: warning'],
  ],
  ['a special address', certificateEvidence([shown()], port80(answer(404), { kind: 'special-address' })), []],
  [
    'a redirect to another host',
    certificateEvidence([DEFAULT], port80(answer(302, 'https://parking.example.net/shop'))),
    ['default-certificate: fatal', 'http-redirects-elsewhere: warning'],
  ],
  [
    'a redirect to itself',
    certificateEvidence([DEFAULT], port80(answer(301, 'http://shop.example.com/x'))),
    ['http-redirect-loop: fatal', 'default-certificate: fatal'],
  ],
  [
    'a redirect to itself, and a good certificate',
    certificateEvidence([shown()], port80(answer(301, 'http://shop.example.com/x'))),
    ['http-redirect-loop: warning'],
  ],
  [
    'a redirect without a slash',
    certificateEvidence(
      [DEFAULT],
      port80(answer(301, 'https://shop.example.com.well-known/acme-challenge/x')),
    ),
    ['http-redirects-elsewhere: fatal', 'default-certificate: fatal'],
  ],
  [
    'a redirect to another port',
    certificateEvidence([DEFAULT], port80(answer(301, 'https://shop.example.com:8443/'))),
    ['http-redirects-elsewhere: fatal', 'default-certificate: fatal'],
  ],
  [
    'a redirect to another port, and a good certificate',
    certificateEvidence([shown()], port80(answer(301, 'https://shop.example.com:8443/'))),
    ['http-redirects-elsewhere: warning'],
  ],
  [
    'a redirect to another port at one of two addresses',
    certificateEvidence([DEFAULT], port80(answer(301, 'https://shop.example.com:8443/'), answer(404))),
    ['default-certificate: fatal', 'http-redirects-elsewhere: warning'],
  ],
  [
    'a location that is no redirect',
    certificateEvidence([shown()], port80(answer(201, 'https://a.test/'))),
    [],
  ],
  ['a location of an error', certificateEvidence([shown()], port80(answer(404, 'https://a.test/'))), []],
  [
    'addresses of different servers',
    certificateEvidence([shown()], port80(answer(404), answer(404, undefined, 'Apache'))),
    ['answers-differ-between-addresses: warning'],
  ],
  [
    'addresses with different statuses',
    certificateEvidence([shown()], port80(answer(404), answer(503))),
    ['answers-differ-between-addresses: warning'],
  ],
  [
    'addresses that redirect to different schemes',
    certificateEvidence(
      [shown()],
      port80(answer(301, 'https://shop.example.com/a'), answer(301, 'http://www.shop.example.com/a')),
    ),
    ['answers-differ-between-addresses: warning'],
  ],
  [
    'addresses that redirect to different files of one site',
    certificateEvidence([shown()], port80(answer(301, '/a'), answer(301, '/b'))),
    [],
  ],
  [
    'one of two addresses redirects to another host',
    certificateEvidence([shown()], port80(answer(404), answer(301, 'http://parking.example.net/'))),
    ['http-redirects-elsewhere: warning'],
  ],
  [
    'a good certificate of a proxy through which HTTPS arrives',
    certificateEvidence([shown()], { originResults: [arrived(CLOUDFLARE)] }),
    [],
  ],
  ...(
    [
      ['an invalid certificate at the site', answered(526)],
      ['no secure connection with the site', answered(525)],
      ['an error of its own', answered(522)],
      ['another site', answered(404)],
      ['a redirect to another site', answered(301, 'https://parking.example.net/')],
      ['a redirect to HTTP', answered(301, 'http://shop.example.com/')],
      ['a circle', { kind: 'too-many-redirects', over: 'https', most: 3 }],
      ['silence', { kind: 'timeout', over: 'https' }],
      [
        'a certificate that was not trusted that time',
        { kind: 'untrusted', over: 'https', detail: 'CERT_HAS_EXPIRED' },
      ],
    ] satisfies [string, DeadEnd][]
  ).map(
    ([what, end]): Scene<CertificateEvidence> => [
      `a good certificate of a proxy, behind which HTTPS comes to ${what}`,
      certificateEvidence([shown()], {
        originResults: [arrived(CLOUDFLARE_IPV6), arrivedByHalf(CLOUDFLARE, end)],
      }),
      ['https-behind-a-proxy: fatal'],
    ],
  ),
  [
    'the certificate that a proxy shows is bad itself',
    certificateEvidence([shown({ notAfter: inDays(-1) })], {
      originResults: [arrivedByHalf(CLOUDFLARE, answered(526))],
    }),
    ['expired: fatal'],
  ],
  [
    'behind a proxy, no certificate at the site, the DNS right just now',
    certificateEvidence([shown()], {
      ...minutesAgo(1),
      originResults: [arrivedByHalf(CLOUDFLARE, answered(526))],
    }),
    ['still-being-issued: info'],
  ],
  [
    'behind a proxy, another site, the DNS right just now',
    certificateEvidence([shown()], {
      ...minutesAgo(1),
      originResults: [arrivedByHalf(CLOUDFLARE, answered(404))],
    }),
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'behind a proxy, no certificate at the site, and port 80 closed',
    certificateEvidence([shown()], {
      ...port80(REFUSED),
      originResults: [arrivedByHalf(CLOUDFLARE, answered(525))],
    }),
    ['port-80-closed: fatal', 'https-behind-a-proxy: fatal'],
  ],
  [
    'behind a proxy, another site, and port 80 closed',
    certificateEvidence([shown()], {
      ...port80(REFUSED),
      originResults: [arrivedByHalf(CLOUDFLARE, answered(404))],
    }),
    ['https-behind-a-proxy: fatal', 'port-80-closed: warning'],
  ],
];
