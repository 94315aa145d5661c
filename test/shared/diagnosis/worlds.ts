import type { RequestListener } from 'node:http';
import type { Answer, CaaData } from 'dns-packet';
import { isWithin } from '../../../shared/domain/name-tree.ts';
import {
  beside,
  answering as closteAnswering,
  failing,
  listing,
  resetting,
} from '../../support/door-closte.ts';
import { FAILURE, knowing, type Names, REFUSAL, type Said, type Sayings } from './dns-names.ts';
import { answering, hangingUp, redirecting, redirectingTo, silent } from './http-servers.ts';
import type { World } from './support/neighbourhood.ts';
import {
  about,
  alerting,
  alias,
  CLOUDFLARE,
  CLOUDFLARE_IPV6,
  days,
  HERE,
  HERE_IPV6,
  HERE_TOO,
  minutes,
  NAME_SERVERS,
  NETWORK,
  network,
  nobody,
  OLD,
  OLD_IPV6,
  parking,
  raw,
  SHOP,
  showing,
  telling,
  web,
} from './support/servers.ts';

/** What the world is like, and what is to be said of it: the codes in their order, each with its severity. */
export type Scene = readonly [what: string, world: World, problems: readonly string[]];

export const shop = (type: 'A' | 'AAAA' | 'CNAME', ...data: string[]) => ({ [`${SHOP} ${type}`]: data });
const APEX = 'example.test';
const ACCOUNT = 'https://acme-v02.api.letsencrypt.org/acme/acct/123';

/** Another server, with another site on it. */
export const elsewhere = { http: web(parking), https: showing({ names: ['other.test'], handler: parking }) };
const NO_CERTIFICATE = showing({ names: ['default.closte.test'] });

/** A CAA record of the apex. The package's type has no tag that nobody knows; a packet has any. */
const caa = (tag: string, value: string, flags = 0): Names => ({
  ...shop('CNAME', NETWORK),
  [`${APEX} CAA`]: [{ tag: tag as CaaData['tag'], value, flags }],
});

/** The domain's alias leads back to it. Whoever looks it up for others fails at that, with validation or without. */
const circleIn =
  (signed: string, asSeenBy: 'name servers' | 'resolvers', name: string = SHOP): Sayings =>
  (asked) => {
    if (asked.type === 'DS') return { code: 0, records: asked.name === signed ? [dsOfAnother(signed)] : [] };
    const isVain = asked.name === name || (asked.checked && isWithin(asked.name, signed));
    if (asSeenBy === 'resolvers' && isVain) return FAILURE;
    if (asked.name === name) return { code: 0, records: [alias(name, name)] };
    return telling({ 'test NS': ['ns1.dns.test'], [`${signed} NS`]: ['ns1.dns.test', 'ns2.dns.test'] })(
      asked,
    );
  };
const dsOfAnother = (name: string): Answer => ({
  type: 'DS',
  name,
  data: { keyTag: 4711, algorithm: 13, digestType: 2, digest: Buffer.from('abcd', 'hex') },
});
/** A zone of its own, below the one that was registered. */
const BELOW = `www.${SHOP}`;
const referringBelow: Sayings = (asked) =>
  isWithin(asked.name, SHOP)
    ? { code: 0, records: [], referral: { [SHOP]: { 'ns2.dns.test': NAME_SERVERS[1] } } }
    : telling({})(asked);

/** Every resolver fails at questions for the CAA records of a name, be it that one time. */
const failingAtCaa = (name: string, times = Number.POSITIVE_INFINITY): World => {
  const told = telling(shop('CNAME', NETWORK));
  const resolver = (): Sayings => {
    let left = times;
    return (asked) => {
      if (asked.type !== 'CAA' || asked.name !== name || left === 0) return told(asked);
      left -= 1;
      return FAILURE;
    };
  };
  return { resolvers: [resolver(), resolver(), resolver()] };
};

/** The resolvers know the name servers of the domain; nothing else is to be had from these. */
export const unanswered = (said: Said): World => ({
  domain: APEX,
  resolvers: [(asked) => (asked.type === 'NS' ? telling({}) : about(APEX, FAILURE))(asked)],
  nameServers: [about(APEX, said)],
});

/** What a filter says: no such name, for which nobody vouches. */
const WITHHELD: Said = { code: 3, records: [], unvouched: true };

/** To the first question after each type about the domain one thing, from then on another. */
function onceThen(said: Said, sayings: Sayings): Sayings {
  const asked = new Set<string>();
  return (one) => {
    const isFirst = one.name === SHOP && !asked.has(one.type);
    asked.add(one.type);
    return isFirst ? said : sayings(one);
  };
}

/** A records of the one, all others of the other. */
const byType =
  (ofA: Names, others: Names): Sayings =>
  (asked) =>
    telling(asked.type === 'A' && asked.name === SHOP ? ofA : others)(asked);

const failingForAaaa =
  (names: Names): Sayings =>
  (asked) =>
    asked.type === 'AAAA' && asked.name === SHOP ? FAILURE : telling(names)(asked);

/** As a server does that has a wildcard under the apex, and no other name. */
const withWildcard =
  (address: string): Sayings =>
  (asked) =>
    asked.name.endsWith('.example.test')
      ? knowing({ [`${asked.name} A`]: [address] })(asked)
      : telling({})(asked);

export const HEALTHY: readonly Scene[] = [
  ['a CNAME to the network', {}, []],
  ['the address of the network', { records: shop('A', HERE) }, []],
  ['the address of the network at an apex', { domain: APEX, records: { [`${APEX} A`]: [HERE] } }, []],
  ['a wildcard', { domain: `*.${APEX}`, records: { [`*.${APEX} CNAME`]: [NETWORK] } }, []],
  [
    'a name of the network',
    { domain: `blog.${NETWORK}`, records: { [`blog.${NETWORK} A`]: [HERE] }, closte: failing('not asked') },
    [],
  ],
];

export const DNS: readonly Scene[] = [
  ['no record', { records: {} }, ['no-records: fatal']],
  [
    'a domain that nobody has',
    { domain: 'shop.exampel.test', records: {} },
    ['domain-not-registered: fatal'],
  ],
  ['an old address', { records: shop('A', OLD), hosts: { [OLD]: elsewhere } }, ['wrong-address: fatal']],
  [
    'an old AAAA record',
    { records: { ...shop('A', HERE), ...shop('AAAA', OLD_IPV6) }, hosts: { [OLD_IPV6]: elsewhere } },
    ['stray-ipv6: fatal'],
  ],
  [
    'an old address too',
    { records: shop('A', HERE, OLD), hosts: { [OLD]: elsewhere } },
    ['some-addresses-wrong: fatal'],
  ],
  [
    'a CNAME to another hoster',
    {
      records: { ...shop('CNAME', 'sites.hoster.test'), 'sites.hoster.test A': [OLD] },
      hosts: { [OLD]: elsewhere },
    },
    ['cname-to-elsewhere: fatal'],
  ],
  [
    'a CNAME to a name that is gone',
    { records: shop('CNAME', 'gone.hoster.test') },
    ['cname-to-elsewhere: fatal'],
  ],
  [
    'CNAME records in a circle',
    {
      resolvers: [about(SHOP, FAILURE)],
      nameServers: [
        about(SHOP, { code: 0, records: [alias(SHOP, `www.${SHOP}`), alias(`www.${SHOP}`, SHOP)] }),
      ],
    },
    ['cname-loop: fatal'],
  ],
  [
    'the same in a zone whose DNSSEC is broken: resolvers fail at both alike, and each is told',
    {
      resolvers: [circleIn(APEX, 'resolvers')],
      nameServers: [circleIn(APEX, 'name servers')],
    },
    ['dnssec-failing: fatal', 'cname-loop: fatal'],
  ],
  [
    'the same where it is a zone below whose DNSSEC is broken, and one resolver does not validate',
    {
      domain: BELOW,
      resolvers: [
        circleIn(SHOP, 'name servers', BELOW),
        circleIn(SHOP, 'resolvers', BELOW),
        circleIn(SHOP, 'resolvers', BELOW),
      ],
      nameServers: [referringBelow, circleIn(SHOP, 'name servers', BELOW)],
    },
    ['dnssec-failing: fatal', 'cname-loop: fatal'],
  ],
  ['a CNAME at an apex', { domain: APEX }, ['cname-at-apex: warning']],
  [
    'an old address that two resolvers still have',
    {
      resolvers: [telling(shop('CNAME', NETWORK)), telling(shop('A', OLD)), telling(shop('A', OLD))],
      hosts: { [OLD]: elsewhere },
    },
    ['not-propagated-yet: info'],
  ],
  [
    'an old address that one resolver still has',
    {
      resolvers: [telling(shop('CNAME', NETWORK)), telling(shop('CNAME', NETWORK)), telling(shop('A', OLD))],
      nameServers: [telling(shop('CNAME', NETWORK))],
      hosts: { [OLD]: elsewhere },
    },
    ['not-propagated-yet: info'],
  ],
  ['an error of the resolvers', { resolvers: [about(SHOP, FAILURE)] }, ['dns-server-failing: fatal']],
  ['name servers that refuse', unanswered(REFUSAL), ['dns-server-failing: fatal']],
  [
    'name servers that are silent',
    { ...unanswered('silence'), patience: 1_000 },
    ['dns-server-failing: fatal'],
  ],
  [
    'one name server that refuses',
    { nameServers: [telling(shop('CNAME', NETWORK)), about(SHOP, REFUSAL)] },
    ['dns-server-failing: warning'],
  ],
  [
    'signatures that do not fit',
    {
      resolvers: [(asked) => (asked.checked ? about(APEX, FAILURE) : telling(shop('CNAME', NETWORK)))(asked)],
    },
    ['dnssec-failing: fatal'],
  ],
  [
    'a resolver that filters',
    {
      resolvers: [telling(shop('CNAME', NETWORK)), telling(shop('CNAME', NETWORK)), about(SHOP, WITHHELD)],
    },
    ['blocked-by-a-filter: info'],
  ],
  ['an error that passes', { resolvers: [onceThen(FAILURE, telling(shop('CNAME', NETWORK)))] }, []],
  [
    'a refusal of a name server that passes',
    { nameServers: [onceThen(REFUSAL, telling(shop('CNAME', NETWORK)))] },
    [],
  ],
  [
    'an old A record, and a CNAME to the network for AAAA',
    {
      resolvers: [byType(shop('A', OLD), shop('CNAME', NETWORK))],
      nameServers: [byType(shop('A', OLD), shop('CNAME', NETWORK))],
      hosts: { [OLD]: elsewhere },
    },
    ['some-addresses-wrong: fatal'],
  ],
  [
    'a failure for AAAA alone',
    { resolvers: [failingForAaaa(shop('A', HERE))], nameServers: [failingForAaaa(shop('A', HERE))] },
    ['dns-server-failing: warning'],
  ],
  [
    'an old address by a wildcard',
    {
      records: { 'example.test A': [HERE], '*.example.test A': [OLD] },
      nameServers: [withWildcard(OLD)],
      hosts: { [OLD]: elsewhere },
    },
    ['wrong-address: fatal'],
  ],
  ['a private address', { records: shop('A', '10.0.0.5') }, ['reserved-address: fatal']],
  [
    'a proxy that leads to the network',
    {
      records: shop('A', CLOUDFLARE),
      hosts: { [CLOUDFLARE]: { http: web(network), https: showing() } },
    },
    ['behind-a-proxy: info'],
  ],
  [
    'a proxy that leads to the network, to whose IPv6 address there is no way',
    {
      records: { ...shop('A', CLOUDFLARE), ...shop('AAAA', CLOUDFLARE_IPV6) },
      hosts: { [CLOUDFLARE]: { http: web(network), https: showing() } },
    },
    ['behind-a-proxy: info'],
  ],
  [
    'a proxy that leads to another server',
    {
      records: shop('A', CLOUDFLARE),
      hosts: { [CLOUDFLARE]: { http: web(parking), https: showing({ handler: answering(526) }) } },
    },
    ['behind-a-proxy: fatal'],
  ],
  [
    'name servers of two providers',
    {
      records: shop('A', OLD),
      nameServers: [telling(shop('CNAME', NETWORK)), telling(shop('A', OLD))],
      hosts: { [OLD]: elsewhere },
    },
    ['name-servers-disagree: fatal'],
  ],
  [
    'a network without an address',
    { records: { ...shop('CNAME', NETWORK), [`${NETWORK} A`]: [] } },
    ['network-not-resolvable: fatal'],
  ],
];

export const CERTIFICATE: readonly Scene[] = [
  [
    'no certificate, and CAA for another authority',
    { records: caa('issue', 'sectigo.com'), site: { https: NO_CERTIFICATE } },
    ['caa-forbids: fatal'],
  ],
  ['a certificate, and CAA for another authority', { records: caa('issue', ';') }, ['caa-forbids: warning']],
  [
    'no certificate, and a critical CAA record that nobody knows',
    { records: caa('tbs', 'unknown', 128), site: { https: NO_CERTIFICATE } },
    ['caa-unknown-critical: fatal'],
  ],
  [
    'no certificate, and a CAA record that many take for critical',
    { records: caa('tbs', 'unknown', 1), site: { https: NO_CERTIFICATE } },
    ['caa-unknown-critical: fatal'],
  ],
  [
    'no certificate, and CAA for one account',
    { records: caa('issue', `letsencrypt.org; accounturi=${ACCOUNT}`), site: { https: NO_CERTIFICATE } },
    ['caa-forbids: fatal'],
  ],
  [
    'a certificate, and CAA for one account',
    { records: caa('issue', `letsencrypt.org; accounturi=${ACCOUNT}`) },
    [],
  ],
  [
    'no certificate, and CAA that allows another proof only',
    { records: caa('issue', 'letsencrypt.org; validationmethods=dns-01'), site: { https: NO_CERTIFICATE } },
    ['caa-forbids: fatal'],
  ],
  [
    'no certificate, and CAA for another authority at the network, to which the CNAME leads',
    {
      records: { ...shop('CNAME', NETWORK), [`${NETWORK} CAA`]: [{ tag: 'issue', value: 'sectigo.com' }] },
      site: { https: NO_CERTIFICATE },
    },
    ['caa-forbids: fatal'],
  ],
  [
    'no certificate, and DNS that fails when it is asked for CAA',
    { ...failingAtCaa(APEX), site: { https: NO_CERTIFICATE } },
    ['caa-not-answered: fatal'],
  ],
  [
    'a certificate, and DNS that fails when it is asked for CAA',
    failingAtCaa(SHOP),
    ['caa-not-answered: warning'],
  ],
  ['a certificate, and DNS that failed once when it was asked for CAA', failingAtCaa(SHOP, 1), []],
  [
    'a wildcard without a certificate of its own',
    {
      domain: `*.${APEX}`,
      records: { [`*.${APEX} CNAME`]: [NETWORK] },
      site: { https: NO_CERTIFICATE },
    },
    ['wildcard-needs-dns-validation: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and port 80 closed',
    { site: { http: nobody, https: NO_CERTIFICATE } },
    ['port-80-closed: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and port 80 silent',
    { site: { http: raw(silent), https: NO_CERTIFICATE }, patience: 1_000 },
    ['port-80-timeout: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and a redirect to another host',
    { site: { http: web(redirecting(302, 'https://parking.test/')), https: NO_CERTIFICATE } },
    ['default-certificate: fatal', 'http-redirects-elsewhere: warning'],
  ],
  [
    'no certificate, and a redirect to another port',
    { site: { http: web(redirecting(301, `https://${SHOP}:8443/`)), https: NO_CERTIFICATE } },
    ['http-redirects-elsewhere: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and a redirect to itself',
    { site: { http: web(redirectingTo((url) => `http://${SHOP}${url}`)), https: NO_CERTIFICATE } },
    ['http-redirect-loop: fatal', 'default-certificate: fatal'],
  ],
  [
    'a certificate, and a redirect to itself',
    { site: { http: web(redirectingTo((url) => `http://${SHOP}${url}`)) } },
    ['http-redirect-loop: warning'],
  ],
  [
    'no certificate, and HTTP and HTTPS that redirect to each other',
    {
      site: {
        http: web(redirectingTo((url) => `https://${SHOP}${url}`)),
        https: showing({
          names: ['default.closte.test'],
          handler: redirectingTo((url) => `http://${SHOP}${url}`),
        }),
      },
    },
    ['http-redirect-loop: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and a redirect without a slash',
    { site: { http: web(redirectingTo((url) => `https://${SHOP}${url.slice(1)}`)), https: NO_CERTIFICATE } },
    ['http-redirects-elsewhere: fatal', 'default-certificate: fatal'],
  ],
  [
    'no certificate, and a redirect to HTTPS',
    { site: { http: web(redirectingTo((url) => `https://${SHOP}${url}`)), https: NO_CERTIFICATE } },
    ['default-certificate: fatal'],
  ],
  [
    'two addresses with different servers',
    {
      records: { ...shop('CNAME', NETWORK), [`${NETWORK} A`]: [HERE, HERE_TOO] },
      hosts: { [HERE_TOO]: { http: web(answering(404, { Server: 'Apache' })), https: showing() } },
    },
    ['answers-differ-between-addresses: warning'],
  ],
  ['nobody at port 443', { site: { https: nobody } }, ['no-https: fatal']],
  [
    'a network at an IPv6 address to which there is no way',
    { records: { ...shop('CNAME', NETWORK), [`${NETWORK} A`]: [], [`${NETWORK} AAAA`]: [HERE_IPV6] } },
    ['no-https: warning'],
  ],
  ['something else than TLS at port 443', { site: { https: raw(hangingUp) } }, ['no-https: fatal']],
  ['a certificate for another domain', { site: { https: NO_CERTIFICATE } }, ['default-certificate: fatal']],
  [
    'a certificate for the apex',
    { site: { https: showing({ names: [APEX, `www.${APEX}`] }) } },
    ['wrong-name: fatal'],
  ],
  [
    'a certificate of last year',
    { site: { https: showing({ notBefore: days(-100), notAfter: days(-10) }) } },
    ['expired: fatal'],
  ],
  [
    'a certificate from tomorrow on',
    { site: { https: showing({ notBefore: days(1) }) } },
    ['not-yet-valid: fatal'],
  ],
  ['a certificate of its own making', { site: { https: showing({ by: 'itself' }) } }, ['self-signed: fatal']],
  [
    'a certificate of an authority that nobody knows',
    { site: { https: showing({ by: 'stranger', sent: 'root too' }) } },
    ['untrusted-issuer: fatal'],
  ],
  [
    'a certificate without its intermediate',
    { site: { https: showing({ sent: 'leaf alone' }) } },
    ['incomplete-chain: fatal'],
  ],
  [
    'a certificate without its upper intermediate',
    { site: { https: showing({ by: 'tall', sent: 'lower half' }) } },
    ['incomplete-chain: fatal'],
  ],
  ['a certificate with its upper intermediate', { site: { https: showing({ by: 'tall' }) } }, []],
  [
    'a server that says that it has no certificate',
    { site: { https: alerting(112) } },
    ['no-certificate: fatal'],
  ],
  ['a server with whom no TLS can be agreed on', { site: { https: alerting(70) } }, ['no-https: fatal']],
  [
    'a server that says that it has no certificate, the DNS right since a minute ago',
    { site: { https: alerting(80) }, stage: { name: 'checking-ssl-cert', since: minutes(-1) } },
    ['still-being-issued: info'],
  ],
  [
    'a certificate that was not renewed',
    { site: { https: showing({ notBefore: days(-80), notAfter: days(10) }) } },
    ['expiring-soon: warning'],
  ],
  [
    'no certificate, the DNS right since a minute ago',
    { site: { https: NO_CERTIFICATE }, stage: { name: 'checking-ssl-cert', since: minutes(-1) } },
    ['still-being-issued: info'],
  ],
];

/** Behind a proxy over which HTTP comes to the network, and HTTPS does this. */
const proxied = (https: RequestListener, shown: Parameters<typeof showing>[0] = {}): World => ({
  records: shop('A', CLOUDFLARE),
  hosts: { [CLOUDFLARE]: { http: web(network), https: showing({ ...shown, handler: https }) } },
});
const justNow = { name: 'checking-ssl-cert', since: minutes(-1) };

export const PROXY: readonly Scene[] = [
  [
    'a proxy that finds no good certificate at the site',
    proxied(answering(526)),
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'a proxy that gets no secure connection with the site',
    proxied(answering(525)),
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'the same, the DNS right since a minute ago',
    { ...proxied(answering(526)), stage: justNow },
    ['still-being-issued: info'],
  ],
  ['a proxy that shows another site over HTTPS', proxied(parking), ['https-behind-a-proxy: fatal']],
  [
    'the same, the DNS right since a minute ago',
    { ...proxied(parking), stage: justNow },
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'a proxy that calls the site over HTTP, which redirects to HTTPS',
    proxied(redirectingTo((url) => `https://${SHOP}${url}`)),
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'a proxy that sends HTTPS to HTTP',
    proxied(redirectingTo((url) => `http://${SHOP}${url}`)),
    ['https-behind-a-proxy: fatal'],
  ],
  [
    'a proxy with a certificate that has expired',
    proxied(network, { notBefore: days(-100), notAfter: days(-10) }),
    ['expired: fatal'],
  ],
  [
    'a proxy without a secure connection',
    { records: shop('A', CLOUDFLARE), hosts: { [CLOUDFLARE]: { http: web(network) } } },
    ['no-https: fatal'],
  ],
  [
    'a proxy that finds no good certificate at the site, which CAA forbids',
    {
      ...proxied(answering(526)),
      records: { ...caa('issue', 'sectigo.com'), ...shop('CNAME'), ...shop('A', CLOUDFLARE) },
    },
    ['caa-forbids: fatal', 'https-behind-a-proxy: fatal'],
  ],
  [
    'a proxy over which HTTP leads to HTTPS',
    {
      records: shop('A', CLOUDFLARE),
      hosts: {
        [CLOUDFLARE]: { http: web(redirectingTo((url) => `https://${SHOP}${url}`)), https: showing() },
      },
    },
    ['behind-a-proxy: info'],
  ],
];

export const CLOSTE: readonly Scene[] = [
  [
    'an alias that is gone',
    { closte: closteAnswering({ success: true, domains: [] }) },
    ['not-an-alias: warning'],
  ],
  [
    'an alias that is gone, and the domain elsewhere',
    {
      closte: closteAnswering({ success: true, domains: [] }),
      records: shop('A', OLD),
      hosts: { [OLD]: elsewhere },
    },
    ['wrong-address: fatal', 'not-an-alias: fatal'],
  ],
  ['a wrong key', { closte: failing('Invalid API key') }, ['key-refused: warning']],
  ['Closte down', { closte: closteAnswering('', 503) }, ['closte-unreachable: info']],
  ['Closte that hangs up', { closte: resetting }, ['closte-unreachable: info']],
];

export const ADDING: readonly Scene[] = [
  [
    'a name that Closte does not take',
    { closte: failing(`Invalid or empty domain: ${SHOP}`) },
    ['rejected-by-closte: fatal'],
  ],
  [
    'a name that another app of Closte has',
    { closte: beside(failing('The alias exists already'), listing([])), since: days(-1) },
    ['held-elsewhere: fatal'],
  ],
];
