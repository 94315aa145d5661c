import { domainToASCII } from 'node:url';
import type { Action } from '../../../shared/advice/action.ts';
import { TO_BE_MAPPED } from '../../../shared/advice/waiting.ts';
import type { DnsRecord } from '../../../shared/diagnosis/records-to-set.ts';
import type { ResolverStatus, Status, StatusProblem } from '../../../shared/status/status.ts';

// Domains as they really are, for tests of the page and for whoever looks at it.

const CHECKED_AT = '2026-11-23T14:05:30Z';
const NETWORK = { network_domain: 'network.example', addresses: ['203.0.113.7', '2001:db8::7'] };

const cname = (name: string, host: string, value = NETWORK.network_domain): DnsRecord => ({
  name,
  host,
  type: 'CNAME',
  value,
});
const address = (name: string, host: string, value: string): DnsRecord => ({
  name,
  host,
  type: value.includes(':') ? 'AAAA' : 'A',
  value,
});
const waysTo = (name: string, host: string): Status['records_to_set'] => [
  [cname(name, host)],
  NETWORK.addresses.map((value) => address(name, host, value)),
];
const kindOf = (answer: string): ResolverStatus['answer_kind'] =>
  answer === 'no such name' ? 'no-such-name' : 'answer';
const allSay = (verdict: ResolverStatus['verdict'], answer: string): readonly ResolverStatus[] =>
  ['1.1.1.1', '8.8.8.8', '9.9.9.9'].map((resolver) => ({
    resolver,
    verdict,
    answer_kind: kindOf(answer),
    answer,
  }));
const zoneSays = (apex: string, answer: string): Status['zone'] => ({
  apex,
  servers: [
    { name: 'ns1.dns-provider.example', address: '198.51.100.53', answer_kind: kindOf(answer), answer },
    { name: 'ns2.dns-provider.example', address: '2001:db8:53::53', answer_kind: kindOf(answer), answer },
  ],
});
const certificateFor = (...names: readonly string[]): Status['certificate'] => ({
  is_right: true,
  addresses: NETWORK.addresses.map((at) => ({ address: at, shows: 'A good certificate' })),
  chain: [
    {
      subject: `CN=${names[0]}`,
      issuer: "C=US, O=Let's Encrypt, CN=R11",
      not_before: '2026-11-23T13:00:12Z',
      not_after: '2027-02-21T13:00:11Z',
    },
    {
      subject: "C=US, O=Let's Encrypt, CN=R11",
      issuer: 'C=US, O=Internet Security Research Group, CN=ISRG Root X1',
      not_before: '2024-03-13T00:00:00Z',
      not_after: '2027-03-12T23:59:59Z',
    },
  ],
  names,
});

const SHOP = 'shop.example.com';
const POINTS_HERE = '203.0.113.7 and 2001:db8::7 by its CNAME network.example';

export const READY: Status = {
  domain: SHOP,
  language: 'en',
  checked_at: CHECKED_AT,
  verdict: { kind: 'ready' },
  sentence:
    'shop.example.com is ready: it leads to the site, with a certificate that is good until 21 February 2027.',
  actions: [],
  turn: null,
  provider: null,
  problems: [],
  target: NETWORK,
  records_to_set: waysTo(SHOP, 'shop'),
  records_found: [{ ...cname(SHOP, 'shop'), is_right: true }],
  resolvers: allSay('pointing', POINTS_HERE),
  zone: zoneSays('example.com', 'A CNAME to network.example'),
  certificate: certificateFor(SHOP),
  alias: 'listed',
  given_up: null,
  timeline: [
    { step: 'mapped', state: 'done', at: '2026-11-23T12:41:07Z' },
    { step: 'alias', state: 'done', at: '2026-11-23T12:41:08Z' },
    { step: 'dns', state: 'done', at: '2026-11-23T13:52:44Z' },
    { step: 'certificate', state: 'done', at: '2026-11-23T14:00:31Z' },
    { step: 'done', state: 'done', at: '2026-11-23T14:00:31Z' },
  ],
};

export const WAITING_FOR_DNS: Status = {
  ...READY,
  verdict: {
    kind: 'waiting',
    for: 'the new DNS records to reach everybody',
    until: '2026-11-25T12:41:08Z',
  },
  sentence: 'The records are set right, but not everybody sees them yet. There is nothing for you to do.',
  problems: [
    {
      code: 'not-propagated-yet',
      severity: 'info',
      concerns_operator: false,
      title: 'Some DNS servers still remember the old answer',
      explanation:
        'The servers of example.com have the new record already. 8.8.8.8 and 9.9.9.9 still give the one that they looked up before, and forget it within 47 minutes.',
      remedy: 'Nothing has to be done. Wait until the old answers have run out.',
      detail: '8.8.8.8: 198.51.100.20 (TTL 2811 s)\n9.9.9.9: 198.51.100.20 (TTL 1204 s)',
    },
  ],
  records_found: [
    { ...address(SHOP, 'shop', '198.51.100.20'), is_right: false },
    { ...cname(SHOP, 'shop'), is_right: true },
  ],
  resolvers: [
    { resolver: '1.1.1.1', verdict: 'pointing', answer_kind: 'answer', answer: POINTS_HERE },
    { resolver: '8.8.8.8', verdict: 'elsewhere', answer_kind: 'answer', answer: '198.51.100.20' },
    { resolver: '9.9.9.9', verdict: 'unknown', answer_kind: 'timeout', answer: 'no answer (timeout)' },
  ],
  certificate: null,
  timeline: [
    { step: 'mapped', state: 'done', at: '2026-11-23T12:41:07Z' },
    { step: 'alias', state: 'done', at: '2026-11-23T12:41:08Z' },
    { step: 'dns', state: 'current', at: '2026-11-23T12:41:08Z' },
    { step: 'certificate', state: 'ahead', at: null },
    { step: 'done', state: 'ahead', at: null },
  ],
};

export const WAITING_FOR_CERTIFICATE: Status = {
  ...READY,
  verdict: { kind: 'waiting', for: 'the certificate', until: null },
  sentence: 'The domain leads to the site. Its certificate is being issued, which takes some minutes.',
  problems: [
    {
      code: 'still-being-issued',
      severity: 'info',
      concerns_operator: false,
      title: 'The certificate is still being issued',
      explanation:
        'The DNS has been right for 6 minutes. Until the certificate is there, browsers warn of the site.',
      remedy: 'Nothing has to be done. This takes up to 15 minutes.',
      detail: '203.0.113.7: wrong-name (default.hosting.example)',
    },
  ],
  certificate: {
    is_right: false,
    addresses: NETWORK.addresses.map((at) => ({ address: at, shows: 'A certificate for other names' })),
    chain: [
      {
        subject: 'CN=default.hosting.example',
        issuer: "C=US, O=Let's Encrypt, CN=R10",
        not_before: '2026-10-01T00:00:00Z',
        not_after: '2026-12-30T00:00:00Z',
      },
    ],
    names: ['default.hosting.example', '*.hosting.example'],
  },
  alias: 'not-needed',
  timeline: [
    { step: 'mapped', state: 'done', at: '2026-11-23T12:41:07Z' },
    { step: 'alias', state: 'done', at: null },
    { step: 'dns', state: 'done', at: '2026-11-23T13:59:30Z' },
    { step: 'certificate', state: 'current', at: '2026-11-23T13:59:30Z' },
    { step: 'done', state: 'ahead', at: null },
  ],
};

const removalOf = (record: DnsRecord, code: Action['code']): Action => ({
  who: 'owner',
  do: 'remove',
  record,
  where: 'dns-provider',
  code,
});
const changeOf = (name: string, host: string, old: string, record: DnsRecord): Action => {
  const { type, value } = address(name, host, old);
  const instead = { type, name, value };
  return {
    who: 'owner',
    do: 'change',
    record,
    instead_of: instead,
    where: 'dns-provider',
    code: 'wrong-address',
  };
};
const toCaa: Action = {
  who: 'owner',
  do: 'set',
  record: { name: 'example.com', host: '@', type: 'CAA', value: '0 issue "letsencrypt.org"' },
  where: 'dns-provider',
  code: 'caa-forbids',
};

const THREE_PROBLEMS: readonly StatusProblem[] = [
  {
    code: 'wrong-address',
    severity: 'fatal',
    concerns_operator: false,
    title: 'The domain leads somewhere else',
    explanation:
      'The A record of shop.example.com has the address 198.51.100.20, which is not that of your site. Visitors see what is there.',
    remedy:
      'Remove the A record 198.51.100.20 (host name: shop). Set a CNAME record for shop.example.com (host name: shop) to network.example.',
    detail: '1.1.1.1, 8.8.8.8 and 9.9.9.9: 198.51.100.20, 2001:db8:bad::10; wanted: 203.0.113.7, 2001:db8::7',
  },
  {
    code: 'caa-forbids',
    severity: 'fatal',
    concerns_operator: false,
    title: 'A CAA record forbids the certificate',
    explanation:
      'A CAA record says which authorities may issue certificates for a domain. That of example.com names only pki.example, so that Let’s Encrypt may not issue the one for your site.',
    remedy:
      'Add a CAA record for example.com (host name: @) with the tag “issue” and the value “letsencrypt.org”.',
    detail: 'at example.com: 0 issue "pki.example"',
  },
  {
    code: 'stray-ipv6',
    severity: 'warning',
    concerns_operator: false,
    title: 'An IPv6 address leads somewhere else',
    explanation: 'Where there is IPv6, most browsers and certificate authorities prefer it.',
    remedy: 'Remove the AAAA record 2001:db8:bad::10 (host name: shop).',
    detail: 'AAAA 2001:db8:bad::10 at every resolver',
  },
];

export const ACTION_NEEDED: Status = {
  ...READY,
  verdict: { kind: 'action-needed' },
  turn: 'owner',
  sentence: 'Please change the DNS records of shop.example.com: they lead somewhere else than to your site.',
  actions: [
    removalOf(address(SHOP, 'shop', '2001:db8:bad::10'), 'wrong-address'),
    {
      ...changeOf(SHOP, 'shop', '198.51.100.20', cname(SHOP, 'shop')),
      or: [
        [
          changeOf(SHOP, 'shop', '198.51.100.20', address(SHOP, 'shop', '203.0.113.7')),
          { ...toCaa, record: address(SHOP, 'shop', '2001:db8::7'), code: 'wrong-address' },
        ],
      ],
    },
    toCaa,
  ],
  problems: THREE_PROBLEMS,
  records_found: [
    { ...address(SHOP, 'shop', '198.51.100.20'), is_right: false },
    { ...address(SHOP, 'shop', '2001:db8:bad::10'), is_right: false },
  ],
  resolvers: [
    {
      resolver: '1.1.1.1',
      verdict: 'elsewhere',
      answer_kind: 'answer',
      answer: '198.51.100.20 and 2001:db8:bad::10',
    },
    {
      resolver: '8.8.8.8',
      verdict: 'partly',
      answer_kind: 'answer',
      answer: '203.0.113.7 and 2001:db8:bad::10',
    },
    { resolver: '9.9.9.9', verdict: 'missing', answer_kind: 'no-such-name', answer: 'no such name' },
  ],
  zone: zoneSays('example.com', '198.51.100.20 and 2001:db8:bad::10'),
  certificate: null,
  given_up: { since: '2026-11-23T12:41:09Z', next: '2026-11-24T03:20:00Z' },
  timeline: [
    { step: 'mapped', state: 'done', at: '2026-11-21T12:41:07Z' },
    { step: 'alias', state: 'done', at: '2026-11-21T12:41:08Z' },
    { step: 'dns', state: 'failed', at: '2026-11-23T12:41:09Z' },
    { step: 'certificate', state: 'ahead', at: null },
    { step: 'done', state: 'ahead', at: null },
  ],
};

/** At a provider whose form is known, and which sets the records itself. */
export const AT_PROVIDER: Status = {
  ...ACTION_NEEDED,
  actions: ACTION_NEEDED.actions.slice(1, 2),
  provider: {
    name: 'OVHcloud',
    form: {
      host: 'Sub-domain',
      values: { A: 'Target', AAAA: 'Target', CNAME: 'Target' },
      at_apex: 'empty',
      final_dot: true,
    },
    apply: {
      url: 'https://connect.provider.example/v2/apply?domain=example.com&host=shop',
      host: 'connect.provider.example',
    },
  },
};

export const APEX_WITHOUT_RECORDS: Status = {
  ...ACTION_NEEDED,
  domain: 'example.com',
  sentence: 'Please set DNS records for example.com: it has none yet.',
  actions: NETWORK.addresses.map((value) => ({
    who: 'owner',
    do: 'set',
    record: address('example.com', '@', value),
    where: 'dns-provider',
    code: 'no-records',
  })),
  problems: [
    {
      code: 'no-records',
      severity: 'fatal',
      concerns_operator: false,
      title: 'The domain has no address',
      explanation:
        'No DNS server knows an address for example.com, so that nobody can reach your site by it.',
      remedy: 'Set an A record for example.com (host name: @) to 203.0.113.7.',
      detail: 'NOERROR without A or AAAA at every resolver',
    },
  ],
  records_to_set: [NETWORK.addresses.map((value) => address('example.com', '@', value))],
  records_found: [],
  resolvers: allSay('missing', 'no A or AAAA record'),
  zone: { apex: 'example.com', servers: [] },
  alias: 'not-listed',
  timeline: [
    { step: 'mapped', state: 'done', at: '2026-11-23T13:58:00Z' },
    { step: 'alias', state: 'current', at: '2026-11-23T13:58:00Z' },
    { step: 'dns', state: 'ahead', at: null },
    { step: 'certificate', state: 'ahead', at: null },
    { step: 'done', state: 'ahead', at: null },
  ],
};

export const NOT_MAPPED: Status = {
  ...READY,
  domain: 'old-shop.example.com',
  verdict: { kind: 'not-mapped' },
  sentence: 'old-shop.example.com does not belong to a site of this network (any more).',
  actions: TO_BE_MAPPED,
  turn: 'owner',
  records_to_set: [],
  records_found: [{ ...cname('old-shop.example.com', 'old-shop', 'elsewhere.example.net'), is_right: false }],
  resolvers: allSay('unknown', 'no answer (server-failure)'),
  zone: { apex: null, servers: [] },
  certificate: null,
  alias: 'unknown',
  timeline: [],
};

export const WILDCARD: Status = {
  ...READY,
  domain: '*.members.example.com',
  sentence: 'Every name under members.example.com is ready and leads to the site.',
  problems: [
    {
      code: 'expiring-soon',
      severity: 'warning',
      concerns_operator: false,
      title: 'The certificate ends in 12 days',
      explanation: 'It should have been renewed 18 days ago. When it has ended, browsers warn of the site.',
      remedy: 'Tell the people who run your site.',
      detail: 'not after 2026-12-05T13:00:11Z',
    },
  ],
  records_to_set: waysTo('*.members.example.com', '*.members'),
  records_found: [{ ...cname('*.members.example.com', '*.members'), is_right: true }],
  certificate: certificateFor('*.members.example.com', 'members.example.com'),
};

/** As its owner writes it, and as DNS has it. */
export const LONG_NAME_IN_UNICODE =
  'größte-bäckerei-und-konditorei-im-ganzen-schönen-lande.südliche-straße-am-alten-mühlenbach.münchen.example';
const LONG = domainToASCII(LONG_NAME_IN_UNICODE);
const LONG_HOST = LONG.replace(/\.example$/, '');

export const LONG_NAME: Status = {
  ...ACTION_NEEDED,
  domain: LONG,
  sentence: `Please change the DNS records of ${LONG}.`,
  actions: [changeOf(LONG, LONG_HOST, '2001:db8:1111:2222:3333:4444:5555:6666', cname(LONG, LONG_HOST))],
  target: { network_domain: NETWORK.network_domain, addresses: ['2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff'] },
  records_to_set: waysTo(LONG, LONG_HOST),
  records_found: [{ ...address(LONG, LONG_HOST, '2001:db8:1111:2222:3333:4444:5555:6666'), is_right: false }],
  resolvers: allSay('elsewhere', '2001:db8:1111:2222:3333:4444:5555:6666'),
  zone: zoneSays(LONG, '2001:db8:1111:2222:3333:4444:5555:6666'),
  certificate: certificateFor(LONG),
};

const LONGEST_LABEL = `${'extraordinarily'.repeat(5).slice(0, 63)}.example.com`;

/** A label of 63 letters has no place to break at. */
export const LONGEST_LABEL_STATUS: Status = {
  ...LONG_NAME,
  domain: LONGEST_LABEL,
  sentence: `${LONGEST_LABEL} does not work yet: it leads to another server.`,
  actions: [
    changeOf(
      LONGEST_LABEL,
      LONGEST_LABEL.slice(0, 63),
      '198.51.100.20',
      cname(LONGEST_LABEL, LONGEST_LABEL.slice(0, 63)),
    ),
  ],
  records_to_set: waysTo(LONGEST_LABEL, LONGEST_LABEL.slice(0, 63)),
};

/** Of a name of the network's own: its DNS is kept by whoever runs the network. */
export const OPERATORS_TURN: Status = {
  ...APEX_WITHOUT_RECORDS,
  domain: 'shop.network.example',
  sentence: 'shop.network.example does not work yet: no DNS record yet.',
  turn: 'operator',
  actions: [
    {
      who: 'operator',
      do: 'set',
      record: address('shop.network.example', 'shop', '203.0.113.7'),
      where: 'dns-provider',
      code: 'no-records',
    },
  ],
};

/** Each under the name of its screenshot. */
export const STATUSES: Readonly<Record<string, Status>> = {
  ready: READY,
  'waiting-for-dns': WAITING_FOR_DNS,
  'waiting-for-certificate': WAITING_FOR_CERTIFICATE,
  'action-needed': ACTION_NEEDED,
  'at-provider': AT_PROVIDER,
  'apex-without-records': APEX_WITHOUT_RECORDS,
  'not-mapped': NOT_MAPPED,
  wildcard: WILDCARD,
  'long-name': LONG_NAME,
  'longest-label': LONGEST_LABEL_STATUS,
  'operators-turn': OPERATORS_TURN,
};
