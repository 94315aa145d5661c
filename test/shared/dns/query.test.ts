import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  type DecodedPacket,
  decode,
  type Question,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import * as fc from 'fast-check';
import type { DnsRecord, DnsReply } from '../../../local/internet/dns-server.ts';
import { listen } from '../../../local/listener.ts';
import { query } from '../../../shared/dns/query.ts';
import type { QuestionType, Wish } from '../../../shared/dns/question.ts';
import { questionLimit } from '../../../shared/dns/question-limit.ts';
import { dnsServers, forged, response, unusedDnsServer } from '../../support/net-dns.ts';

const NAME = 'shop.example.test';
const RIGHT: readonly DnsRecord[] = [{ name: NAME, type: 'A', data: '203.0.113.7' }];
const FORGED: readonly DnsRecord[] = [{ name: NAME, type: 'A', data: '192.0.2.66' }];
const ADDRESS = '127.0.0.1';
/** For an answer that comes at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For an answer that never comes. */
const SHORT = 150;

const servers = dnsServers();

afterEach(() => servers.closeAll());

const soa = (name: string, ttl: number, minimum: number): Answer => ({
  type: 'SOA',
  name,
  ttl,
  data: { mname: 'ns.test', rname: 'host.test', serial: 1, refresh: 1, retry: 1, expire: 1, minimum },
});

const ask = (port: number, timeout = PATIENT, type: QuestionType = 'A') =>
  query({ address: ADDRESS, port }, NAME, type, timeout);

async function answerTo(reply: DnsReply, timeout = PATIENT) {
  const server = await servers.start(() => reply);
  return ask(server.port, timeout);
}

describe('an answer', () => {
  test('has the records, in lower case', async () => {
    const records: DnsRecord[] = [
      { name: NAME, type: 'CNAME', data: 'Network.Example' },
      { name: 'NETWORK.example', type: 'A', data: '203.0.113.7' },
    ];
    expect(await answerTo({ kind: 'records', records })).toEqual({
      kind: 'answer',
      nameExists: true,
      negativeTtl: undefined,
      records: [
        { name: NAME, type: 'CNAME', ttl: 60, data: 'network.example' },
        { name: 'network.example', type: 'A', ttl: 60, data: '203.0.113.7' },
      ],
    });
  });

  test('is to the type that was asked for', async () => {
    const server = await servers.start(({ name, type }) => ({
      kind: 'records',
      records: type === 'AAAA' ? [{ name, type, data: '2001:db8::7' }] : [],
    }));
    expect(await ask(server.port, PATIENT, 'AAAA')).toMatchObject({
      records: [{ name: NAME, type: 'AAAA', data: '2001:db8::7' }],
    });
    expect(server.queries()).toEqual([{ name: NAME, type: 'AAAA', transport: 'udp' }]);
  });

  test('may have no records', async () => {
    expect(await answerTo({ kind: 'records', records: [] })).toMatchObject({ nameExists: true, records: [] });
  });

  test('may say that the name does not exist', async () => {
    expect(await answerTo({ kind: 'name-error' })).toMatchObject({ nameExists: false, records: [] });
  });

  test('may say that the end of a chain does not exist', async () => {
    const chain: DnsRecord[] = [{ name: NAME, type: 'CNAME', data: 'gone.test' }];
    expect(await answerTo({ kind: 'name-error', chain })).toMatchObject({
      nameExists: false,
      records: chain,
    });
  });

  test.each([
    ["the SOA's own TTL", 60, 3600, 60],
    ['its MINIMUM field', 3600, 60, 60],
    ['none, as its TTL has the highest bit set', 0x80000000, 60, 0],
  ])('without records lasts as long as the lesser of both says: %s', async (_, ttl, minimum, negativeTtl) => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { authorities: [soa('example.test', ttl, minimum)] }),
    ]);
    expect(await ask(port)).toEqual({ kind: 'answer', nameExists: true, records: [], negativeTtl });
  });

  test.each([
    ['NS', 'ns1.example.test', 'Ns1.Example.TEST'],
    ['CNAME', 'network.example', 'network.example'],
  ] as const)('has %s records', async (type, data, sent) => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { answers: [{ type, name: NAME, ttl: 5, data: sent }] }),
    ]);
    expect(await ask(port, PATIENT, 'NS')).toMatchObject({ records: [{ name: NAME, type, ttl: 5, data }] });
  });

  test.each([0, 1, 127, 128, 255])('has a CAA record with the flags %i', async (flags) => {
    const { port } = await servers.startRaw((asked) => {
      const caa = { flags, tag: 'issue', value: 'CA.example; a=b' } as const;
      const message = response(asked, { answers: [{ type: 'CAA', name: NAME, ttl: 5, data: caa }] });
      message.write('Issue', message.indexOf('issue'));
      return [message];
    });
    const data = { flags, tag: 'issue', value: 'CA.example; a=b' };
    expect(await ask(port, PATIENT, 'CAA')).toMatchObject({
      records: [{ name: NAME, type: 'CAA', ttl: 5, data }],
    });
  });

  test('leaves out records of types that nobody asks for', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        answers: [
          { type: 'HINFO', name: NAME, data: { cpu: 'x', os: 'y' } },
          { type: 'A', name: NAME, data: '203.0.113.7' },
        ],
      }),
    ]);
    expect(await ask(port)).toMatchObject({ records: RIGHT });
  });

  test('may repeat the question in another case', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        questions: [{ name: NAME.toUpperCase(), type: 'A' }],
        answers: [{ type: 'A', name: NAME.toUpperCase(), data: '203.0.113.7' }],
      }),
    ]);
    expect(await ask(port)).toMatchObject({ records: RIGHT });
  });
});

describe('a failure', () => {
  test.each<readonly [string, DnsReply, string, number]>([
    ['SERVFAIL', { kind: 'server-failure' }, 'server-failure', PATIENT],
    ['REFUSED', { kind: 'refused' }, 'refused', PATIENT],
    ['silence', { kind: 'silence' }, 'timeout', SHORT],
    ['an empty packet', { kind: 'garbage', bytes: new Uint8Array() }, 'timeout', SHORT],
    ['a packet of one byte', { kind: 'garbage', bytes: new Uint8Array([1]) }, 'timeout', SHORT],
    ['a packet of zeros', { kind: 'garbage', bytes: new Uint8Array(64) }, 'timeout', SHORT],
    ['a packet of ones', { kind: 'garbage', bytes: new Uint8Array(64).fill(255) }, 'timeout', SHORT],
  ])('%s', async (_, reply, failure, timeout) => {
    expect(await answerTo(reply, timeout)).toEqual({ kind: 'failed', failure });
  });

  test.each([
    ['FORMERR', 1, 'format-error'],
    ['SERVFAIL', 2, 'server-failure'],
    ['NOTIMP', 4, 'not-implemented'],
    ['REFUSED', 5, 'refused'],
    ['NOTAUTH', 9, 'server-failure'],
  ])('%s', async (_, rcode, failure) => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: rcode })]);
    expect(await ask(port)).toEqual({ kind: 'failed', failure });
  });

  test('a referral to other servers, as from one that knows nothing of the name', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { authorities: [{ type: 'NS', name: 'test', data: 'ns.test' }] }),
    ]);
    const referral = { zone: 'test', servers: [{ name: 'ns.test', addresses: [] }] };
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'refused', referral });
  });

  test('is not what a zone says of a name without records beside its servers', async () => {
    const authorities = [{ type: 'NS', name: 'example.test', data: 'ns.test' }] as const;
    const { port } = await servers.startRaw((asked) => [
      response(asked, { flags: AUTHORITATIVE_ANSWER, authorities: [...authorities] }),
    ]);
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: [] });
  });

  test('nobody listens', async () => {
    const { port } = await unusedDnsServer();
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'unreachable' });
  });

  test('the system refuses to send there', async () => {
    // Without SO_BROADCAST, connect(2) to the broadcast address is EACCES; a machine without IPv6 refuses alike.
    expect(await query({ address: '255.255.255.255', port: 53 }, NAME, 'A', SHORT)).toEqual({
      kind: 'failed',
      failure: 'unreachable',
    });
  });
});

describe('a question over UDP', () => {
  test('is asked again if nothing comes back', async () => {
    let heard = 0;
    const server = await servers.start(() => {
      heard += 1;
      return heard === 1 ? { kind: 'silence' } : { kind: 'records', records: RIGHT };
    });
    expect(await ask(server.port, 600)).toMatchObject({ records: RIGHT });
  });

  test('has an id and a port that nobody foresees', async () => {
    const seen: { id: number | undefined; port: number }[] = [];
    const { port } = await servers.startRaw((asked, from) => {
      seen.push({ id: asked.id, port: from.port });
      return [response(asked)];
    });
    for (let number = 0; number < 10; number += 1) await ask(port);
    expect(new Set(seen.map((one) => one.port)).size).toBe(10);
    expect(new Set(seen.map((one) => one.id)).size).toBeGreaterThan(5);
  });

  test.each<readonly [Wish, { flag_rd: boolean; flag_cd: boolean }]>([
    ['resolve', { flag_rd: true, flag_cd: false }],
    ['resolve-unchecked', { flag_rd: true, flag_cd: true }],
    ['tell', { flag_rd: false, flag_cd: false }],
  ])('with the wish to %s', async (wish, flags) => {
    const wishes: DecodedPacket[] = [];
    const { port } = await servers.startRaw((asked) => {
      wishes.push(asked);
      return [response(asked)];
    });
    await query({ address: ADDRESS, port }, NAME, 'A', PATIENT, wish);
    expect(wishes).toEqual([expect.objectContaining(flags)]);
  });
});

describe('a reply that is not the answer is passed over', () => {
  test.each(['other-id', 'other-question', 'other-source', 'not-a-response'] as const)(
    '%s, with the answer after it',
    async (forgery) => {
      const reply = forged(forgery, FORGED, { kind: 'records', records: RIGHT });
      expect(await answerTo(reply)).toMatchObject({
        records: RIGHT,
      });
    },
  );

  test.each(['other-id', 'other-question', 'other-source', 'not-a-response'] as const)(
    '%s, with nothing after it',
    async (forgery) => {
      const reply = forged(forgery, FORGED, { kind: 'silence' });
      expect(await answerTo(reply, SHORT)).toEqual({ kind: 'failed', failure: 'timeout' });
    },
  );

  test.each<readonly [string, readonly Question[]]>([
    ['the question after another type', [{ name: NAME, type: 'AAAA' }]],
    [
      'the question beside one more',
      [
        { name: NAME, type: 'A' },
        { name: NAME, type: 'AAAA' },
      ],
    ],
  ])('%s, with the answer after it', async (_, questions) => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        questions: [...questions],
        answers: [{ type: 'A', name: NAME, data: '192.0.2.66' }],
      }),
      response(asked, { answers: [{ type: 'A', name: NAME, data: '203.0.113.7' }] }),
    ]);
    expect(await ask(port)).toMatchObject({ records: RIGHT });
  });

  test('garbage, with the answer after it', async () => {
    const { port } = await servers.startRaw((asked) => [
      Buffer.alloc(3),
      Buffer.alloc(600, 255),
      response(asked, { answers: [{ type: 'A', name: NAME, data: '203.0.113.7' }] }),
    ]);
    expect(await ask(port)).toMatchObject({ records: RIGHT });
  });
});

describe('hostile content', () => {
  /** Where the flags, the number of questions and the question end. */
  const AFTER_QUESTION = 12 + NAME.length + 2 + 4;
  const answers: Answer[] = [
    { type: 'CNAME', name: NAME, data: 'network.example' },
    { type: 'A', name: 'network.example', data: '203.0.113.7' },
    { type: 'AAAA', name: 'network.example', data: '2001:db8::7' },
    { type: 'NS', name: NAME, data: 'ns1.example.test' },
    { type: 'CAA', name: NAME, data: { tag: 'issue', value: 'ca.example' } },
    { type: 'TXT', name: NAME, data: 'v=spf1 -all' },
  ];

  test.each(['A', 'NS', 'CAA'] as const)('of an answer after %s is read or passed over', async (type) => {
    let changes: readonly (readonly [number, number])[] = [];
    const { port } = await servers.startRaw((asked) => {
      const message = response(asked, { answers, authorities: [soa('example.test', 60, 60)] });
      for (const [place, byte] of changes) {
        message[AFTER_QUESTION + (place % (message.length - AFTER_QUESTION))] = byte;
      }
      return [message, response(asked)];
    });
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (made) => {
        changes = made;
        expect((await ask(port, PATIENT, type)).kind).toBe('answer');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a name with empty labels', 'a..b', 'unasked'],
    ['a name of a label that is too long', `${'a'.repeat(64)}.test`, 'not understood'],
    ['the root', '.', 'asked'],
    ['a name of 60 labels', `${'a.'.repeat(59)}test`, 'asked'],
    ['a name that is no text', '\u0000\ufffd \n\\.test', 'asked'],
  ])('does not make a question after it an error: %s', async (_, name, outcome) => {
    const { port } = await servers.start(() => ({ kind: 'records', records: [] }));
    const timeout = outcome === 'unasked' ? SHORT : PATIENT;
    const answer = await query({ address: ADDRESS, port }, name, 'A', timeout);
    const failure = outcome === 'unasked' ? 'timeout' : 'format-error';
    expect(answer).toMatchObject(
      outcome === 'asked' ? { kind: 'answer', records: [] } : { kind: 'failed', failure },
    );
  });
});

describe('an answer too long for UDP', () => {
  const addresses = (count: number): DnsRecord[] =>
    Array.from({ length: count }, (_, index) => ({
      name: NAME,
      type: 'A',
      data: `203.0.113.${index % 256}`,
    }));

  test('is asked for over TCP', async () => {
    const server = await servers.start(() => ({ kind: 'truncated', records: RIGHT }));
    expect(await ask(server.port)).toMatchObject({ kind: 'answer', records: RIGHT });
    expect(server.queries().map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
  });

  test('comes whole over TCP', async () => {
    const server = await servers.start(() => ({ kind: 'records', records: addresses(800) }));
    const answer = await ask(server.port);
    expect(answer.kind === 'answer' && answer.records.length).toBe(800);
  });

  test('may come over TCP in pieces', async () => {
    const tcp = createServer((socket) => {
      socket.setNoDelay(true).on('data', (framed) => {
        const answers = [{ type: 'A', name: NAME, data: '203.0.113.7' } as const];
        const message = response(decode(framed.subarray(2)), { answers });
        // The length in two bytes, then the message, which never ends where a piece does.
        const pieces = [
          [message.length >> 8],
          [message.length & 0xff],
          message.subarray(0, 20),
          message.subarray(20),
        ];
        const sendNext = () => {
          const piece = pieces.shift();
          if (piece !== undefined) socket.write(Buffer.from(piece), () => setImmediate(sendNext));
        };
        sendNext();
      });
    });
    const { port, close } = await listen(tcp, ADDRESS, 0);
    try {
      await servers.startRaw((asked) => [response(asked, { flags: TRUNCATED_RESPONSE })], port);
      expect(await ask(port)).toMatchObject({ records: RIGHT });
    } finally {
      await close();
    }
  });

  test('is one of more than 1232 bytes, not one of more than 512', async () => {
    const server = await servers.start(() => ({ kind: 'records', records: addresses(20) }));
    const answer = await ask(server.port);
    expect(answer.kind === 'answer' && answer.records.length).toBe(20);
    expect(server.queries().map(({ transport }) => transport)).toEqual(['udp']);
  });

  test.each<readonly [string, DnsReply, string, number]>([
    ['hangs up', { kind: 'hang-up' }, 'unreachable', PATIENT],
    ['is silent', { kind: 'silence' }, 'timeout', SHORT],
    ['sends garbage', { kind: 'garbage', bytes: new Uint8Array(64) }, 'server-failure', PATIENT],
    ['sends an empty message', { kind: 'garbage', bytes: new Uint8Array() }, 'server-failure', PATIENT],
    ['fails', { kind: 'server-failure' }, 'server-failure', PATIENT],
    ['refuses', { kind: 'refused' }, 'refused', PATIENT],
    ['answers another question', forged('other-id', FORGED, { kind: 'silence' }), 'server-failure', PATIENT],
  ])('is a failure if the server %s over TCP', async (_, overTcp, failure, timeout) => {
    const server = await servers.start(({ transport }) =>
      transport === 'udp' ? { kind: 'truncated', records: [] } : overTcp,
    );
    expect(await ask(server.port, timeout)).toEqual({ kind: 'failed', failure });
  });

  test('is a failure if nobody listens over TCP', async () => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: TRUNCATED_RESPONSE })]);
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'unreachable' });
  });
});

describe('a limit on the questions', () => {
  const asking = async (reply: DnsReply, most: number) => {
    const server = await servers.start(() => reply);
    const limit = questionLimit(most);
    const once = () => query({ address: ADDRESS, port: server.port }, NAME, 'A', PATIENT, 'resolve', limit);
    return [await once(), await once()];
  };
  const records: DnsReply = { kind: 'records', records: RIGHT };
  const answer = { kind: 'answer' };
  const notAsked = { kind: 'failed', failure: 'not-asked' };

  test.each<readonly [string, DnsReply, number, readonly object[]]>([
    ['of two lets two be asked', records, 2, [answer, answer]],
    ['of one lets the second not be asked', records, 1, [answer, notAsked]],
    ['of none lets nothing be asked', records, 0, [notAsked, notAsked]],
    ['counts what is asked again over TCP', { kind: 'truncated', records: RIGHT }, 3, [answer, notAsked]],
  ])('%s', async (_, reply, most, answers) => {
    expect(await asking(reply, most)).toMatchObject(answers);
  });
});
