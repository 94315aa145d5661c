import { afterEach, describe, expect, test } from '@jest/globals';
import { createDnssecProbe } from '../../../shared/diagnosis/dnssec-probe.ts';
import type { DnssecEvidence } from '../../../shared/diagnosis/evidence.ts';
import { createDnsCheck, labelOf } from '../../../shared/dns/check.ts';
import { domain } from '../../support/net-domain.ts';
import { FAILURE, knowing, nameServers, REFUSAL, type Said, type Sayings } from './dns-names.ts';

const SHOP = domain('shop.example.test');
const ZONE = 'example.test';
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
  return { evidence, unchecked, labels: asked.map(labelOf) };
}

/** Says one thing after the other to the questions after A, and fails at those after AAAA. */
function turning(...said: readonly Said[]): Sayings {
  const left = [...said];
  return ({ type }) => (type === 'A' ? (left.shift() ?? FAILURE) : FAILURE);
}

/** Fails from the first question to the last but so many, which it answers. */
function failingBut(answered: readonly number[], otherwise: Sayings): Sayings {
  let count = 0;
  return (asked) => {
    if (asked.type !== 'A') return otherwise(asked);
    count += 1;
    return answered.includes(count) ? otherwise(asked) : FAILURE;
  };
}

const NOT_THE_CAUSE: DnssecEvidence = { kind: 'not-the-cause' };
const NOT_ASKED: DnssecEvidence = { kind: 'not-asked' };

describe('validation', () => {
  test.each<readonly [string, Sayings[], readonly number[]]>([
    ['if there are addresses without it', [validating(failing, known)], [0]],
    ['if there is no such name without it', [validating(failing, knowing({}))], [0]],
    ['if there are no records without it', [validating(failing, knowing({ [`${SHOP} TXT`]: [] }))], [0]],
    ['at one resolver of three', [known, validating(failing, known), failing], [1]],
    ['at two of three', [validating(failing, known), known, validating(failing, known)], [0, 2]],
    [
      'of one kind of addresses alone',
      [validating((asked) => (asked.type === 'AAAA' ? FAILURE : known(asked)), known)],
      [0],
    ],
  ])('fails %s', async (_, sayings, failingAt) => {
    const { evidence, labels } = await lookThrough(sayings);
    expect(evidence).toEqual({ kind: 'failing', at: failingAt.map((index) => labels[index]) });
  });

  test.each<readonly [string, Sayings[], DnssecEvidence]>([
    ['is not the cause if the resolver fails without it too', [failing, failing], NOT_THE_CAUSE],
    [
      'is not the cause if the resolver refuses without it',
      [validating(failing, () => REFUSAL)],
      NOT_THE_CAUSE,
    ],
    [
      'is not the cause if aliases lead in a circle',
      [validating(failing, () => ({ code: 0, records: [{ type: 'CNAME', name: SHOP, data: SHOP }] }))],
      NOT_THE_CAUSE,
    ],
    ['is not the cause of a failure that passes at once', [failingBut([2], known)], NOT_ASKED],
    [
      'is not the cause of one that has passed by the time it is left out',
      [failingBut([3, 4], known)],
      NOT_THE_CAUSE,
    ],
    [
      'is not the cause of one that leads to a refusal',
      [validating(turning(FAILURE, FAILURE, REFUSAL), known)],
      NOT_THE_CAUSE,
    ],
    ['is not asked about if all resolvers answer', [known, knowing({})], NOT_ASKED],
    ['is not asked about if a resolver refuses', [validating(() => REFUSAL, known), known], NOT_ASKED],
  ])('%s', async (_, sayings, evidence) => {
    expect((await lookThrough(sayings)).evidence).toEqual(evidence);
  });

  test('is not asked about if a resolver is silent', async () => {
    const { evidence } = await lookThrough([validating(() => 'silence', known)], SHORT);
    expect(evidence).toEqual(NOT_ASKED);
  });

  test('is not the cause if a resolver is silent without it', async () => {
    const { evidence } = await lookThrough([validating(failing, () => 'silence')], SHORT);
    expect(evidence).toEqual(NOT_THE_CAUSE);
  });

  const probed = async (sayings: readonly Sayings[]) => {
    const asked = await Promise.all(sayings.map((one) => servers.start(one)));
    const dns = createDnsCheck({
      resolvers: asked,
      networkAddresses: [],
      timeout: PATIENT,
      now: () => new Date(0),
    });
    const report = await dns.report(SHOP, undefined);
    const probe = createDnssecProbe({ resolvers: asked, timeout: PATIENT });
    const before = asked.map((resolver) => resolver.asked.length);
    const evidence = await probe.dnssecOfZone(report, ZONE, PATIENT);
    const more = asked.map((resolver, index) => resolver.asked.length - (before[index] ?? 0));
    return { evidence, labels: asked.map(labelOf), more };
  };
  const DS: Said = {
    code: 0,
    records: [
      {
        type: 'DS',
        name: ZONE,
        data: { keyTag: 4711, algorithm: 13, digestType: 2, digest: Buffer.from('abcd', 'hex') },
      },
    ],
  };
  /** Fails at the name, whatever is asked of it, and says this of the zone. */
  const atZone =
    (said: Sayings): Sayings =>
    (asked) =>
      asked.type === 'DS' ? DS : asked.name === ZONE ? said(asked) : FAILURE;
  const zone = knowing({ [`${ZONE} NS`]: ['ns1.dns.test'] });
  /** One thing after the other, of the zone. */
  const inTurn = (...said: readonly Sayings[]): Sayings => {
    const left = [...said];
    return (asked) => (left.shift() ?? failing)(asked);
  };

  test.each<readonly [string, Sayings[], readonly number[], readonly number[]]>([
    [
      'at all resolvers',
      [atZone(validating(failing, zone)), atZone(validating(failing, zone))],
      [0, 1],
      [4, 3],
    ],
    ['at one', [atZone(zone), atZone(validating(failing, zone)), known], [1], [2, 3, 0]],
  ])('fails of the zone where the name has a failure of its own: %s', async (_, sayings, at, more) => {
    const seen = await probed(sayings);
    expect(seen.evidence).toEqual({
      kind: 'failing',
      at: at.map((index) => seen.labels[index]),
      ofZone: ZONE,
      ds: ['4711 13 2 ABCD'],
    });
    expect(seen.more).toEqual(more);
  });

  test.each<readonly [string, Sayings[], DnssecEvidence]>([
    ['if the zone is vouched for', [atZone(zone)], NOT_THE_CAUSE],
    ['if the zone fails without validation too', [atZone(failing)], NOT_THE_CAUSE],
    ['if it is refused without', [atZone(validating(failing, () => REFUSAL))], NOT_THE_CAUSE],
    ['if it has passed by then', [atZone(inTurn(failing, zone, zone))], NOT_THE_CAUSE],
    ['if the name does not fail', [known], NOT_ASKED],
  ])('is not the cause %s', async (_, sayings, evidence) => {
    expect((await probed(sayings)).evidence).toEqual(evidence);
  });

  test('is not looked for in a zone that has no DS records: nobody validates it', async () => {
    const sayings: Sayings = (asked) =>
      asked.type === 'DS' ? known(asked) : validating(failing, zone)(asked);
    const unsigned = (asked: Parameters<Sayings>[0]) => (asked.name === ZONE ? sayings(asked) : FAILURE);
    const { evidence, more } = await probed([unsigned]);
    expect([evidence, more]).toEqual([NOT_THE_CAUSE, [1]]);
  });

  test('is asked about where it may have failed, and nowhere else, by one question', async () => {
    const { unchecked } = await lookThrough([known, failing, () => REFUSAL]);
    expect(unchecked.map((asked) => asked.map(({ name, type }) => `${name} ${type}`))).toEqual([
      [],
      [`${SHOP} A`],
      [],
    ]);
  });
});
