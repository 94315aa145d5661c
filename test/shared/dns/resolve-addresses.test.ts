import { describe, expect, test } from '@jest/globals';
import { answersIn, ttlOf } from '../../../shared/dns/look-up.ts';
import type { QueryAnswer, ResourceRecord } from '../../../shared/dns/question.ts';
import { type Ask, followAliases, lookUp } from '../../../shared/dns/resolve-addresses.ts';

const NAME = 'shop.example.com';
const TTL = 300;
const NEGATIVE_TTL = 120;
const a = (name: string, data: string, ttl = TTL): ResourceRecord => ({ name, type: 'A', ttl, data });
const aaaa = (name: string, data: string, ttl = TTL): ResourceRecord => ({ name, type: 'AAAA', ttl, data });
const cname = (name: string, data: string, ttl = TTL): ResourceRecord => ({ name, type: 'CNAME', ttl, data });

const records = (...found: ResourceRecord[]): QueryAnswer => ({
  kind: 'answer',
  nameExists: true,
  records: found,
  negativeTtl: undefined,
});
/** As a recursive resolver says that the end of the chain has no such record: with the zone's SOA. */
const noData = (...chain: ResourceRecord[]): QueryAnswer => ({
  kind: 'answer',
  nameExists: true,
  records: chain,
  negativeTtl: NEGATIVE_TTL,
});
const nameError = (...chain: ResourceRecord[]): QueryAnswer => ({
  kind: 'answer',
  nameExists: false,
  records: chain,
  negativeTtl: NEGATIVE_TTL,
});
const TIMEOUT: QueryAnswer = { kind: 'failed', failure: 'timeout' };

/** A resolver that has these answers, by `name type`; every other name exists and has no records. */
function resolver(answers: Readonly<Record<string, QueryAnswer>>) {
  const asked: string[] = [];
  const ask: Ask = async (name, type) => {
    asked.push(`${name} ${type}`);
    return answers[`${name} ${type}`] ?? noData();
  };
  return { ask, asked };
}

const NOTHING = { kind: 'no-records', chain: [], ttl: NEGATIVE_TTL };

describe('the addresses of a name', () => {
  test('are those of both kinds', async () => {
    const { ask, asked } = resolver({
      [`${NAME} A`]: records(a(NAME, '203.0.113.7'), a(NAME, '203.0.113.8')),
      [`${NAME} AAAA`]: records(aaaa(NAME, '2001:db8::7')),
    });
    expect(await lookUp(ask, NAME)).toEqual({
      ipv4: { kind: 'addresses', chain: [], addresses: ['203.0.113.7', '203.0.113.8'], ttl: TTL },
      ipv6: { kind: 'addresses', chain: [], addresses: ['2001:db8::7'], ttl: TTL },
    });
    expect(asked).toEqual([`${NAME} A`, `${NAME} AAAA`]);
  });

  test('are those of one kind, if there is no other', async () => {
    const { ask } = resolver({ [`${NAME} AAAA`]: records(aaaa(NAME, '2001:db8::7')) });
    expect(await lookUp(ask, NAME)).toEqual({
      ipv4: NOTHING,
      ipv6: { kind: 'addresses', chain: [], addresses: ['2001:db8::7'], ttl: TTL },
    });
  });

  test('have one form, and come once', async () => {
    const { ask } = resolver({
      [`${NAME} AAAA`]: records(aaaa(NAME, '2001:db8:0:0:0:0:0:7'), aaaa(NAME, '2001:DB8::7')),
    });
    expect(await lookUp(ask, NAME)).toMatchObject({ ipv6: { addresses: ['2001:db8::7'] } });
  });

  test('are only those of the name itself', async () => {
    const { ask } = resolver({
      [`${NAME} A`]: records(a('other.example.com', '192.0.2.66'), a(NAME, '203.0.113.7')),
    });
    expect(await lookUp(ask, NAME)).toMatchObject({ ipv4: { addresses: ['203.0.113.7'] } });
  });
});

describe('the two questions are two pieces of evidence:', () => {
  const alias = records(cname(NAME, 'network.example'));
  const timeout = { kind: 'failed', chain: [], failure: 'timeout' };
  const ipv4 = { kind: 'addresses', chain: [], addresses: ['203.0.113.7'], ttl: TTL };
  const noName = { kind: 'no-such-name', chain: [], ttl: NEGATIVE_TTL };

  test.each<readonly [string, QueryAnswer, QueryAnswer, object, object]>([
    ['there is no such name', nameError(), nameError(), noName, noName],
    ['there are no records', noData(), noData(), NOTHING, NOTHING],
    [
      'no SOA tells of what is not there',
      records(),
      records(),
      { ...NOTHING, ttl: undefined },
      { ...NOTHING, ttl: undefined },
    ],
    ['there is a name to one question alone', nameError(), noData(), noName, NOTHING],
    ['both fail', TIMEOUT, TIMEOUT, timeout, timeout],
    ['that after AAAA fails', records(a(NAME, '203.0.113.7')), TIMEOUT, ipv4, timeout],
    ['that after A fails', TIMEOUT, noData(), timeout, NOTHING],
    [
      'an address to the one, an alias to the other',
      records(a(NAME, '203.0.113.7')),
      alias,
      ipv4,
      { kind: 'no-records', chain: ['network.example'], ttl: NEGATIVE_TTL },
    ],
    [
      'a circle of the one alone',
      records(a(NAME, '203.0.113.7')),
      records(cname(NAME, NAME)),
      ipv4,
      { kind: 'cname-loop', chain: [] },
    ],
  ])('%s', async (_, forA, forAaaa, toA, toAaaa) => {
    const { ask } = resolver({ [`${NAME} A`]: forA, [`${NAME} AAAA`]: forAaaa });
    expect(await lookUp(ask, NAME)).toEqual({ ipv4: toA, ipv6: toAaaa });
  });

  test('a failure at the end of a chain tells how far the chain was seen', async () => {
    const { ask } = resolver({
      [`${NAME} A`]: alias,
      [`${NAME} AAAA`]: alias,
      'network.example A': TIMEOUT,
      'network.example AAAA': TIMEOUT,
    });
    const seen = { kind: 'failed', chain: ['network.example'], failure: 'timeout' };
    expect(await lookUp(ask, NAME)).toEqual({ ipv4: seen, ipv6: seen });
  });
});

describe('a chain of aliases', () => {
  const chain = [cname(NAME, 'www.example.com'), cname('www.example.com', 'network.example')];
  const end = a('network.example', '203.0.113.7');
  const followed = {
    kind: 'addresses',
    chain: ['www.example.com', 'network.example'],
    addresses: ['203.0.113.7'],
    ttl: TTL,
  };

  test('in one answer is followed without another question', async () => {
    const { ask, asked } = resolver({
      [`${NAME} A`]: records(...chain, end),
      [`${NAME} AAAA`]: noData(...chain),
    });
    expect((await lookUp(ask, NAME)).ipv4).toEqual(followed);
    expect(asked).toEqual([`${NAME} A`, `${NAME} AAAA`]);
  });

  test('is followed in whatever order its records come', async () => {
    const { ask } = resolver({
      [`${NAME} A`]: records(end, ...chain.toReversed()),
      [`${NAME} AAAA`]: noData(...chain),
    });
    expect((await lookUp(ask, NAME)).ipv4).toEqual(followed);
  });

  test('of which a server answers one link only is followed by further questions', async () => {
    const { ask, asked } = resolver({
      [`${NAME} A`]: records(cname(NAME, 'www.example.com')),
      'www.example.com A': records(cname('www.example.com', 'network.example')),
      'network.example A': records(end),
    });
    expect((await lookUp(ask, NAME)).ipv4).toEqual(followed);
    expect(asked.filter((question) => question.endsWith(' A'))).toEqual([
      `${NAME} A`,
      'www.example.com A',
      'network.example A',
    ]);
  });

  test('that ends at a name that does not exist', async () => {
    const broken = nameError(cname(NAME, 'gone.example.net'));
    const { ask } = resolver({ [`${NAME} A`]: broken, [`${NAME} AAAA`]: broken });
    expect((await lookUp(ask, NAME)).ipv6).toEqual({
      kind: 'no-such-name',
      chain: ['gone.example.net'],
      ttl: NEGATIVE_TTL,
    });
  });

  test('that ends at a name without addresses, of which no SOA tells', async () => {
    const alias = records(cname(NAME, 'mail.example.net'));
    const { ask } = resolver({
      [`${NAME} A`]: alias,
      [`${NAME} AAAA`]: alias,
      'mail.example.net A': records(),
      'mail.example.net AAAA': records(),
    });
    expect((await lookUp(ask, NAME)).ipv6).toEqual({
      kind: 'no-records',
      chain: ['mail.example.net'],
      ttl: TTL,
    });
  });

  test.each<readonly [string, Readonly<Record<string, QueryAnswer>>]>([
    ['that leads to itself', { [NAME]: records(cname(NAME, NAME)) }],
    [
      'in a circle, in one answer',
      {
        [NAME]: records(
          cname(NAME, 'b.example'),
          cname('b.example', 'c.example'),
          cname('c.example', 'b.example'),
        ),
      },
    ],
    [
      'back to its start, in one answer',
      { [NAME]: records(cname(NAME, 'b.example'), cname('b.example', NAME)) },
    ],
    [
      'in a circle, over several answers',
      {
        [NAME]: records(cname(NAME, 'b.example')),
        'b.example': records(cname('b.example', 'c.example')),
        'c.example': records(cname('c.example', 'b.example')),
      },
    ],
  ])('%s', async (_, answers) => {
    const both = Object.entries(answers).flatMap(([name, answer]) => [
      [`${name} A`, answer],
      [`${name} AAAA`, answer],
    ]);
    const { ask } = resolver(Object.fromEntries(both));
    for (const found of answersIn(await lookUp(ask, NAME))) {
      expect(found.kind).toBe('cname-loop');
      expect([NAME, ...found.chain]).toEqual([...new Set([NAME, ...found.chain])]);
    }
  });

  const longChain = (links: number) =>
    Array.from({ length: links }, (_, link) =>
      cname(link === 0 ? NAME : `n${link}.example`, `n${link + 1}.example`),
    );

  test('of 16 links is followed', async () => {
    const { ask } = resolver({ [`${NAME} A`]: records(...longChain(16), a('n16.example', '203.0.113.7')) });
    expect(await lookUp(ask, NAME)).toMatchObject({
      ipv4: { kind: 'addresses', addresses: ['203.0.113.7'] },
    });
  });

  test('of 17 links is taken for a loop', async () => {
    const { ask } = resolver({ [`${NAME} A`]: records(...longChain(17), a('n17.example', '203.0.113.7')) });
    expect(await lookUp(ask, NAME)).toMatchObject({ ipv4: { kind: 'cname-loop' } });
  });

  test('without an end, each link in an answer of its own, comes to an end', async () => {
    let links = 0;
    const ask: Ask = async (name) => records(cname(name, `n${links++}.example`));
    expect(await lookUp(ask, NAME)).toMatchObject({ ipv4: { kind: 'cname-loop' } });
    expect(links).toBeLessThan(50);
  });
});

describe('a cache may keep the answer', () => {
  const WWW = 'www.example.com';

  test.each<readonly [string, QueryAnswer, QueryAnswer, number | undefined]>([
    ['as long as its address', records(a(NAME, '203.0.113.7', 60)), noData(), 60],
    [
      'as long as the first of its addresses to expire',
      records(a(NAME, '203.0.113.7', 60), a(NAME, '203.0.113.8', 30)),
      noData(),
      30,
    ],
    [
      'as long as the first kind of its addresses to expire',
      records(a(NAME, '203.0.113.7', 60)),
      records(aaaa(NAME, '2001:db8::7', 20)),
      20,
    ],
    [
      'as long as the first alias of its chain to expire',
      records(cname(NAME, WWW, 10), a(WWW, '203.0.113.7', 60)),
      noData(cname(NAME, WWW, 10)),
      10,
    ],
    [
      'whatever there is beside it',
      records(a(NAME, '203.0.113.7', 60), a('b.example', '::1', 1)),
      noData(),
      60,
    ],
    ['not at all', records(a(NAME, '203.0.113.7', 0)), noData(), 0],
    ['as long as the zone says that nothing is there', noData(), noData(), NEGATIVE_TTL],
    [
      'as long as an alias that leads nowhere',
      nameError(cname(NAME, WWW, 10)),
      nameError(cname(NAME, WWW, 10)),
      10,
    ],
    [
      'as long as the one kind of question says, if the other does not say',
      noData(),
      records(),
      NEGATIVE_TTL,
    ],
    ['as nobody says how long', records(), records(), undefined],
  ])('%s', async (_, forA, forAaaa, ttl) => {
    const { ask } = resolver({ [`${NAME} A`]: forA, [`${NAME} AAAA`]: forAaaa });
    expect(ttlOf(await lookUp(ask, NAME))).toBe(ttl);
  });
});

test('records of another type are found at the end of a chain too', async () => {
  const data = { flags: 0, tag: 'issue', value: 'ca.example' };
  const caa: ResourceRecord = { name: 'network.example', type: 'CAA', ttl: 60, data };
  const { ask } = resolver({
    [`${NAME} CAA`]: records(cname(NAME, 'network.example')),
    'network.example CAA': records(caa, a('network.example', '203.0.113.7')),
  });
  expect(await followAliases(ask, NAME, 'CAA')).toEqual({
    kind: 'records',
    chain: ['network.example'],
    records: [caa],
    ttl: 60,
  });
});
