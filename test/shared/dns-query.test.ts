import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { decode, TRUNCATED_RESPONSE } from 'dns-packet';
import type { DnsRecord, DnsReply } from '../../local/internet/dns-server.ts';
import { listen } from '../../local/listener.ts';
import { type AddressType, query } from '../../shared/dns-query.ts';
import { dnsServers, forged, response, unusedDnsServer } from '../support/net-dns.ts';

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

const ask = (port: number, timeout = PATIENT, type: AddressType = 'A') =>
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
      noData: false,
      records: [
        { name: NAME, type: 'CNAME', data: 'network.example' },
        { name: 'network.example', type: 'A', data: '203.0.113.7' },
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

  test('shows by the SOA of the zone that there is no more to be had', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        authorities: [
          {
            type: 'SOA',
            name: 'example.test',
            data: {
              mname: 'ns.test',
              rname: 'host.test',
              serial: 1,
              refresh: 1,
              retry: 1,
              expire: 1,
              minimum: 1,
            },
          },
        ],
      }),
    ]);
    expect(await ask(port)).toEqual({ kind: 'answer', nameExists: true, records: [], noData: true });
  });

  test('leaves out records of other types', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        answers: [
          { type: 'TXT', name: NAME, data: 'v=spf1 -all' },
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
    ['FORMERR', 1],
    ['NOTIMP', 4],
    ['NOTAUTH', 9],
  ])('%s', async (_, rcode) => {
    const { port } = await servers.startRaw((asked) => [response(asked, { flags: rcode })]);
    expect(await ask(port)).toEqual({ kind: 'failed', failure: 'server-failure' });
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

  test('comes with a fresh id from a fresh port each time', async () => {
    const seen: { id: number | undefined; port: number }[] = [];
    const { port } = await servers.startRaw((asked, from) => {
      seen.push({ id: asked.id, port: from.port });
      return [response(asked)];
    });
    await Promise.all(Array.from({ length: 10 }, () => ask(port)));
    expect(new Set(seen.map((one) => one.port)).size).toBe(10);
    expect(new Set(seen.map((one) => one.id)).size).toBeGreaterThan(5);
  });

  test('desires recursion', async () => {
    const desired: boolean[] = [];
    const { port } = await servers.startRaw((asked) => {
      desired.push(asked.flag_rd);
      return [response(asked)];
    });
    await ask(port);
    expect(desired).toEqual([true]);
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

  test('the question after another type, with the answer after it', async () => {
    const { port } = await servers.startRaw((asked) => [
      response(asked, {
        questions: [{ name: NAME, type: 'AAAA' }],
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
