import { describe, expect, test } from '@jest/globals';
import { readRows } from '../../../shared/wordpress/domain-row.ts';

const ROW = {
  domain: 'shop.example.com',
  site_id: 2,
  wanted: 'mapped',
  stage: 'done',
  updated_at: '2026-01-05T09:00:00Z',
};
const READ = {
  domain: 'shop.example.com',
  siteId: 2,
  wanted: 'mapped',
  stage: 'done',
  updatedAt: new Date('2026-01-05T09:00:00Z'),
  // Of a plugin that does not tell, what is done is believed to need no alias where its network could serve it without.
  notNeeded: true,
};

describe('a row is read', () => {
  test.each<[string, object, object]>([
    ['as WordPress gives it', {}, {}],
    ['with a site in digits', { site_id: '7' }, { siteId: 7 }],
    ['with no site', { site_id: 0 }, { siteId: 0 }],
    ['that is removed', { wanted: 'removed' }, { wanted: 'removed' }],
    [
      'with its name in the normal form',
      { domain: 'Bücher.Example.com.' },
      { domain: 'xn--bcher-kva.example.com' },
    ],
    ['of a wildcard', { domain: '*.example.com' }, { domain: '*.example.com' }],
    ['without a stage', { stage: null }, { stage: undefined, notNeeded: false }],
    [
      'with a stage that nobody here knows',
      { stage: 'ready-without-ssl' },
      { stage: undefined, notNeeded: false },
    ],
    ['with a stage that is no text', { stage: { is: 'done' } }, { stage: undefined, notNeeded: false }],
    [
      'of a site’s own network',
      { network_domain: 'Second.Example.org' },
      { networkDomain: 'second.example.org' },
    ],
    ['that needs an alias', { not_needed: false }, { notNeeded: false }],
    ['that needs none, whatever its stage', { not_needed: true, stage: 'failed' }, { stage: 'failed' }],
    ['whose network cannot be read', { network_domain: '*.x' }, {}],
    ['with more than it needs', { message: 'It is done.', wished_at: 'x' }, {}],
  ])('%s', (_what, given, expected) => {
    expect(readRows([{ ...ROW, ...given }])).toEqual({ rows: [{ ...READ, ...expected }], badRows: [] });
  });
});

describe('a row is a bad one, with its name and the reason,', () => {
  const LONG = `${'a'.repeat(300)}.example.com`;

  test.each<[string, unknown, string, RegExp]>([
    [
      'where it wants nothing',
      { ...ROW, wanted: 'paused' },
      ROW.domain,
      /^wanted must be mapped or removed$/,
    ],
    ['without a site', { ...ROW, site_id: null }, ROW.domain, /^site_id must be a whole number$/],
    ['with a site below 0', { ...ROW, site_id: -1 }, ROW.domain, /^site_id /],
    ['without a time', { ...ROW, updated_at: null }, ROW.domain, /^updated_at must be a time$/],
    ['with a time of MySQL', { ...ROW, updated_at: '0000-00-00 00:00:00' }, ROW.domain, /^updated_at /],
    ['whose name is none', { ...ROW, domain: 'localhost' }, 'localhost', /^domain is not a domain: /],
    ['whose name is too long to show', { ...ROW, domain: LONG }, LONG.slice(0, 253), /^domain /],
    ['without a name', { ...ROW, domain: undefined }, 'a row without a name', /^domain /],
    ['with several faults', { ...ROW, wanted: 1, site_id: 'x' }, ROW.domain, /^site_id .*; wanted /],
    ['that is text', 'shop.example.com', 'a row without a name', /^the row /],
    ['that is nothing', null, 'a row without a name', /^the row /],
  ])('%s', (_what, row, name, reason) => {
    expect(readRows([row])).toEqual({ rows: [], badRows: [{ name, reason: expect.stringMatching(reason) }] });
  });
});

test('a bad row says nothing of those around it', () => {
  const { rows, badRows } = readRows([
    ROW,
    { ...ROW, domain: 'a..b' },
    { ...ROW, domain: 'blog.example.com' },
  ]);
  expect(rows.map(({ domain }) => domain)).toEqual(['shop.example.com', 'blog.example.com']);
  expect(badRows.map(({ name }) => name)).toEqual(['a..b']);
});
