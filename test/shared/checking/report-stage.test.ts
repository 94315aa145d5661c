import { expect, test } from '@jest/globals';
import type { FollowUp } from '../../../shared/checking/check-result.ts';
import { reportStage } from '../../../shared/checking/report-stage.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import type { SettledStage } from '../../../shared/mapping/mapping.ts';
import type { Services } from '../../../shared/setup/services.ts';
import type { Wish } from '../../../shared/wordpress/one-domain.ts';
import { NOW, watching } from '../../support/watching.ts';
import { dnsEvidence, found, OLD, zoneSaying } from '../diagnosis/dns-scenes.ts';

const MAPPED: Wish = { kind: 'mapped', heardAt: NOW };

test.each<[string, SettledStage, SettledStage, Wish, string[]]>([
  ['a lost domain, where the plugin keeps it served', 'done', 'failed', { ...MAPPED, done: 7 }, ['failed']],
  ['a lost certificate, where it does', 'done', 'ssl-failed', { ...MAPPED, done: 0 }, ['ssl-failed']],
  ['a lost domain, to the plugin of the version before', 'done', 'failed', MAPPED, []],
  ['a lost domain, where nobody answers', 'done', 'failed', { kind: 'unanswered', reason: 'down' }, []],
  ['a domain that is done after all, to any plugin', 'failed', 'done', MAPPED, ['done']],
  ['what is as it was known', 'done', 'done', { ...MAPPED, done: 7 }, []],
])('the daily check tells %s', async (_what, known, stage, wish, told) => {
  const reports: string[] = [];
  const services = {
    wordpress: {
      wishFor: async () => wish,
      report: async (report: { stage: string }) => {
        reports.push(report.stage);
        return { kind: 'taken' };
      },
    },
    now: () => NOW,
  } as unknown as Services;
  const followUp: FollowUp = { outcome: 'finished', stage };
  await reportStage(services, watching(known), followUp, [], 'It was found so.');
  expect(reports).toEqual(told);
});

test('WordPress is told at which provider it is to be done, and what is typed there', async () => {
  const told: string[] = [];
  const services = {
    wordpress: {
      wishFor: async () => ({ ...MAPPED, done: 7 }),
      report: async ({ message }: { message: string }) => {
        told.push(message);
        return { kind: 'taken' };
      },
    },
    now: () => NOW,
  } as unknown as Services;
  const zone = zoneSaying(found(OLD));
  if (zone.kind !== 'found') throw new Error('the zone is found');
  const servers = zone.servers.map((server) => ({ ...server, name: 'ada.ns.cloudflare.com' }));
  const problems = dnsProblems(dnsEvidence([found(OLD)], { zone: { ...zone, servers } }));
  const followUp: FollowUp = { outcome: 'finished', stage: 'failed' };
  await reportStage(services, watching('done'), followUp, problems, 'It was found so.');
  expect(told).toEqual([expect.stringContaining('kept at Cloudflare.')]);
  expect(told[0]).toContain('network.example into the field “Target”');
  // The plugin keeps so many characters.
  expect(told[0]?.length).toBeLessThanOrEqual(2_000);
});
