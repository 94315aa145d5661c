import { expect, test } from '@jest/globals';
import type { FollowUp } from '../../../shared/checking/check-result.ts';
import { reportStage } from '../../../shared/checking/report-stage.ts';
import type { SettledStage } from '../../../shared/mapping/mapping.ts';
import type { Services } from '../../../shared/setup/services.ts';
import type { Wish } from '../../../shared/wordpress/one-domain.ts';
import { NOW, watching } from '../../support/watching.ts';

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
