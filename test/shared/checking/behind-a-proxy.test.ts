import { describe, expect, test } from '@jest/globals';
import { checkCertificate, checkDns } from '../../../shared/checking/check-domain.ts';
import { checkDaily } from '../../../shared/checking/daily-check.ts';
import { createClosteList } from '../../../shared/closte/list.ts';
import type { DeadEnd, DnsEvidence, OriginResult } from '../../../shared/diagnosis/evidence.ts';
import type { LogEntry } from '../../../shared/logging/entry.ts';
import type { SettledStage, WatchingVisit } from '../../../shared/mapping/mapping.ts';
import { firstVisit } from '../../../shared/mapping/state-machine.ts';
import type { Services } from '../../../shared/setup/services.ts';
import { statusOf } from '../../../shared/status/compose.ts';
import { gather } from '../../../shared/status/gather.ts';
import { domain } from '../../support/net-domain.ts';
import { createWorld } from '../../support/world.ts';
import { certificateEvidence, NOW, shown } from '../diagnosis/certificate-scenes.ts';
import { arrived, arrivedByHalf, CLOUDFLARE, dnsEvidence, found } from '../diagnosis/dns-scenes.ts';

const SHOP = domain('shop.example.com');
const NETWORK = domain('network.example');
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

const INVALID: DeadEnd = { kind: 'answered', over: 'https', status: 526, location: undefined };
const WHOLE = [arrived(CLOUDFLARE)];
const HALF = [arrivedByHalf(CLOUDFLARE, INVALID)];
const PARTLY_HALF = [
  arrivedByHalf(CLOUDFLARE, INVALID),
  { address: '2606:4700::1', result: { kind: 'no-route' } } as const,
];

/** A domain behind a proxy with a good certificate of its own, over which each look finds the next of these. */
function servicesBehindProxy(...looks: readonly (readonly OriginResult[])[]): Services {
  const nature = { closteDown: [], closteRefuses: [], dnsRightFrom: 0, certificateRightFrom: 0 };
  const { services } = createWorld(nature, () => 'none');
  let looked = 0;
  const evidence = (): DnsEvidence =>
    dnsEvidence([found(CLOUDFLARE)], { originResults: looks[Math.min(looked++, looks.length - 1)] ?? [] });
  const reports = certificateEvidence([shown()]).reports.map((report) => ({
    ...report,
    address: CLOUDFLARE,
  }));
  return {
    ...services,
    dns: { ...services.dns, report: async () => dnsEvidence([found(CLOUDFLARE)]).report },
    probes: { ...services.probes, dns: async () => evidence() },
    certificates: { report: async () => reports },
    closteList: createClosteList(
      { listDomains: async () => ({ kind: 'list', domains: new Set([SHOP]) }) },
      () => NOW,
    ),
    now: () => NOW,
  };
}

const mapping = {
  id: 'msg_1',
  domain: SHOP,
  siteId: 2,
  networkDomain: NETWORK,
  interval: 300,
  aliased: true,
  mappedAt: LONG_AGO,
};
const visitOf = (stage: 'checking-dns' | 'checking-ssl-cert') => firstVisit(mapping, stage, LONG_AGO);
const watching = (known: SettledStage): WatchingVisit => ({
  mapping,
  stage: 'watching',
  visit: 1,
  stageStartedAt: NOW,
  known,
});
const scheduled = {
  stage: 'checking-ssl-cert',
  visit: 2,
  task: 'x',
  scheduled_for: NOW.toISOString(),
} as const;
const inLog = (entries: readonly LogEntry[]) => entries.map(({ event }) => event);

describe('a visit for the DNS', () => {
  test.each([
    ['whole', WHOLE],
    ['half', HALF],
  ])('is content with a proof that is %s: the certificate may still be to come', async (_, results) => {
    expect((await checkDns(servicesBehindProxy(results), visitOf('checking-dns'))).finding).toBe('right');
  });
});

describe('a visit for the certificate', () => {
  test('says that it is done if HTTPS arrives', async () => {
    const { finding, tell } = await checkCertificate(
      servicesBehindProxy(WHOLE),
      visitOf('checking-ssl-cert'),
    );
    expect(finding).toBe('right');
    expect(inLog(tell({ outcome: 'finished', stage: 'done' }))).toEqual(['certificate.ready', 'domain.done']);
  });

  test.each([
    ['HTTP arrives alone', HALF],
    ['HTTP arrives alone, beside an address to which there is no way', PARTLY_HALF],
    ['HTTPS arrives through one address of two', [arrived('104.16.1.3'), ...HALF]],
  ])('does not say so if %s', async (_, results) => {
    const seen = await checkCertificate(servicesBehindProxy(results), visitOf('checking-ssl-cert'));
    expect(seen.finding).toBe('not-yet');
    expect(seen.problems.map(({ code }) => code)).toEqual(['https-behind-a-proxy']);
    const [entry] = seen.tell({ outcome: 'waiting', next: visitOf('checking-ssl-cert'), at: NOW, scheduled });
    expect(entry).toMatchObject({
      event: 'certificate.pending',
      message: expect.stringContaining(
        `is not reached over HTTPS yet (no-https): ${CLOUDFLARE} shows a good certificate; through ${CLOUDFLARE}: arrived, but not over HTTPS as it should (HTTP 526 over https).`,
      ),
      fields: { problem: 'no-https' },
    });
    const [failed] = seen.tell({ outcome: 'finished', stage: 'ssl-failed' });
    expect(failed?.message).toContain('it was not reached over HTTPS within');
  });
});

describe('a daily check', () => {
  const daily = async (known: SettledStage, ...looks: readonly (readonly OriginResult[])[]) => {
    const seen = await checkDaily(servicesBehindProxy(...looks), watching(known));
    return [seen.finding, ...inLog(seen.tell({ outcome: 'finished', stage: 'done' }))];
  };

  test('finds a domain as it was if HTTPS arrives', async () => {
    expect(await daily('done', WHOLE)).toEqual(['right', 'domain.watched']);
  });

  test('finds it lost if HTTP arrives alone, twice', async () => {
    expect(await daily('done', HALF)).toEqual(['certificate-wrong', 'certificate.lost']);
    expect(await daily('done', HALF, WHOLE)).toEqual(['right', 'domain.watched']);
  });

  test('says that its proxy is to blame', async () => {
    const seen = await checkDaily(servicesBehindProxy(HALF), watching('done'));
    const [entry] = seen.tell({ outcome: 'finished', stage: 'done' });
    expect(entry?.message).toContain('was reached over HTTPS and is not now (no-https): ');
    expect(entry?.message).toContain('Its proxy still leads here');
  });

  test('does not find one mended over which HTTP arrives alone', async () => {
    expect(await daily('ssl-failed', HALF)).toEqual(['not-yet', 'domain.watched']);
    expect(await daily('ssl-failed', WHOLE)).toEqual(['right', 'domain.done']);
  });
});

describe('the page', () => {
  const verdict = async (results: readonly OriginResult[]) =>
    statusOf(await gather(servicesBehindProxy(results), SHOP, [NETWORK]));

  test('says ready if HTTPS arrives', async () => {
    expect(await verdict(WHOLE)).toMatchObject({
      verdict: { kind: 'ready' },
      problems: [{ code: 'behind-a-proxy' }],
    });
  });

  test('says what is to be done if HTTP arrives alone', async () => {
    const { verdict: told, problems, timeline } = await verdict(HALF);
    expect(told).toEqual({ kind: 'action-needed' });
    expect(problems.map(({ code, severity }) => `${code}: ${severity}`)).toContain(
      'https-behind-a-proxy: fatal',
    );
    expect(problems.map(({ code }) => code)).not.toContain('behind-a-proxy');
    expect(timeline.find(({ step }) => step === 'certificate')?.state).not.toBe('done');
  });
});
