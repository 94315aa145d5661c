import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type DecodedPacket, decode } from 'dns-packet';
import { query } from '../../../shared/dns/query.ts';
import { joinSocket } from '../../../shared/dns/shared-socket.ts';
import { response, unusedDnsServer } from '../../support/net-dns.ts';

const ADDRESS = '127.0.0.1';
const PATIENT = 5_000;
/** For an answer that never comes. */
const SHORT = 150;
/** So many questions go through one socket. */
const MOST = 8;

interface Heard {
  readonly asked: DecodedPacket;
  readonly from: RemoteInfo;
}

let open: Socket[] = [];

afterEach(() => {
  for (const socket of open) socket.close();
  open = [];
});

/** A server that answers nothing before a number of questions have come: then all of them are under way at once. */
async function serverOf(count: number, reply: (all: readonly Heard[], one: Heard) => Buffer | undefined) {
  const heard: Heard[] = [];
  const socket = createSocket('udp4', (message, from) => {
    heard.push({ asked: decode(message), from });
    if (heard.length !== count) return;
    for (const one of heard) {
      const bytes = reply(heard, one);
      if (bytes !== undefined) socket.send(bytes, one.from.port, one.from.address);
    }
  });
  open.push(socket);
  socket.bind(0, ADDRESS);
  await once(socket, 'listening');
  return { port: socket.address().port, heard };
}

const nameOf = (number: number) => `shop-${number}.example.test`;
const ask = (port: number, number: number, timeout = PATIENT) =>
  query({ address: ADDRESS, port }, nameOf(number), 'A', timeout);
const askAll = (port: number, count: number, timeout?: number) =>
  Promise.all(Array.from({ length: count }, (_, number) => ask(port, number, timeout)));

/** The address that stands for the name of a question. */
const dataOf = (name = '') => `203.0.113.${/\d+/.exec(name)?.[0]}`;
function answerTo(asked: DecodedPacket): Buffer {
  const name = asked.questions?.[0]?.name ?? '';
  return response(asked, { answers: [{ type: 'A', name, data: dataOf(name) }] });
}
const right = (number: number) => ({
  kind: 'answer',
  records: [{ name: nameOf(number), data: dataOf(nameOf(number)) }],
});
const portsOf = (heard: readonly Heard[]) => heard.map(({ from }) => from.port);

describe('questions that are under way at the same time', () => {
  test(`go through one socket to one server, ${MOST} at most, each with an id of its own`, async () => {
    const count = 3 * MOST;
    const { port, heard } = await serverOf(count, (_, { asked }) => answerTo(asked));
    expect(await askAll(port, count)).toMatchObject(
      Array.from({ length: count }, (_, number) => right(number)),
    );
    const byPort = Map.groupBy(heard, ({ from }) => from.port);
    expect([...byPort.values()].map(({ length }) => length)).toEqual([MOST, MOST, MOST]);
    for (const of of byPort.values()) expect(new Set(of.map(({ asked }) => asked.id)).size).toBe(MOST);
  });

  test('each get their own answer, in whatever order they come', async () => {
    const { port } = await serverOf(MOST, (all, one) =>
      answerTo(all.at(-1 - all.indexOf(one))?.asked ?? one.asked),
    );
    expect(await askAll(port, MOST)).toMatchObject(
      Array.from({ length: MOST }, (_, number) => right(number)),
    );
  });

  test('to two servers go through two sockets', async () => {
    const [one, other] = [
      await serverOf(1, (_, { asked }) => answerTo(asked)),
      await serverOf(1, (_, { asked }) => answerTo(asked)),
    ];
    expect(await Promise.all([ask(one.port, 1), ask(other.port, 2)])).toMatchObject([right(1), right(2)]);
    expect(portsOf(one.heard)).not.toEqual(portsOf(other.heard));
  });

  test.each<readonly [string, (all: readonly Heard[]) => DecodedPacket]>([
    [
      'the id of one and the question of another',
      ([one, other]) => ({ ...one?.asked, questions: other?.asked.questions }) as DecodedPacket,
    ],
    [
      'the question of one and an id of none',
      ([one]) => ({ ...one?.asked, id: ((one?.asked.id ?? 0) + 1) & 0xffff }) as DecodedPacket,
    ],
  ])('are not answered by %s', async (_, forged) => {
    const { port } = await serverOf(2, (all) => answerTo(forged(all)));
    expect(await askAll(port, 2, SHORT)).toEqual([
      { kind: 'failed', failure: 'timeout' },
      { kind: 'failed', failure: 'timeout' },
    ]);
  });

  test('all fail at once where nobody listens', async () => {
    const { port } = await unusedDnsServer();
    const failed = { kind: 'failed', failure: 'unreachable' };
    expect(await askAll(port, MOST)).toEqual(Array.from({ length: MOST }, () => failed));
  });
});

describe('a socket', () => {
  test('hears no answer to a question that is over', async () => {
    // The first question is sent three times, and over when the second one is sent again: then its answer comes.
    const { port, heard } = await serverOf(5, ([first], one) => answerTo(first?.asked ?? one.asked));
    const answers = await Promise.all([ask(port, 1, SHORT), ask(port, 2, 20 * SHORT)]);
    const timeout = { kind: 'failed', failure: 'timeout' };
    expect(answers).toEqual([timeout, timeout]);
    expect(heard.map(({ asked }) => asked.questions?.[0]?.name)).toEqual(
      [1, 2, 1, 1, 2, 2].map((number) => nameOf(number)),
    );
    expect(new Set(portsOf(heard)).size).toBe(1);
  });

  test('sends a question no more that is answered, while another one goes on', async () => {
    const { port, heard } = await serverOf(2, (all, { asked }) =>
      asked.id === all[0]?.asked.id ? answerTo(asked) : undefined,
    );
    const answers = await Promise.all([ask(port, 1, SHORT), ask(port, 2, SHORT)]);
    expect(answers).toMatchObject([right(1), { kind: 'failed', failure: 'timeout' }]);
    expect(heard.map(({ asked }) => asked.questions?.[0]?.name)).toEqual(
      [1, 2, 2, 2].map((number) => nameOf(number)),
    );
  });

  test('has closed when its last question is over: the next one has another port', async () => {
    const { port, heard } = await serverOf(1, (_, { asked }) => answerTo(asked));
    await ask(port, 1);
    await ask(port, 2, SHORT);
    expect(new Set(portsOf(heard)).size).toBe(2);
  });

  test('takes no id a second time, be its question over or not', async () => {
    const { port, heard } = await serverOf(Number.NaN, () => undefined);
    const join = (id: number) =>
      joinSocket({ address: ADDRESS, port }, id, { hear: () => {}, fail: () => {} });
    const over = join(1);
    const first = join(2);
    over.leave(1);
    const places = [
      { id: 2, socket: first },
      { id: 1, socket: join(1) },
      { id: 3, socket: join(3) },
      { id: 1, socket: join(1) },
    ];
    for (const [number, { socket }] of places.entries())
      socket.send(response({ id: number } as DecodedPacket));
    while (heard.length < places.length) await new Promise(setImmediate);
    for (const { id, socket } of places) socket.leave(id);
    const portOf = new Map(heard.map(({ asked, from }) => [asked.id, from.port]));
    const [ofFirst, ofSecond, ofThird, ofLast] = places.map((_, number) => portOf.get(number));
    expect(ofThird).toBe(ofSecond);
    expect(new Set([ofFirst, ofSecond, ofLast]).size).toBe(3);
  });
});
