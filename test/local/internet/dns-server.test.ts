import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as dnsPacket from 'dns-packet';
import { type DnsReply, type DnsServer, startDnsServer } from '../../../local/internet/dns-server.ts';
import { answerFromTable } from '../../support/zone-table.ts';

const NAME = 'shop.example.test';
const RECORDS = [{ name: NAME, type: 'A', data: '192.0.2.1' }] as const;
const OTHER_RECORDS = [{ name: NAME, type: 'A', data: '192.0.2.66' }] as const;

let servers: DnsServer[] = [];

async function start(
  answer: Parameters<typeof startDnsServer>[0]['answer'],
  more: { latency?: number } = {},
) {
  const server = await startDnsServer({ answer, ...more });
  servers.push(server);
  return server;
}

const startSaying = (reply: DnsReply) => start(() => reply);

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

function query(more: dnsPacket.Packet = {}): Buffer {
  const questions = [{ name: NAME, type: 'A' as const }];
  return dnsPacket.encode({
    type: 'query',
    id: 4711,
    flags: dnsPacket.RECURSION_DESIRED,
    questions,
    ...more,
  });
}

interface Heard {
  readonly message: Buffer;
  readonly port: number;
}

/** Sends the messages in their order from one socket and waits for so many replies. */
async function exchangeUdp(
  server: DnsServer,
  messages: readonly Buffer[],
  replies: number,
): Promise<Heard[]> {
  const socket = createSocket('udp4').unref();
  const heard: Heard[] = [];
  try {
    const enough = new Promise<void>((resolve) => {
      socket.on('message', (message, { port }) => {
        heard.push({ message, port });
        if (heard.length === replies) resolve();
      });
    });
    for (const message of messages) socket.send(message, server.port, '127.0.0.1');
    await enough;
    return heard;
  } finally {
    socket.close();
  }
}

async function askUdp(server: DnsServer, message = query()) {
  const [reply] = await exchangeUdp(server, [message], 1);
  return decode(reply?.message);
}

/** dns-packet gives the response code too, which its types leave out. */
function decode(message: Buffer | undefined) {
  if (message === undefined) throw new Error('no reply came');
  return dnsPacket.decode(message) as dnsPacket.DecodedPacket & { rcode: string };
}

const framed = (message: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
};

/** Writes these chunks on one connection and waits for so many framed replies, or for the end of the connection. */
async function exchangeTcp(server: DnsServer, chunks: readonly Buffer[], replies: number): Promise<Buffer[]> {
  const socket = connect(server.port, '127.0.0.1').setNoDelay(true).unref();
  const heard: Buffer[] = [];
  let received = Buffer.alloc(0);
  try {
    await once(socket, 'connect');
    const ended = new Promise<void>((resolve) => {
      socket.on('close', () => resolve());
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
          const end = 2 + received.readUInt16BE(0);
          heard.push(received.subarray(2, end));
          received = received.subarray(end);
        }
        if (heard.length === replies) resolve();
      });
    });
    for (const chunk of chunks) await new Promise((written) => socket.write(chunk, written));
    await ended;
    return heard;
  } finally {
    socket.destroy();
  }
}

/** The server is still up, and has nothing else to say to this client. */
async function expectAlive(server: DnsServer) {
  const reply = await askUdp(server, query({ id: 99 }));
  expect(reply.id).toBe(99);
}

describe('over UDP and TCP alike', () => {
  const replies: [string, DnsReply, string, string[]][] = [
    ['records', { kind: 'records', records: RECORDS }, 'NOERROR', ['192.0.2.1']],
    ['no data', { kind: 'records', records: [] }, 'NOERROR', []],
    ['a name error', { kind: 'name-error' }, 'NXDOMAIN', []],
    [
      'a name error at the end of a chain',
      { kind: 'name-error', chain: [{ name: NAME, type: 'CNAME', data: 'gone.test' }] },
      'NXDOMAIN',
      ['gone.test'],
    ],
    ['a server failure', { kind: 'server-failure' }, 'SERVFAIL', []],
    ['a refusal', { kind: 'refused' }, 'REFUSED', []],
  ];
  test.each(replies)('%s', async (_, reply, rcode, data) => {
    const server = await startSaying(reply);
    const [overTcp] = await exchangeTcp(server, [framed(query())], 1);
    for (const heard of [await askUdp(server), decode(overTcp)]) {
      expect(heard).toMatchObject({
        id: 4711,
        rcode,
        flag_qr: true,
        flag_ra: true,
        flag_rd: true,
        flag_tc: false,
      });
      expect(heard.questions).toEqual([{ name: NAME, type: 'A', class: 'IN' }]);
      expect(heard.answers?.map((answer) => 'data' in answer && answer.data)).toEqual(data);
    }
  });
});

describe('a reply', () => {
  test('repeats the spelling of the question, and the answer function sees lower case', async () => {
    const server = await start(answerFromTable({ [NAME]: { a: ['192.0.2.1'] } }));
    const reply = await askUdp(server, query({ questions: [{ name: 'sHoP.eXample.TEST', type: 'A' }] }));
    expect(reply.questions?.[0]?.name).toBe('sHoP.eXample.TEST');
    expect(reply.answers?.[0]).toMatchObject({ name: 'sHoP.eXample.TEST', data: '192.0.2.1' });
    expect(server.queries()).toEqual([{ name: NAME, type: 'A', transport: 'udp' }]);
  });

  test('does not claim that recursion was desired where it was not', async () => {
    const server = await startSaying({ kind: 'records', records: [] });
    expect(await askUdp(server, query({ flags: 0 }))).toMatchObject({ flag_rd: false, flag_ra: true });
  });

  const many = Array.from({ length: 60 }, (_, index) => ({
    name: NAME,
    type: 'A' as const,
    data: `192.0.2.${index}`,
  }));
  const edns: dnsPacket.OptAnswer = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 4096,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };

  test('too long for plain UDP is truncated, and whole with EDNS and over TCP', async () => {
    const server = await startSaying({ kind: 'records', records: many });
    const plain = await askUdp(server);
    expect([plain.flag_tc, plain.answers?.length]).toEqual([true, 0]);
    const extended = await askUdp(server, query({ additionals: [edns] }));
    expect([extended.flag_tc, extended.answers?.length]).toEqual([false, 60]);
    const [overTcp] = await exchangeTcp(server, [framed(query())], 1);
    expect(decode(overTcp).answers).toHaveLength(60);
  });

  test('has an OPT record if and only if the query had one', async () => {
    const server = await startSaying({ kind: 'records', records: [] });
    expect((await askUdp(server, query({ additionals: [edns] }))).additionals).toMatchObject([
      { type: 'OPT' },
    ]);
    expect((await askUdp(server)).additionals).toEqual([]);
  });

  test('is SERVFAIL where the answer function fails or gives an A record that is no IPv4 address', async () => {
    const failing = await start(() => Promise.reject(new Error('no answer')));
    expect((await askUdp(failing)).rcode).toBe('SERVFAIL');
    const impossible = await startSaying({
      kind: 'records',
      records: [{ name: NAME, type: 'A', data: '2001:db8::1' }],
    });
    expect((await askUdp(impossible)).rcode).toBe('SERVFAIL');
  });

  test('comes after the latency, which closing the server cuts short', async () => {
    const slow = await start(() => ({ kind: 'refused' }), { latency: 20 });
    expect((await askUdp(slow)).rcode).toBe('REFUSED');
    const asked = Promise.withResolvers<void>();
    const stuck = await startDnsServer({
      latency: 3_600_000,
      answer: () => {
        asked.resolve();
        return { kind: 'refused' };
      },
    });
    const socket = createSocket('udp4');
    socket.send(query(), stuck.port, '127.0.0.1');
    await asked.promise;
    await stuck.close();
    socket.close();
  });
});

describe('an attack on the client', () => {
  test('truncation: empty with TC over UDP, the records over TCP', async () => {
    const server = await startSaying({ kind: 'truncated', records: RECORDS });
    const overUdp = await askUdp(server);
    expect([overUdp.flag_tc, overUdp.answers]).toEqual([true, []]);
    const [overTcp] = await exchangeTcp(server, [framed(query())], 1);
    expect([decode(overTcp).flag_tc, decode(overTcp).answers]).toMatchObject([false, RECORDS]);
  });

  test('garbage arrives as it is', async () => {
    const bytes = Buffer.from('not a message');
    const server = await startSaying({ kind: 'garbage', bytes });
    expect((await exchangeUdp(server, [query()], 1))[0]?.message).toEqual(bytes);
    expect(await exchangeTcp(server, [framed(query())], 1)).toEqual([bytes]);
  });

  test('silence: the reply to the next question is the first to arrive', async () => {
    const replies: DnsReply[] = [{ kind: 'silence' }, { kind: 'refused' }];
    const server = await start(() => replies.shift() ?? { kind: 'silence' });
    const [first] = await exchangeUdp(server, [query({ id: 1 }), query({ id: 2 })], 1);
    expect(decode(first?.message)).toMatchObject({ id: 2, rcode: 'REFUSED' });
    expect(server.queries()).toHaveLength(2);
  });

  test('hanging up ends a TCP connection without a reply', async () => {
    const server = await startSaying({ kind: 'hang-up' });
    expect(await exchangeTcp(server, [framed(query())], 1)).toEqual([]);
    expect(server.queries()).toHaveLength(1);
  });

  test.each([
    ['other-id', { id: 4711 ^ 1, flag_qr: true, questions: [{ name: NAME }] }],
    ['other-question', { id: 4711, flag_qr: true, questions: [{ name: 'another.question.test' }] }],
    ['not-a-response', { id: 4711, flag_qr: false, questions: [{ name: NAME }] }],
    ['other-source', { id: 4711, flag_qr: true, questions: [{ name: NAME }] }],
  ] as const)('a forgery with %s comes first, then the right reply', async (forgery, flaw) => {
    const then = { kind: 'records', records: RECORDS } as const;
    const server = await startSaying({ kind: 'forged', forgery, records: OTHER_RECORDS, then });
    const [forged, right] = await exchangeUdp(server, [query()], 2);
    expect(decode(forged?.message)).toMatchObject({ ...flaw, answers: [{ data: '192.0.2.66' }] });
    expect(forged?.port === server.port).toBe(forgery !== 'other-source');
    expect(decode(right?.message)).toMatchObject({ id: 4711, answers: [{ data: '192.0.2.1' }] });
    expect(right?.port).toBe(server.port);
    // Over TCP nobody else can speak.
    const expected = forgery === 'other-source' ? ['192.0.2.1'] : ['192.0.2.66', '192.0.2.1'];
    const overTcp = await exchangeTcp(server, [framed(query())], expected.length);
    expect(overTcp.map(decode)).toMatchObject(expected.map((data) => ({ answers: [{ data }] })));
  });
});

describe('a client that misbehaves', () => {
  const badName = Buffer.concat([query().subarray(0, 12), Buffer.from([0xc0, 0x0c, 0, 1, 0, 1])]);
  const twoQuestions = query({
    questions: [
      { name: NAME, type: 'A' },
      { name: NAME, type: 'AAAA' },
    ],
  });
  const update = query();
  update.writeUInt16BE(5 << 11, 2);
  test.each([
    ['a name that points to itself', badName, 'FORMERR'],
    ['a query cut off in the middle', query().subarray(0, 20), 'FORMERR'],
    ['two questions', twoQuestions, 'FORMERR'],
    ['no question', query({ questions: [] }), 'FORMERR'],
    ['another operation than a query', update, 'NOTIMP'],
  ])('%s is answered by a header alone', async (_, message, rcode) => {
    const server = await startSaying({ kind: 'records', records: RECORDS });
    const [reply] = await exchangeUdp(server, [message], 1);
    expect(decode(reply?.message)).toMatchObject({
      id: 4711,
      rcode,
      flag_qr: true,
      questions: [],
      answers: [],
    });
    expect(server.queries()).toEqual([]);
    await expectAlive(server);
  });

  test.each([
    ['an empty message', Buffer.alloc(0)],
    ['half a header', query().subarray(0, 6)],
    ['a response', query({ type: 'response' })],
  ])('%s is not answered', async (_, message) => {
    const server = await startSaying({ kind: 'records', records: RECORDS });
    const [first] = await exchangeUdp(server, [message, query({ id: 2 })], 1);
    expect(decode(first?.message).id).toBe(2);
  });

  test('random bytes never bring the server down', async () => {
    const server = await startSaying({ kind: 'records', records: RECORDS });
    const noise = Array.from({ length: 300 }, (_, seed) =>
      Buffer.from(Array.from({ length: seed % 60 }, (_, index) => (seed * 31 + index * index * 17) % 256)),
    );
    const socket = createSocket('udp4');
    for (const message of noise) {
      socket.send(message, server.port, '127.0.0.1');
      // The system throws away what its buffer cannot take, so the server gets a turn each time.
      await setImmediate();
    }
    socket.close();
    await expectAlive(server);
    const connection = connect(server.port, '127.0.0.1').resume();
    for (const message of noise) connection.write(framed(message));
    connection.end();
    await once(connection, 'close');
    await expectAlive(server);
  });

  test('queries over TCP may be pipelined and arrive in any pieces', async () => {
    const server = await startSaying({ kind: 'records', records: RECORDS });
    const stream = Buffer.concat([1, 2, 3].map((id) => framed(query({ id }))));
    const pieces = [stream.subarray(0, 1), stream.subarray(1, 50), stream.subarray(50)];
    const replies = await exchangeTcp(server, pieces, 3);
    expect(replies.map((reply) => decode(reply).id).toSorted()).toEqual([1, 2, 3]);
    expect(server.queries().map(({ transport }) => transport)).toEqual(['tcp', 'tcp', 'tcp']);
  });

  test('closing the server ends the connections that are open', async () => {
    const server = await startDnsServer({ answer: () => ({ kind: 'silence' }) });
    const connection = connect(server.port, '127.0.0.1');
    await once(connection, 'connect');
    connection.resume();
    const ended = once(connection, 'close');
    await server.close();
    await ended;
  });
});

describe('a port', () => {
  test('that was asked for is used for both protocols, and is free again after closing', async () => {
    const first = await startDnsServer({ answer: () => ({ kind: 'refused' }) });
    await first.close();
    const second = await startDnsServer({ answer: () => ({ kind: 'refused' }), port: first.port });
    servers.push(second);
    expect(second.address).toBe(`127.0.0.1:${first.port}`);
    expect((await askUdp(second)).rcode).toBe('REFUSED');
    expect(await exchangeTcp(second, [framed(query())], 1)).toHaveLength(1);
  });

  test('whose UDP half is taken is refused, and its TCP half is let go', async () => {
    const taken = createSocket('udp4');
    taken.bind(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address();
    const refused = startDnsServer({ answer: () => ({ kind: 'refused' }), port });
    await expect(refused).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const closed = once(taken, 'close');
    taken.close();
    await closed;
    servers.push(await startDnsServer({ answer: () => ({ kind: 'refused' }), port }));
  });
});

describe("Node's own resolver", () => {
  async function resolverFor(server: DnsServer) {
    const resolver = new Resolver({ timeout: 2000, tries: 1 });
    resolver.setServers([server.address]);
    return resolver;
  }

  test('understands addresses, chains, wildcards and name errors', async () => {
    const server = await start(
      answerFromTable({
        'network.test': { a: ['127.0.0.1'], aaaa: ['::1'] },
        [NAME]: { cname: 'network.test' },
        '*.wild.test': { a: ['192.0.2.9'] },
      }),
    );
    const resolver = await resolverFor(server);
    expect(await resolver.resolve4(NAME)).toEqual(['127.0.0.1']);
    expect(await resolver.resolve6('network.test')).toEqual(['::1']);
    expect(await resolver.resolveCname(NAME)).toEqual(['network.test']);
    expect(await resolver.resolve4('any.wild.test')).toEqual(['192.0.2.9']);
    await expect(resolver.resolve4('nobody.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(resolver.resolve6('any.wild.test')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  test('asks again over TCP after a truncated reply', async () => {
    const server = await startSaying({ kind: 'truncated', records: RECORDS });
    expect(await (await resolverFor(server)).resolve4(NAME)).toEqual(['192.0.2.1']);
    expect(server.queries().map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
  });

  test('is not taken in by a reply with another id', async () => {
    const then = { kind: 'records', records: RECORDS } as const;
    const server = await startSaying({ kind: 'forged', forgery: 'other-id', records: OTHER_RECORDS, then });
    expect(await (await resolverFor(server)).resolve4(NAME)).toEqual(['192.0.2.1']);
  });
});
