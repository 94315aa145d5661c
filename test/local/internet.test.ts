import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Internet, startInternet } from '../../local/internet/internet.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';

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
async function certificateNames(servername: string): Promise<string> {
  const socket = connect({
    host: '127.0.0.1',
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
  expect(await lookUp('stray-ipv6.example.test', 'AAAA')).toEqual(alike('2001:db8::10'));
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
