import { expect, test } from '@jest/globals';
import type { DomainName } from '../../shared/domain/name.ts';
import { HOUR, MINUTE } from '../../simulate/assumptions.ts';
import type { Month } from '../../simulate/plan.ts';
import { aliasesLeftByTheirs, endsOfTheirs } from '../../simulate/ultimate-multisite.ts';

const DOMAIN = 'shop.example' as DomainName;
const NEVER = Number.POSITIVE_INFINITY;
const OUTAGE = [10 * HOUR, 12 * HOUR] as const;

function monthOf(at: number, dns: number, certificate: number, removedAfter?: number): Month {
  return {
    span: [0, 24 * HOUR],
    settled: [],
    arrivals: [
      { isImported: false, domain: DOMAIN, at, dnsRightAt: at + dns, certificateTakes: certificate },
    ],
    removals: removedAfter === undefined ? [] : [{ domain: DOMAIN, at: at + removedAfter }],
    outage: OUTAGE,
    importedAt: 0,
  };
}

// It looks at the DNS at 0, 5, … 25 minutes, and at the certificate as often as 21 times from the look that
// found that.
test.each([
  ['all is right at once', 0, 0, 0, 'done', 0],
  ['a certificate after 7 minutes', 0, 0, 7, 'done', 10],
  ['DNS after 11 minutes', 0, 11, 7, 'done', 20],
  ['DNS at the last look', 0, 25, 5, 'done', 30],
  ['DNS a minute after the last look', 0, 26, 5, 'lost-dns', 25],
  ['no DNS at all', 0, NEVER, 5, 'never-pointed', 25],
  ['a certificate at the last look', 0, 0, 100, 'done', 100],
  ['a certificate a minute after it', 0, 0, 101, 'lost-certificate', 100],
  ['in the outage', 11 * 60, 0, 5, 'lost-alias', 100],
  ['in the outage, DNS late', 11 * 60, 26, 5, 'lost-alias', 25],
  ['in the outage, no DNS at all', 11 * 60, NEVER, 5, 'never-pointed', 25],
  ['when the outage begins', 10 * 60, 0, 5, 'lost-alias', 100],
  ['when it is over', 12 * 60, 0, 5, 'done', 5],
])('%s', (_name, at, dns, certificate, outcome, minutes) => {
  const month = monthOf(at * MINUTE, dns * MINUTE, certificate * MINUTE);
  expect(endsOfTheirs(month)).toEqual([{ outcome, took: minutes * MINUTE }]);
});

test.each([
  ['before it is done', 4, 'taken-back'],
  ['after it is done', 11, 'done'],
])('a mapping that is removed %s', (_name, minutes, outcome) => {
  expect(endsOfTheirs(monthOf(0, 0, 7 * MINUTE, minutes * MINUTE))).toMatchObject([{ outcome }]);
});

test('a removal in the outage leaves its alias behind, one before or after it does not', () => {
  const removals = [9.9, 10, 11.9, 12].map((hour) => ({ domain: DOMAIN, at: hour * HOUR }));
  expect(aliasesLeftByTheirs({ removals, outage: OUTAGE })).toBe(2);
});
