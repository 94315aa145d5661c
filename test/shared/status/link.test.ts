import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { judgeLink, LONGEST_LIFE, makeLink, queryOf } from '../../../shared/status/link.ts';
import { domain } from '../../support/net-domain.ts';

const SECRET = `whsec_${Buffer.from('a key of some length').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('another key').toString('base64')}`;
const SHOP = domain('shop.example.com');
const NOW = new Date('2026-01-05T09:00:00.900Z');
const DAY = 24 * 60 * 60;
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const LINK = makeLink(SECRET, SHOP, NOW, DAY);

test('a link is signed as the plugin signs it', () => {
  const expires = Date.parse('2026-01-06T09:00:00Z') / 1000;
  const signature = createHmac('sha256', 'a key of some length')
    .update(`closte-domain-sync/status/v1\nshop.example.com\n${expires}`)
    .digest('base64url');
  expect(LINK).toEqual({ domain: SHOP, expires, signature });
});

test('the query of a link has what it consists of', () => {
  const link = makeLink(SECRET, domain('*.example.com'), NOW, DAY);
  expect(Object.fromEntries(new URLSearchParams(queryOf(link)))).toEqual({
    domain: '*.example.com',
    expires: String(link.expires),
    signature: link.signature,
  });
});

test('no link is made for longer than 30 days', () => {
  expect(makeLink(SECRET, SHOP, NOW, 365 * DAY)).toEqual(makeLink(SECRET, SHOP, NOW, 30 * DAY));
  expect(LONGEST_LIFE).toBe(30 * DAY);
});

describe('a link', () => {
  test.each([
    ['at once', 0, 'good'],
    ['a second before its end', DAY - 2, 'good'],
    ['at its end', DAY, 'expired'],
    ['a year later', 365 * DAY, 'expired'],
    ['for a clock that is 29 days behind', -28.9 * DAY, 'good'],
    ['for a clock by which it lasts longer than any may', -29.1 * DAY, 'wrong'],
  ])('is %s %s', (_when, seconds, verdict) => {
    expect(judgeLink(SECRET, LINK, later(seconds))).toBe(verdict);
  });

  test.each([
    ['for another domain', { ...LINK, domain: domain('other.example.com') }],
    ['for the wildcard of the domain', { ...LINK, domain: domain('*.shop.example.com') }],
    ['with another end', { ...LINK, expires: LINK.expires + 1 }],
    ['with an end that is no number', { ...LINK, expires: Number.NaN }],
    ['with half a signature', { ...LINK, signature: LINK.signature.slice(0, 20) }],
    ['without a signature', { ...LINK, signature: '' }],
    ['with an end of its own and another key', makeLink(OTHER, SHOP, NOW, DAY)],
  ])('%s is wrong, also when its time is over', (_how, link) => {
    expect(judgeLink(SECRET, link, NOW)).toBe('wrong');
    expect(judgeLink(SECRET, link, later(2 * DAY))).toBe('wrong');
  });
});
