import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Internet, startInternet } from '../../../local/internet/internet.ts';
import { exchangeHttp, type Scheme } from '../../../shared/diagnosis/http-exchange.ts';
import { query } from '../../../shared/dns/query.ts';
import type { QuestionType } from '../../../shared/dns/question.ts';
import { originToken } from '../../../shared/wordpress/origin-token.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';

const PROOF = originToken('whsec_c2VjcmV0', 'network.test');

let clock: ManualClock;
let aliases: Set<string>;
let internet: Internet;

beforeEach(async () => {
  clock = manualClock();
  aliases = new Set();
  internet = await startInternet({
    clock,
    networkDomain: 'network.test',
    hasAlias: (domain) => aliases.has(domain),
    proof: PROOF,
  });
});

afterEach(() => internet.close());

/** The addresses that each of the three resolvers gives, or the code of its error. */
function lookUp(name: string, type: 'A' | 'AAAA' | 'CNAME' = 'A'): Promise<string[]> {
  return Promise.all(
    internet.resolvers.map(async (address) => {
      const resolver = new Resolver({ timeout: 2000, tries: 1 });
      resolver.setServers([address]);
      try {
        return (await resolver.resolve(name, type)).join(' ');
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? String(error);
      }
    }),
  );
}

/** The names of the certificate for a name, which the root of this internet has to vouch for. */
async function certificateNames(servername: string, host = '127.0.0.1'): Promise<string> {
  const socket = connect({
    host,
    port: internet.httpsPort,
    servername,
    ca: internet.rootCertificate,
    checkServerIdentity: () => undefined,
  });
  try {
    await once(socket, 'secureConnect');
    return socket.getPeerCertificate().subjectaltname ?? 'none';
  } finally {
    socket.destroy();
  }
}

const alike = (answer: string) => [answer, answer, answer];
const DEFAULT = 'DNS:default.closte.test';

function map(domain: string) {
  aliases.add(domain);
  internet.begin(domain);
}

describe('the network', () => {
  test.each(['network.test', 'site.network.test', 'NETWORK.test', 'a.b.network.test'])(
    '%s resolves from the start',
    async (name) => {
      expect(await lookUp(name)).toEqual(alike('127.0.0.1'));
      expect(await lookUp(name, 'AAAA')).toEqual(alike('ENODATA'));
    },
  );

  test('has a certificate for itself and every name under it', async () => {
    expect(await certificateNames('network.test')).toBe('DNS:network.test, DNS:*.network.test');
    expect(await certificateNames('site.network.test')).toBe('DNS:network.test, DNS:*.network.test');
  });

  test('serves a name under it that is mapped as any other name under it', async () => {
    internet.begin('never.network.test');
    expect(await lookUp('never.network.test')).toEqual(alike('127.0.0.1'));
  });
});

test('a name that nobody has begun does not exist, and gets the default certificate', async () => {
  map('shop.example.test');
  clock.advance(5000);
  expect(await lookUp('other.example.test')).toEqual(alike('ENOTFOUND'));
  expect(await certificateNames('other.example.test')).toBe(DEFAULT);
  expect(await certificateNames('')).toBe(DEFAULT);
});

test('a normal domain, checked every 300 s: missing, elsewhere, pointing, then with its certificate', async () => {
  map('shop.example.test');
  expect(await lookUp('shop.example.test')).toEqual(alike('ENOTFOUND'));
  clock.advance(300);
  expect(await lookUp('shop.example.test')).toEqual(alike('127.0.0.2'));
  clock.advance(300);
  expect(await lookUp('shop.example.test')).toEqual(alike('127.0.0.1'));
  expect(await lookUp('shop.example.test', 'CNAME')).toEqual(alike('network.test'));
  expect(await certificateNames('shop.example.test')).toBe(DEFAULT);
  clock.advance(300);
  expect(await lookUp('shop.example.test')).toEqual(alike('127.0.0.1'));
  expect(await certificateNames('shop.example.test')).toBe('DNS:shop.example.test');
});

test('the resolvers see a change one after the other, as their caches let go of the old answer', async () => {
  map('shop.example.test');
  clock.advance(200);
  expect(await lookUp('shop.example.test')).toEqual(['127.0.0.2', 'ENOTFOUND', 'ENOTFOUND']);
  clock.advance(30);
  expect(await lookUp('shop.example.test')).toEqual(['127.0.0.2', '127.0.0.2', 'ENOTFOUND']);
  clock.advance(60);
  expect(await lookUp('shop.example.test')).toEqual(alike('127.0.0.2'));
});

test('an apex has an address in place of a CNAME', async () => {
  map('example.test');
  clock.advance(900);
  expect(await lookUp('example.test')).toEqual(alike('127.0.0.1'));
  expect(await lookUp('example.test', 'CNAME')).toEqual(alike('ENODATA'));
});

test('a wildcard serves any label under it, with a certificate for the wildcard', async () => {
  map('*.example.test');
  expect(await lookUp('random.example.test')).toEqual(alike('ENOTFOUND'));
  clock.advance(900);
  expect(await lookUp('random.example.test')).toEqual(alike('127.0.0.1'));
  expect(await lookUp('random.example.test', 'CNAME')).toEqual(alike('network.test'));
  expect(await certificateNames('random.example.test')).toBe('DNS:*.example.test');
  expect(await certificateNames('two.random.example.test')).toBe(DEFAULT);
});

test('a stray AAAA record stands beside the right address', async () => {
  map('stray-ipv6.example.test');
  clock.advance(900);
  expect(await lookUp('stray-ipv6.example.test')).toEqual(alike('127.0.0.1'));
  expect(await lookUp('stray-ipv6.example.test', 'AAAA')).toEqual(alike('::1'));
});

test('without an alias there is no certificate; with one it comes 240 s later', async () => {
  internet.begin('shop.example.test');
  clock.advance(5000);
  expect(await certificateNames('shop.example.test')).toBe(DEFAULT);
  aliases.add('shop.example.test');
  await lookUp('shop.example.test');
  clock.advance(239);
  expect(await certificateNames('shop.example.test')).toBe(DEFAULT);
  clock.advance(1);
  expect(await certificateNames('shop.example.test')).toBe('DNS:shop.example.test');
});

test('the certificate goes with the alias', async () => {
  map('shop.example.test');
  await lookUp('shop.example.test');
  clock.advance(900);
  expect(await certificateNames('shop.example.test')).toBe('DNS:shop.example.test');
  aliases.delete('shop.example.test');
  expect(await certificateNames('shop.example.test')).toBe(DEFAULT);
});

test('a story that is begun again goes on as it was', async () => {
  map('shop.example.test');
  clock.advance(900);
  internet.begin('Shop.example.test');
  expect(await lookUp('shop.example.test')).toEqual(alike('127.0.0.1'));
});

test('nothing is left waiting on the clock, so that a run can come to its end', async () => {
  map('shop.example.test');
  await lookUp('shop.example.test');
  await certificateNames('shop.example.test');
  expect(clock.advanceToNext()).toBe(false);
});

/** What the name servers of all zones say of a name, in words. */
async function told(name: string, type: QuestionType): Promise<string> {
  const answer = await query({ address: '127.0.0.1', port: internet.dnsPort }, name, type, 2000, 'tell');
  if (answer.kind === 'failed') return answer.failure;
  const records = answer.records.map(({ data }) =>
    typeof data === 'string' ? data : `${data.tag} "${data.value}"`,
  );
  return records.join(' ') || (answer.nameExists ? 'nothing' : 'no such name');
}

describe('the zone of a domain', () => {
  test.each([
    ['shop.example.test', 'example.test'],
    ['*.example.test', 'example.test'],
    ['example.test', 'example.test'],
    ['shop.example.co.uk', 'example.co.uk'],
    ['blog.network.test', 'network.test'],
  ])('of %s is %s: there from the start, with name servers that have addresses', async (domain, zone) => {
    map(domain);
    expect(await told(zone, 'NS')).toBe(`ns1.${zone} ns2.${zone}`);
    expect(await told(`ns2.${zone}`, 'A')).toBe('127.0.0.1');
    expect(await told(zone, 'CAA')).toBe('nothing');
  });

  test('is not there before a domain in it is mapped', async () => {
    expect(await told('example.test', 'NS')).toBe('no such name');
    expect(await told('ns1.example.test', 'A')).toBe('no such name');
  });

  test('makes the names above it exist, and the domain those between it and the zone', async () => {
    map('shop.eu.example.test');
    expect(await told('test', 'NS')).toBe('nothing');
    expect(await told('eu.example.test', 'NS')).toBe('no such name');
    clock.advance(900);
    expect(await told('eu.example.test', 'NS')).toBe('nothing');
  });

  test('shows at its own servers at once what the resolvers see later', async () => {
    map('shop.example.test');
    clock.advance(200);
    expect(await told('shop.example.test', 'A')).toBe('127.0.0.2');
    expect(await lookUp('shop.example.test')).toEqual(['127.0.0.2', 'ENOTFOUND', 'ENOTFOUND']);
  });

  test('vouches by its SOA for what is not there', async () => {
    map('shop.example.test');
    const server = { address: '127.0.0.1', port: internet.dnsPort };
    for (const name of ['shop.example.test', 'example.test']) {
      expect(await query(server, name, 'A', 2000)).toMatchObject({ records: [], negativeTtl: 60 });
    }
    const resolver = new Resolver();
    resolver.setServers([internet.resolvers[0] ?? '']);
    expect(await resolver.resolveSoa('example.test')).toMatchObject({ nsname: 'ns1.example.test' });
  });

  test('of a caa domain names another authority, and no certificate comes', async () => {
    map('caa.example.test');
    expect(await told('example.test', 'CAA')).toBe('issue "authority.test"');
    clock.advance(5000);
    expect(await lookUp('caa.example.test')).toEqual(alike('127.0.0.1'));
    expect(await certificateNames('caa.example.test')).toBe(DEFAULT);
  });
});

describe('the web server', () => {
  async function get(name: string, address: string, scheme: Scheme, path = PROOF.path) {
    const port = scheme === 'http' ? internet.httpPort : internet.httpsPort;
    const deadline = AbortSignal.timeout(2000);
    const answer = await exchangeHttp({ address, port, scheme, name, path, mostOfBody: 1000, deadline });
    if (answer.kind !== 'answered') return answer.kind;
    return `${answer.status}${answer.body === PROOF.content ? ' proof' : ''}`;
  }

  describe.each<[Scheme, string, string]>([
    ['http', '127.0.0.1', 'of the network'],
    ['https', '127.0.0.1', 'of the network'],
    ['http', '127.0.0.3', 'behind the proxy'],
    ['https', '127.0.0.3', 'behind the proxy'],
  ])('over %s at %s, %s', (scheme, address) => {
    test.each([
      ['proxied.test', PROOF.path, '200 proof'],
      ['proxied.test', '/', '404'],
      ['proxied.test', `${PROOF.path}?x`, '404'],
      ['proxied-9.wild.test', PROOF.path, '200 proof'],
    ])('answers %s%s with %s', async (name, path, expected) => {
      map('proxied.test');
      internet.tell('*.wild.test', 'proxied');
      expect(await get(name, address, scheme, path)).toBe(expected);
    });
  });

  test('gives the proof under the names of the network too, and under none that nobody has begun', async () => {
    expect(await get('SITE.network.test:8080', '127.0.0.1', 'http')).toBe('200 proof');
    expect(await get('network.test', '127.0.0.1', 'https')).toBe('200 proof');
    expect(await get('stranger.test', '127.0.0.1', 'http')).toBe('404');
    expect(await get('stranger.test', '127.0.0.1', 'https')).toBe('404');
  });

  test('of the old host is not there', async () => {
    map('elsewhere.test');
    expect(await get('elsewhere.test', '127.0.0.2', 'http')).toBe('refused');
  });
});

describe('a proxied domain', () => {
  test('leads to the proxy alone, which has a certificate for it', async () => {
    map('proxied.test');
    clock.advance(600);
    expect(await lookUp('proxied.test')).toEqual(alike('127.0.0.3'));
    expect(await lookUp('proxied.test', 'AAAA')).toEqual(alike('ENODATA'));
    expect(await certificateNames('proxied.test', '127.0.0.3')).toBe('DNS:proxied.test');
  });

  test('is the only one that the proxy has a certificate for', async () => {
    map('shop.example.test');
    await expect(certificateNames('shop.example.test', '127.0.0.3')).rejects.toThrow(/unrecognized name/);
  });
});
