import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, RECURSION_AVAILABLE } from 'dns-packet';
import { createProbes } from '../../../shared/diagnosis/probes.ts';
import { createDnsCheck } from '../../../shared/dns/check.ts';
import { answerKindOf, hasFailed } from '../../../shared/dns/look-up.ts';
import { createDomainConnect } from '../../../shared/providers/domain-connect-probe.ts';
import { gather } from '../../../shared/status/gather.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld } from '../../support/world.ts';
import { FAILURE, knowing, type Names, nameServers, type Sayings, TTL } from '../diagnosis/dns-names.ts';

const NETWORK = domain('network.test');
const MOST = 60;
/** For servers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
const NS = ['ns1.hoster.test', 'ns2.hoster.test', 'ns3.hoster.test', 'ns4.hoster.test', 'ns5.hoster.test'];

const servers = nameServers();

afterEach(() => servers.closeAll());

/** A domain's zone with five name servers, and the network. */
const around: Names = {
  'example.test NS': NS,
  '_domainconnect.example.test TXT': ['connect.hoster.test'],
  'connect.hoster.test A': ['127.0.0.1'],
  ...Object.fromEntries(NS.map((name, index) => [`${name} A`, [`127.0.0.${index + 2}`]])),
  [`${NETWORK} A`]: ['203.0.113.7'],
  'example.test CAA': [{ tag: 'issue', value: 'letsencrypt.org' }],
};
const failing: Sayings = () => FAILURE;
/** Tells one alias at a time, and each leads to another. (With the flag it is told as no answer that is whole.) */
const endless: Sayings = ({ name }) => {
  const hop = Number(/^hop(\d+)\./.exec(name)?.[1] ?? 0) + 1;
  const alias: Answer = { type: 'CNAME', name, ttl: TTL, data: `hop${hop}.example.test` };
  return { code: RECURSION_AVAILABLE, records: [alias] };
};

interface World {
  readonly resolvers: readonly Sayings[];
  /** What all name servers of the zone say. */
  readonly ofZone: Sayings;
}

/** Gathers all about a domain, and counts every question that arrives anywhere. */
async function gatherIn({ resolvers: sayings, ofZone }: World, name: string) {
  const zone: Awaited<ReturnType<typeof servers.start>>[] = [];
  for (const [index] of NS.entries()) {
    zone.push(await servers.start(ofZone, `127.0.0.${index + 2}`, zone[0]?.port ?? 0));
  }
  const resolvers = await Promise.all(sayings.map((each) => servers.start(each)));
  const { services } = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
    () => 'none',
  );
  const dns = createDnsCheck({ resolvers, networkAddresses: [], timeout: PATIENT, now: () => new Date() });
  const probes = createProbes({
    resolvers,
    dnsPort: zone[0]?.port ?? 0,
    httpPort: 1,
    httpsPort: 1,
    allowPrivateAddresses: true,
    webhookSecret: 'whsec_AA==',
    dnsTimeout: PATIENT,
    httpTimeout: PATIENT,
  });
  const domainConnect = createDomainConnect({
    providerId: NETWORK,
    resolvers,
    httpsPort: 1,
    allowPrivateAddresses: true,
  });
  const gathered = await gather({ ...services, dns, probes, domainConnect }, domain(name), [NETWORK]);
  const questions = [...resolvers, ...zone].flatMap(({ asked }) => asked).length;
  return { ...gathered, questions };
}

const answering = (name: string): Sayings => knowing({ ...around, [`${name} A`]: ['127.0.0.1'] });
const deep = (labels: number) => `${'a.'.repeat(labels - 2)}example.test`;

describe('a gathering asks at most 60 questions, all servers counted,', () => {
  const all = (sayings: Sayings): World => ({ resolvers: [sayings, sayings, sayings], ofZone: sayings });

  test.each<readonly [string, number, (name: string) => World]>([
    ['if all is answered', 3, (name) => all(answering(name))],
    ['if nothing is', 3, () => all(failing)],
    [
      'if nobody understands a question, with EDNS or without',
      3,
      () => all(() => ({ code: 1, records: [] })),
    ],
    [
      'if a wildcard leads all elsewhere',
      5,
      () =>
        all(({ name, type }) =>
          knowing({ ...around, [`${name} A`]: ['127.0.0.9'] })({
            name,
            type,
            recursive: true,
            checked: true,
          }),
        ),
    ],
    ['of a name of 120 labels', 120, (name) => all(answering(name))],
    ['of a name of 120 labels at which all fail', 120, () => all(failing)],
    [
      'of a name of 120 labels at which one resolver fails, and all name servers',
      120,
      (name) => ({ resolvers: [failing, answering(name), answering(name)], ofZone: failing }),
    ],
    [
      'of a name of 120 labels that only the last resolver knows',
      120,
      (name) => ({ resolvers: [failing, failing, answering(name)], ofZone: answering(name) }),
    ],
    ['if aliases lead on without an end', 3, () => all(endless)],
    ['of a name of 120 labels whose aliases lead on without an end', 120, () => all(endless)],
    [
      'of ten resolvers',
      8,
      (name) => ({ resolvers: Array.from({ length: 10 }, () => answering(name)), ofZone: failing }),
    ],
  ])('%s', async (_, labels, world) => {
    const { questions } = await gatherIn(world(deep(labels)), deep(labels));
    expect(questions).toBeGreaterThan(10);
    expect(questions).toBeLessThanOrEqual(MOST);
  });
});

describe('they suffice', () => {
  test.each<readonly [string, number, (name: string) => readonly Sayings[]]>([
    ['for an ordinary name', 3, (name) => [answering(name), answering(name), answering(name)]],
    ['for one of which two resolvers know nothing', 4, (name) => [failing, failing, answering(name)]],
    ['for one of 8 labels', 8, (name) => [answering(name), answering(name), answering(name)]],
    [
      'for one of 8 labels at which a resolver fails',
      8,
      (name) => [failing, answering(name), answering(name)],
    ],
  ])('%s', async (_, labels, resolvers) => {
    const name = deep(labels);
    const world = { resolvers: resolvers(name), ofZone: answering(name) };
    const { dns, certificate } = await gatherIn(world, name);
    expect(certificate.caa).toMatchObject({ kind: 'found', at: 'example.test' });
    const { zone } = dns;
    expect(zone).toMatchObject({ kind: 'found', apex: 'example.test' });
    expect(zone.kind === 'found' && zone.servers.map(({ lookUp }) => answerKindOf(lookUp))).toEqual(
      Array(4).fill('answer'),
    );
  });

  test('or nobody is said to fail: what was not asked is not known', async () => {
    const name = deep(8);
    const world = { resolvers: [failing, failing, answering(name)], ofZone: answering(name) };
    const { dns, certificate, questions } = await gatherIn(world, name);
    expect(questions).toBe(MOST);
    const { zone } = dns;
    expect(zone.kind === 'found' ? zone.servers.filter(({ lookUp }) => hasFailed(lookUp)) : []).toEqual([]);
    expect(['found', 'unknown']).toContain(certificate.caa.kind);
  });
});
