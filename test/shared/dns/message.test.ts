import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, type DecodedPacket, decode, type OptAnswer, TRUNCATED_RESPONSE } from 'dns-packet';
import type { DnsRecord } from '../../../local/internet/dns-server.ts';
import { type Listener, listen } from '../../../local/listener.ts';
import { query } from '../../../shared/dns/query.ts';
import type { QuestionType, Wish } from '../../../shared/dns/question.ts';
import { questionLimit } from '../../../shared/dns/question-limit.ts';
import { dnsServers, response } from '../../support/net-dns.ts';

const NAME = 'shop.example.test';
const ADDRESS = '127.0.0.1';
/** For an answer that comes at once: long, so that a busy machine does not fail a test. */
const PATIENT = 5_000;
/** For an answer that never comes. */
const SHORT = 150;
/** RFC 1035, 4.1.1. */
const HEADER = 12;
const QUESTION_END = HEADER + NAME.length + 2 + 4;
const NXDOMAIN = 3;

const RIGHT: Answer[] = [{ name: NAME, type: 'A', ttl: 60, data: '203.0.113.7' }];
const SOA: Answer = {
  type: 'SOA',
  name: 'test',
  ttl: 60,
  data: { mname: 'ns.test', rname: 'host.test', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 60 },
};

const servers = dnsServers();
let listeners: Listener[] = [];

afterEach(async () => {
  await Promise.all([servers.closeAll(), ...listeners.map((listener) => listener.close())]);
  listeners = [];
});

interface Asking {
  readonly timeout?: number;
  readonly type?: QuestionType;
  readonly wish?: Wish;
}

const ask = (port: number, { timeout = PATIENT, type = 'A', wish = 'resolve' }: Asking = {}) =>
  query({ address: ADDRESS, port }, NAME, type, timeout, wish);

/** The header alone, as if there were nothing else. */
function headerOf(message: Buffer): Buffer {
  return Buffer.concat([message.subarray(0, 4), Buffer.alloc(HEADER - 4)]);
}

function announcingRecords(message: Buffer): Buffer {
  message.writeUInt16BE(9, 6);
  return message;
}

const hasEdns = ({ additionals = [] }: DecodedPacket) => additionals.some(({ type }) => type === 'OPT');

/** A server over TCP, which answers with the same to each question. @returns its port, for one over UDP */
async function startOverTcp(answer: Partial<DecodedPacket>): Promise<number> {
  const tcp = createServer((socket) => {
    socket.on('data', (framed) => {
      const message = response(decode(framed.subarray(2)), answer);
      socket.write(Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message]));
    });
  });
  const listener = await listen(tcp, ADDRESS, 0);
  listeners.push(listener);
  return listener.port;
}

describe('a header alone', () => {
  test.each([
    ['FORMERR', 1, 'format-error'],
    ['SERVFAIL', 2, 'server-failure'],
    ['NOTIMP', 4, 'not-implemented'],
    ['REFUSED', 5, 'refused'],
  ])('of %s is an answer, at once', async (_, rcode, failure) => {
    let heard = 0;
    const { port } = await servers.startRaw((asked) => {
      heard += 1;
      return [headerOf(response(asked, { flags: rcode }))];
    });
    expect(await ask(port)).toEqual({ kind: 'failed', failure });
    // Those who may not know EDNS were asked without it too.
    expect(heard).toBe(rcode === 1 || rcode === 4 ? 2 : 1);
  });

  test.each([
    ['that the name does not exist', NXDOMAIN],
    ['that nothing is there', 0],
  ])('says nothing of the name: %s', async (_, rcode) => {
    const { port } = await servers.startRaw((asked) => [
      headerOf(response(asked, { flags: rcode })),
      response(asked, { answers: RIGHT }),
    ]);
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });

  test.each<readonly [string, (header: Buffer) => unknown]>([
    ['another id', (header) => header.writeUInt16BE(header.readUInt16BE(0) ^ 1, 0)],
    ['no response', (header) => header.writeUInt16BE(5, 2)],
    ['an answer to another operation', (header) => header.writeUInt16BE(0xa805, 2)],
  ])('is passed over if it is forged: %s', async (_, forge) => {
    const { port } = await servers.startRaw((asked) => {
      const header = headerOf(response(asked, { flags: 5 }));
      forge(header);
      return [header, response(asked, { answers: RIGHT })];
    });
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });
});

describe('a failure with a body that cannot be read is a failure:', () => {
  test.each([
    ['cut in the question', (message: Buffer) => message.subarray(0, HEADER + 3)],
    ['with records announced that are not there', announcingRecords],
  ])('%s', async (_, damaged) => {
    const { port } = await servers.startRaw((asked) => [damaged(response(asked, { flags: 5 }))]);
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'refused' });
  });

  test('but not one that repeats another question', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { flags: 5, questions: [{ name: 'other.example.test', type: 'A' }] }),
      response(asked, { answers: RIGHT }),
    ]);
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });
});

describe('a packet that was cut is asked for over TCP:', () => {
  test.each([
    ['within a record', QUESTION_END + 7],
    ['behind the question', QUESTION_END],
    ['within the question', HEADER + 4],
    ['behind the header', HEADER],
  ])('%s', async (_, length) => {
    const port = await startOverTcp({ answers: RIGHT });
    await servers.startRaw((asked) => {
      const whole = response(asked, { flags: TRUNCATED_RESPONSE, answers: RIGHT });
      return [whole.subarray(0, length)];
    }, port);
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });

  test('not if the flag is missing: half a packet says nothing', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { answers: RIGHT }).subarray(0, QUESTION_END + 7),
    ]);
    expect(await ask(port, { timeout: SHORT })).toEqual({ kind: 'failed', failure: 'timeout' });
  });

  test('once: what is cut over TCP as well is a failure', async () => {
    const port = await startOverTcp({ flags: TRUNCATED_RESPONSE });
    await servers.startRaw((asked) => [response(asked, { flags: TRUNCATED_RESPONSE })], port);
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'server-failure' });
  });
});

describe('a server that does not know EDNS', () => {
  const badVersion = (asked: DecodedPacket): Buffer =>
    response(asked, {
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 1232,
          extendedRcode: 1,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    });

  test.each<readonly [string, (asked: DecodedPacket) => readonly Buffer[]]>([
    ['says FORMERR', (asked) => [response(asked, { flags: 1 })]],
    ['says FORMERR with a header alone', (asked) => [headerOf(response(asked, { flags: 1 }))]],
    ['says NOTIMP', (asked) => [response(asked, { flags: 4 })]],
    ['says BADVERS', (asked) => [badVersion(asked)]],
    ['is silent', () => []],
  ])('and %s is asked without it', async (_, toEdns) => {
    const { port } = await servers.startRaw((asked) =>
      hasEdns(asked) ? toEdns(asked) : [response(asked, { answers: RIGHT })],
    );
    expect(await ask(port, { timeout: 1_500 })).toMatchObject({ kind: 'answer', records: RIGHT });
  });

  test('is asked without it over TCP too', async () => {
    const port = await startOverTcp({ answers: RIGHT });
    await servers.startRaw(
      (asked) => [response(asked, { flags: hasEdns(asked) ? 1 : TRUNCATED_RESPONSE })],
      port,
    );
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });

  test('is asked from another port with another id', async () => {
    const seen: { id: number | undefined; port: number }[] = [];
    const { port } = await servers.startRaw((asked, from) => {
      seen.push({ id: asked.id, port: from.port });
      return [response(asked, { flags: hasEdns(asked) ? 1 : 0 })];
    });
    for (let number = 0; number < 5; number += 1) await ask(port);
    expect(new Set(seen.map((one) => one.port)).size).toBe(10);
    expect(new Set(seen.map(({ id }) => id)).size).toBeGreaterThan(5);
  });

  test('costs a further question', async () => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: hasEdns(asked) ? 1 : 0 })]);
    const askWith = (most: number) =>
      query({ address: ADDRESS, port }, NAME, 'A', PATIENT, 'resolve', questionLimit(most));
    expect(await askWith(1)).toEqual({ kind: 'failed', failure: 'not-asked' });
    expect(await askWith(2)).toMatchObject({ kind: 'answer' });
  });

  test('that refuses or fails knows it well enough', async () => {
    for (const [rcode, failure] of [
      [2, 'server-failure'],
      [5, 'refused'],
    ] as const) {
      let heard = 0;
      const { port } = await servers.startRaw((asked) => {
        heard += 1;
        return [response(asked, { flags: rcode })];
      });
      expect(await ask(port)).toEqual({ kind: 'failed', failure });
      expect(heard).toBe(1);
    }
  });
});

describe('a resolver that filters', () => {
  const FILTERED = { kind: 'failed', failure: 'filtered' };
  const extendedError = (code: number): OptAnswer => ({
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [{ code: 15, data: Buffer.from([0, code, 0x6e, 0x6f]) } as never],
  });

  test.each([
    ['Blocked', 15],
    ['Censored', 16],
    ['Filtered', 17],
    ['Prohibited', 18],
  ])('says so by an extended error, whatever else it answers: %s', async (_, code) => {
    for (const packet of [
      { answers: RIGHT },
      { answers: [{ ...RIGHT[0], data: '0.0.0.0' } as Answer] },
      { flags: NXDOMAIN, authorities: [SOA] },
      { flags: 2 },
      { flags: 5 },
    ]) {
      const additionals = [extendedError(code)];
      const { port } = await servers.startRaw((asked) => [response(asked, { ...packet, additionals })]);
      expect(await ask(port)).toEqual(FILTERED);
    }
  });

  test.each([
    ['Stale Answer', 3],
    ['DNSSEC Bogus', 6],
    ['Not Authoritative', 20],
  ])('is not what another extended error shows: %s', async (_, code) => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { answers: RIGHT, additionals: [extendedError(code)] }),
    ]);
    expect(await ask(port)).toMatchObject({ kind: 'answer', records: RIGHT });
  });

  test('says that there is no such name, for which no zone vouches', async () => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: NXDOMAIN })]);
    expect(await ask(port)).toEqual(FILTERED);
    expect(await ask(port, { type: 'NS' })).toEqual(FILTERED);
  });

  test('is not one that says so with the SOA of the zone', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, { flags: NXDOMAIN, authorities: [SOA] }),
    ]);
    expect(await ask(port)).toMatchObject({ kind: 'answer', nameExists: false });
  });

  test('is no name server of a zone, which speaks for itself', async () => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: NXDOMAIN })]);
    expect(await ask(port, { wish: 'tell' })).toMatchObject({ kind: 'answer', nameExists: false });
  });

  test.each([
    ['A', '146.112.61.104', FILTERED],
    ['A', '146.112.61.111', FILTERED],
    ['A', '146.112.61.103', { kind: 'answer' }],
    ['A', '146.112.61.112', { kind: 'answer' }],
    ['AAAA', '::ffff:146.112.61.106', FILTERED],
    ['AAAA', '::ffff:146.112.61.96', { kind: 'answer' }],
  ] as const)('gives the address of its own page: %s %s', async (type, data, expected) => {
    const server = await servers.start(() => ({ kind: 'records', records: [{ name: NAME, type, data }] }));
    expect(await ask(server.port, { type })).toMatchObject(expected);
  });

  test('is no name server that has such an address in its zone', async () => {
    const records: DnsRecord[] = [{ name: NAME, type: 'A', data: '146.112.61.104' }];
    const server = await servers.start(() => ({ kind: 'records', records }));
    expect(await ask(server.port, { wish: 'tell' })).toMatchObject({ kind: 'answer' });
  });
});
