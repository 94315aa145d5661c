import { afterEach, describe, expect, test } from '@jest/globals';
import type { CaaData } from 'dns-packet';
import { createCaaProbe } from '../../../shared/diagnosis/caa-probe.ts';
import type { CaaEvidence } from '../../../shared/diagnosis/evidence.ts';
import { domain } from '../../support/net-domain.ts';
import { FAILURE, knowing, type Names, nameServers, REFUSAL, type Sayings } from './dns-names.ts';

const SHOP = domain('shop.example.test');
/** For resolvers that all answer at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For one that stays silent. */
const SHORT = 400;

const servers = nameServers();

afterEach(() => servers.closeAll());

const failing: Sayings = () => FAILURE;
const failingAt =
  (failed: string, otherwise: Names): Sayings =>
  (asked) =>
    asked.name === failed ? FAILURE : knowing(otherwise)(asked);

const issue = (value: string): CaaData => ({ tag: 'issue', value });
const foundAt = (at: string, value: string, ofAliases: Partial<Aliases> = {}): CaaEvidence => ({
  kind: 'found',
  at,
  target: undefined,
  aliases: [],
  ...ofAliases,
  records: [{ flags: 0, tag: 'issue', value }],
});
type Aliases = Pick<Extract<CaaEvidence, { kind: 'found' }>, 'target' | 'aliases'>;

async function lookThrough(resolvers: readonly Sayings[], timeout = PATIENT) {
  const asked = await Promise.all(resolvers.map((sayings) => servers.start(sayings)));
  return { ...createCaaProbe({ resolvers: asked, timeout }), asked };
}

describe('the records that count', () => {
  test.each<readonly [string, Names, CaaEvidence]>([
    ['are none if there are none', { [`${SHOP} A`]: ['203.0.113.7'] }, { kind: 'none' }],
    ['are none if no name exists', {}, { kind: 'none' }],
    ["are the name's", { [`${SHOP} CAA`]: [issue('a.example')] }, foundAt(SHOP, 'a.example')],
    ["are the parent's", { 'example.test CAA': [issue('a.example')] }, foundAt('example.test', 'a.example')],
    ["are the top-level name's", { 'test CAA': [issue('a.example')] }, foundAt('test', 'a.example')],
    [
      'are those of the nearest name that has any',
      { [`${SHOP} CAA`]: [issue(';')], 'example.test CAA': [issue('a.example')] },
      foundAt(SHOP, ';'),
    ],
    [
      'of an alias are those of its target',
      {
        [`${SHOP} CNAME`]: ['www.network.example'],
        'www.network.example CAA': [issue('a.example')],
        'example.test CAA': [issue('b.example')],
      },
      foundAt(SHOP, 'a.example', { target: 'www.network.example', aliases: [SHOP] }),
    ],
    [
      "of an alias are its parent's if its target has none, not those of the target's parent",
      {
        [`${SHOP} CNAME`]: ['www.network.example'],
        'www.network.example A': ['203.0.113.7'],
        'network.example CAA': [issue('a.example')],
        'example.test CAA': [issue('b.example')],
      },
      foundAt('example.test', 'b.example', { aliases: [SHOP] }),
    ],
    [
      "of an alias are its parent's if its target does not exist",
      { [`${SHOP} CNAME`]: ['gone.example'], 'example.test CAA': [issue('b.example')] },
      foundAt('example.test', 'b.example', { aliases: [SHOP] }),
    ],
  ])('%s', async (_, names, evidence) => {
    const { caaFor } = await lookThrough([knowing(names)]);
    expect(await caaFor(SHOP)).toEqual(evidence);
  });

  test('of a wildcard are those of the name under which it stands', async () => {
    const { caaFor, asked } = await lookThrough([knowing({ 'example.test CAA': [issue('a.example')] })]);
    expect(await caaFor(domain('*.example.test'))).toEqual(foundAt('example.test', 'a.example'));
    expect(asked[0]?.asked.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'example.test CAA',
      'test CAA',
    ]);
  });

  test('of a name of 60 labels may be at the top', async () => {
    const known = knowing({ 'test CAA': [issue('a.example')] });
    const { caaFor } = await lookThrough([known, known, known]);
    expect(await caaFor(domain(`${'a.'.repeat(58)}example.test`))).toEqual(foundAt('test', 'a.example'));
  });

  test.each([
    ['8', 'a.b.c.d.e.f.example.test', 'a.b.c.d.e.f.example.test', 8],
    ['9', 'a.b.c.d.e.f.g.example.test', 'test', 8],
  ])('of a name of %s labels are looked for at 8 names', async (_, name, at, questions) => {
    const { caaFor, asked } = await lookThrough([
      knowing({ [`${name} CAA`]: [issue('a.example')], 'test CAA': [issue('a.example')] }),
    ]);
    expect(await caaFor(domain(name))).toEqual(foundAt(at, 'a.example'));
    expect(asked[0]?.asked).toHaveLength(questions);
  });

  test('are told with their tags, values and critical flags', async () => {
    const records: CaaData[] = [
      { flags: 0, tag: 'issue', value: 'letsencrypt.org; validationmethods=dns-01' },
      { flags: 0, tag: 'issuewild', value: '' },
      { flags: 128, tag: 'tbs' as 'issue', value: 'Unknown' },
      { flags: 1, tag: 'iodef', value: 'mailto:caa@example.test' },
    ];
    const { caaFor } = await lookThrough([knowing({ [`${SHOP} CAA`]: records })]);
    expect(await caaFor(SHOP)).toEqual({
      kind: 'found',
      at: SHOP,
      target: undefined,
      aliases: [],
      records: [
        { flags: 0, tag: 'issue', value: 'letsencrypt.org; validationmethods=dns-01' },
        { flags: 0, tag: 'issuewild', value: '' },
        { flags: 128, tag: 'tbs', value: 'Unknown' },
        { flags: 1, tag: 'iodef', value: 'mailto:caa@example.test' },
      ],
    });
  });
});

describe('a failure', () => {
  const parents: Names = { 'example.test CAA': [issue('a.example')] };
  const unknown = { kind: 'unknown', at: SHOP, target: undefined, failure: 'server-failure' } as const;

  test.each<readonly [string, Sayings[], CaaEvidence]>([
    [
      'of one of two resolvers is made good',
      [failing, knowing(parents)],
      foundAt('example.test', 'a.example'),
    ],
    ['of all resolvers is no denial', [failing, failing], unknown],
    [
      'to answer is told as that of the last resolver',
      [failing, () => REFUSAL],
      { ...unknown, failure: 'refused' },
    ],
    ['at the name hides what its parent has', [failingAt(SHOP, parents)], unknown],
    [
      'at the name is made good by another resolver',
      [failingAt(SHOP, parents), knowing(parents)],
      foundAt('example.test', 'a.example'),
    ],
    [
      'above the records that count does not matter',
      [failingAt('test', parents)],
      foundAt('example.test', 'a.example'),
    ],
    [
      'above the name is told where it is',
      [failingAt('example.test', { [`${SHOP} A`]: ['203.0.113.7'] })],
      { ...unknown, at: 'example.test' },
    ],
    [
      'it is if aliases lead in a circle',
      [() => ({ code: 0, records: [{ type: 'CNAME', name: SHOP, data: SHOP }] })],
      unknown,
    ],
  ])('%s', async (_, resolvers, evidence) => {
    const { caaFor } = await lookThrough(resolvers);
    expect(await caaFor(SHOP)).toEqual(evidence);
  });

  /** Fails at the first so many questions for the CAA records of a name. */
  const failingFirst = (times: number, failed: string, otherwise: Names): Sayings => {
    let left = times;
    return (asked) => {
      const fails = asked.name === failed && asked.type === 'CAA' && left > 0;
      if (fails) left -= 1;
      return fails ? FAILURE : knowing(otherwise)(asked);
    };
  };

  test.each<readonly [string, number, CaaEvidence]>([
    ['that passes is none', 1, foundAt('example.test', 'a.example')],
    ['that comes twice is one', 2, unknown],
  ])('%s', async (_, times, evidence) => {
    const { caaFor } = await lookThrough([failingFirst(times, SHOP, parents)]);
    expect(await caaFor(SHOP)).toEqual(evidence);
  });

  const aliasOf = (target: string): Names => ({
    [`${SHOP} CNAME`]: [target],
    [`${target} A`]: ['203.0.113.7'],
  });
  const failingCaaOf =
    (names: readonly string[], otherwise: Names): Sayings =>
    (asked) =>
      asked.type === 'CAA' && names.includes(asked.name) ? FAILURE : knowing(otherwise)(asked);

  test.each<readonly [string, Sayings, string | undefined]>([
    [
      "at an alias' target is told of that",
      failingCaaOf([SHOP, 'www.shop.test'], aliasOf('www.shop.test')),
      'www.shop.test',
    ],
    [
      'at an alias, whose target answers, is told of the alias',
      failingCaaOf([SHOP], aliasOf('www.shop.test')),
      undefined,
    ],
  ])('%s', async (_, sayings, target) => {
    const { caaFor } = await lookThrough([sayings]);
    expect(await caaFor(SHOP)).toEqual({ ...unknown, target });
  });

  test('to answer in time is made good by another resolver', async () => {
    const { caaFor } = await lookThrough([() => 'silence', knowing(parents)], 2_000);
    expect(await caaFor(SHOP)).toEqual(foundAt('example.test', 'a.example'));
  });

  test('of all resolvers to answer in time is no denial', async () => {
    const { caaFor } = await lookThrough([() => 'silence', () => 'silence'], SHORT);
    expect(await caaFor(SHOP)).toEqual({ ...unknown, failure: 'timeout' });
  });
});
