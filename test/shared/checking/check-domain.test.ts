import { describe, expect, test } from '@jest/globals';
import type { Handshake } from '../../../shared/certificate/verdict.ts';
import { runCheck } from '../../../shared/checking/run-check.ts';
import type { LookUp } from '../../../shared/dns/look-up.ts';
import { dnsReport } from '../../../shared/dns/verdict.ts';
import type { Visit } from '../../../shared/mapping/mapping.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';
import type { Services } from '../../../shared/setup/services.ts';
import { toBoth } from '../../support/look-ups.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld, visitOf } from '../../support/world.ts';
import {
  arrived,
  CLOUDFLARE,
  elsewhere,
  failed,
  found,
  IPV4,
  IPV6,
  OLD,
  RIGHT,
  split,
  TARGET,
} from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');

/** A world in which three resolvers say so of the shop, and every address shows a good certificate, or this. */
function worldOf(answers: readonly LookUp[], handshake?: Handshake, origins: readonly string[] = []) {
  const world = createWorld(
    { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 },
    () => 'none',
  );
  world.aliases.add(SHOP);
  const connected: string[] = [];
  const services: Services = {
    ...world.services,
    get wordpress() {
      return world.services.wordpress;
    },
    dns: {
      report: async (name) =>
        dnsReport(
          name,
          TARGET,
          answers.map((lookUp, index) => ({ resolver: `192.0.2.${index}`, lookUp })),
        ),
    },
    certificates: {
      async report(name, as, addresses) {
        connected.push(...addresses);
        const [good] = await world.services.certificates.report(name, as, addresses);
        if (good === undefined) throw new Error('no report');
        return addresses.map((address) =>
          handshake === undefined
            ? { ...good, address }
            : {
                address,
                handshake,
                problem: handshake.kind === 'no-route' ? ('no-route' as const) : ('timeout' as const),
              },
        );
      },
    },
    probes: {
      ...world.services.probes,
      dns: async (name, network, report) => ({
        ...(await world.services.probes.dns(name, network, report)),
        originResults: [CLOUDFLARE, OLD]
          .filter((address) =>
            report.resolvers.some(({ lookUp }) => JSON.stringify(lookUp).includes(address)),
          )
          .map((address) => (origins.includes(address) ? arrived(address) : elsewhere(address))),
      }),
    },
  };
  const mapping = {
    id: 'evt_1',
    domain: SHOP,
    siteId: 2,
    networkDomain: domain('network.example'),
    interval: 300,
    aliased: true,
    mappedAt: services.now(),
  };
  const visit = (stage: 'checking-dns' | 'checking-ssl-cert') =>
    runCheck(services, world.log, firstVisit(mapping, stage, services.now()));
  const go = (next: Visit) => runCheck(services, world.log, next);
  return { ...world, visit, go, connected, events: () => world.entries.map(({ event }) => event.event) };
}

describe('what is called done was seen right in that very visit:', () => {
  test('DNS that leads elsewhere again goes back to its own stage, whatever certificate is there', async () => {
    const { visit, connected, events } = worldOf([found(OLD)]);
    expect(await visit('checking-ssl-cert')).toMatchObject({
      outcome: 'advanced',
      next: { stage: 'checking-dns', round: 2 },
    });
    expect([connected, events()]).toEqual([[], ['dns.pending']]);
  });

  test.each<readonly [string, readonly LookUp[]]>([
    ['partly', [found(IPV4, OLD)]],
    ['an old A record beside an alias to the network', [split(found(OLD), RIGHT)]],
  ])('so does DNS that is right in part: %s', async (_, answers) => {
    const { visit, events } = worldOf(answers);
    expect(await visit('checking-ssl-cert')).toMatchObject({ next: { stage: 'checking-dns' } });
    expect(events()).toEqual(['dns.pending']);
  });

  test('DNS that nobody can see just now waits', async () => {
    const { visit } = worldOf([failed('timeout')]);
    expect(await visit('checking-ssl-cert')).toMatchObject({
      outcome: 'waiting',
      next: { stage: 'checking-ssl-cert' },
    });
  });

  test('all right is done', async () => {
    const { visit, events } = worldOf([RIGHT]);
    expect(await visit('checking-ssl-cert')).toEqual({ outcome: 'finished', stage: 'done' });
    expect(events()).toEqual(['certificate.ready', 'domain.done']);
  });
});

describe('the certificate is looked for at the addresses of those who see the domain right:', () => {
  test.each<readonly [string, readonly LookUp[], readonly string[], readonly string[]]>([
    ['all', [RIGHT, RIGHT, RIGHT], [], [IPV4, IPV6]],
    ['not at what one still remembers', [RIGHT, RIGHT, found(OLD)], [], [IPV4, IPV6]],
    [
      'not at what one still remembers beside a proxy',
      [found(CLOUDFLARE), found(CLOUDFLARE), found(OLD)],
      [CLOUDFLARE],
      [CLOUDFLARE],
    ],
    [
      'of one of whose questions fails, at those of the other',
      [split(found(IPV4), failed('server-failure'))],
      [],
      [IPV4],
    ],
  ])('%s', async (_, answers, origins, addresses) => {
    const { visit, connected } = worldOf(answers, undefined, origins);
    expect(await visit('checking-ssl-cert')).toMatchObject({ outcome: 'finished', stage: 'done' });
    expect(connected).toEqual(addresses);
  });
});

test('one of the two questions that fails does not hold up what the other shows to be right', async () => {
  const { visit, entries } = worldOf([split(found(IPV4), failed('server-failure'))]);
  expect(await visit('checking-dns')).toMatchObject({
    outcome: 'advanced',
    next: { stage: 'checking-ssl-cert' },
  });
  expect(entries.map(({ event }) => event)).toMatchObject([
    {
      event: 'dns.ready',
      message: expect.stringContaining('no answer (server-failure) for AAAA'),
      fields: { resolvers: [{ answer: 'answer', a: {}, aaaa: { failure: 'server-failure' } }] },
    },
  ]);
});

describe('a certificate to which there is no way from here', () => {
  const ipv6Only = toBoth({ kind: 'addresses', chain: [], addresses: [IPV6], ttl: 60 });

  test('is told as that, costs no patience, and is never a failure', async () => {
    const world = worldOf([ipv6Only], { kind: 'no-route' });
    const hour = 60 * 60;
    await world.visit('checking-ssl-cert');
    for (let hours = 1; hours <= 26; hours += 1) {
      const [task] = world.pending();
      expect(task?.at).toBe(hours * hour);
      if (task === undefined) break;
      world.advanceTo(task.at);
      world.complete(task.name);
      await world.go(visitOf(task.payload));
    }
    const { event } = world.entries.at(-1) ?? {};
    expect(event).toMatchObject({
      event: 'certificate.pending',
      message: expect.stringContaining('cannot be seen from here'),
      fields: { problem: 'no-route', problems: [{ code: 'no-https', severity: 'warning' }] },
    });
  });

  test('is one that fails, if there is a way and no answer', async () => {
    const world = worldOf([ipv6Only], { kind: 'timeout' });
    await world.visit('checking-ssl-cert');
    expect(world.entries.at(-1)?.event).toMatchObject({ fields: { problem: 'timeout' } });
  });
});
