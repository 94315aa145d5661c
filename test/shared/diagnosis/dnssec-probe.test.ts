import { afterEach, describe, expect, test } from '@jest/globals';
import { createDnssecProbe } from '../../../shared/diagnosis/dnssec-probe.ts';
import type { DnssecEvidence } from '../../../shared/diagnosis/evidence.ts';
import { createDnsCheck } from '../../../shared/dns/check.ts';
import { domain } from '../../support/net-domain.ts';
import { FAILURE, knowing, nameServers, REFUSAL, type Sayings } from './dns-names.ts';

const SHOP = domain('shop.example.test');
/** For resolvers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For one that stays silent. */
const SHORT = 400;

const servers = nameServers();

afterEach(() => servers.closeAll());

const known = knowing({ [`${SHOP} A`]: ['203.0.113.7'] });
const failing: Sayings = () => FAILURE;
/** Says the one with validation, and the other without. */
const validating =
  (checked: Sayings, unchecked: Sayings): Sayings =>
  (asked) =>
    (asked.checked ? checked : unchecked)(asked);

/** Makes a report through these resolvers, and looks on from there. */
async function lookThrough(sayings: readonly Sayings[], timeout = PATIENT) {
  const asked = await Promise.all(sayings.map((one) => servers.start(one)));
  const dns = createDnsCheck({ resolvers: asked, networkAddresses: [], timeout, now: () => new Date(0) });
  const report = await dns.report(SHOP, undefined);
  const evidence = await createDnssecProbe({ resolvers: asked, timeout }).dnssecOf(report);
  const unchecked = asked.map((resolver) => resolver.asked.filter(({ checked }) => !checked));
  return { evidence, unchecked };
}

describe('validation', () => {
  test.each<readonly [string, Sayings[], DnssecEvidence]>([
    ['fails if there are addresses without it', [validating(failing, known)], 'failing'],
    ['fails if there is no such name without it', [validating(failing, knowing({}))], 'failing'],
    [
      'fails if there are no records without it',
      [validating(failing, knowing({ [`${SHOP} TXT`]: [] }))],
      'failing',
    ],
    ['fails at one resolver of three', [known, validating(failing, known), failing], 'failing'],
    ['is not the cause if the resolver fails without it too', [failing, failing], 'not-the-cause'],
    [
      'is not the cause if the resolver refuses without it',
      [validating(failing, () => REFUSAL)],
      'not-the-cause',
    ],
    [
      'is not the cause if aliases lead in a circle',
      [validating(failing, () => ({ code: 0, records: [{ type: 'CNAME', name: SHOP, data: SHOP }] }))],
      'not-the-cause',
    ],
    ['is not asked about if all resolvers answer', [known, knowing({})], 'not-asked'],
    ['is not asked about if a resolver refuses', [validating(() => REFUSAL, known), known], 'not-asked'],
  ])('%s', async (_, sayings, evidence) => {
    expect((await lookThrough(sayings)).evidence).toBe(evidence);
  });

  test('is not asked about if a resolver is silent', async () => {
    expect((await lookThrough([validating(() => 'silence', known)], SHORT)).evidence).toBe('not-asked');
  });

  test('is not the cause if a resolver is silent without it', async () => {
    expect((await lookThrough([validating(failing, () => 'silence')], SHORT)).evidence).toBe('not-the-cause');
  });

  test('is asked about where it may have failed, and nowhere else', async () => {
    const { unchecked } = await lookThrough([known, failing, () => REFUSAL]);
    expect(unchecked.map((asked) => asked.map(({ name, type }) => `${name} ${type}`))).toEqual([
      [],
      [`${SHOP} A`, `${SHOP} AAAA`],
      [],
    ]);
  });
});
