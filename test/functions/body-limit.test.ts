import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Instance, startInstance } from '../../bench/instance.ts';
import { API_KEY, type BenchWorld, NETWORK, startWorld } from '../../bench/world.ts';
import { signEvent } from '../../shared/http/signature.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { openRawConnection } from '../support/raw-connection.ts';

// As built, under Google's own launcher, in one process through all of it.

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const LIMIT = 16 * 1024;
const MIB = 1024 * 1024;
const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'multipart/form-data; boundary=x',
];

let world: BenchWorld;
let instance: Instance;

beforeAll(async () => {
  world = await startWorld({ dns: 0, tls: 0 });
  const started = await startInstance(PROJECT, 'map', world.environment, { method: 'POST', body: '{}' });
  instance = started.instance;
});

afterAll(async () => {
  await instance.stop();
  await world.close();
});

const portOf = ({ url }: Instance) => Number(new URL(url).port);

interface Answered {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly code: unknown;
}

/** Sends a body, in chunks unless the headers have its length, and goes on sending until there is an answer. */
function send(headers: Record<string, string | number>, pieces: readonly Buffer[]): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(instance.url, { method: 'POST', headers, agent: false }, async (response) => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      const type = response.headers['content-type'];
      const code = type?.includes('json') ? JSON.parse(text).code : undefined;
      resolve({ status: response.statusCode, type, code });
    });
    // Once it is answered, an error is about what was still on its way.
    sent.on('error', reject);
    void (async () => {
      for (const piece of pieces) {
        if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), once(sent, 'close')]);
        if (sent.destroyed) return;
      }
      sent.end();
    })().catch(reject);
  });
}

const PROBLEM = 'application/problem+json';
const TOO_LARGE = { status: 413, type: PROBLEM, code: 'body-too-large' };
const COMPRESSED = { status: 415, type: PROBLEM, code: 'unsupported-media-type' };

/** Ten times a MiB that together are JSON. */
function largeJson(): readonly Buffer[] {
  const all = Buffer.alloc(10 * MIB, 'x');
  all.write('{"domain":"');
  all.write('"}', all.length - 2);
  return Array.from({ length: 10 }, (_, index) => all.subarray(index * MIB, (index + 1) * MIB));
}

/** By how many MiB the most memory that the instance ever had grows. Where the system does not tell: by none. */
async function growth(meanwhile: () => Promise<void>): Promise<number> {
  const before = instance.peakMemory() ?? 0;
  await meanwhile();
  return (instance.peakMemory() ?? 0) - before;
}

describe('10 MiB of JSON, of any type, are refused', () => {
  test.each(['with their length', 'in chunks'])('%s', async (how) => {
    const length = how === 'in chunks' ? {} : { 'content-length': 10 * MIB };
    for (const type of TYPES) {
      expect(await send({ 'content-type': type, ...length }, largeJson())).toEqual(TOO_LARGE);
    }
  });

  test('and not held, even if all of them are sent before anybody looks for the answer', async () => {
    const chunked = largeJson().map((piece) =>
      Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')]),
    );
    const ways: readonly [string, readonly Buffer[]][] = [
      [`Content-Length: ${10 * MIB}`, largeJson()],
      ['Transfer-Encoding: chunked', [...chunked, Buffer.from('0\r\n\r\n')]],
    ];
    // What is thrown away stays a while before V8 clears it away: the bound is half of what is sent.
    const rounds = [...TYPES, ...TYPES];
    const grown = await growth(async () => {
      for (const type of rounds) {
        for (const [header, pieces] of ways) {
          const caller = await openRawConnection(portOf(instance));
          await caller.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${header}\r\n\r\n`);
          for (const piece of pieces) await caller.write(piece);
          expect(await caller.statuses(1)).toEqual([413]);
          caller.destroy();
        }
      }
    });
    expect(grown).toBeLessThan((rounds.length * ways.length * 10) / 2);
  });
});

const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

describe.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', (bytes: Buffer) => brotliCompressSync(bytes, QUICKLY)],
])('%s', (encoding, compress) => {
  test('100 MiB of zeros, compressed, of any type, are refused and not inflated', async () => {
    const bytes = compress(Buffer.alloc(100 * MIB));
    const answers: Answered[] = [];
    const grown = await growth(async () => {
      for (const type of TYPES) {
        const headers = { 'content-type': type, 'content-encoding': encoding };
        answers.push(await send({ ...headers, 'content-length': bytes.length }, [bytes]));
        answers.push(await send(headers, [bytes]));
      }
    });
    expect(answers).toEqual(answers.map(() => COMPRESSED));
    expect(grown).toBeLessThan(100);
  });
});

describe('a signed event of', () => {
  let events = 0;

  function event(bytes: number): [Record<string, string>, Buffer] {
    events += 1;
    const written = (padding: string) =>
      JSON.stringify({
        type: 'domain.mapped',
        domain: `s-${events}.example.test`,
        site_id: 2,
        network_domain: NETWORK,
        padding,
      });
    const text = written('x'.repeat(bytes - written('').length));
    const signature = signEvent(derivedSecret(API_KEY), `evt_limit_${events}`, new Date(), text);
    return [{ 'content-type': 'application/json', ...signature }, Buffer.from(text)];
  }

  test.each(['with its length', 'in chunks'])('16 KiB, %s, reaches the function', async (how) => {
    const [headers, body] = event(LIMIT);
    const length = how === 'in chunks' ? {} : { 'content-length': body.length };
    const answer = await send({ ...headers, ...length }, [body.subarray(0, 1000), body.subarray(1000)]);
    expect(answer).toMatchObject({ status: 202, type: 'application/json' });
  });

  test.each(['with its length', 'in chunks'])('16 KiB and a byte, %s, is refused', async (how) => {
    const [headers, body] = event(LIMIT + 1);
    const length = how === 'in chunks' ? {} : { 'content-length': body.length };
    const answer = await send({ ...headers, ...length }, [body.subarray(0, 1000), body.subarray(1000)]);
    expect(answer).toEqual(TOO_LARGE);
  });
});

test('a body that is not JSON is told so in our own form', async () => {
  const signature = signEvent(derivedSecret(API_KEY), 'evt_no_json', new Date(), 'no JSON');
  const headers = { 'content-type': 'application/json', ...signature };
  expect(await send(headers, [Buffer.from('no JSON')])).toEqual({
    status: 400,
    type: PROBLEM,
    code: 'invalid-json',
  });
});

test('bodies without an end, a little at a time, are not held, and nobody else waits for them', async () => {
  const callers = await Promise.all(Array.from({ length: 40 }, () => openRawConnection(portOf(instance))));
  const all = (bytes: string) => Promise.all(callers.map((caller) => caller.write(bytes)));
  const grown = await growth(async () => {
    await all('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    // Up to the limit, in pieces of 16 bytes.
    for (let pieces = 0; pieces < LIMIT / 16; pieces += 1) await all('10\r\n0123456789abcdef\r\n');
    expect(await send({ 'content-type': 'text/plain' }, [Buffer.from('{}')])).toMatchObject({ status: 415 });
    await all('1\r\nx\r\n');
    const statuses = await Promise.all(callers.map((caller) => caller.statuses(1)));
    expect(statuses).toEqual(callers.map(() => [413]));
    // They do not end even now: 160 MiB more.
    for (let more = 0; more < 4; more += 1) await all(`100000\r\n${'x'.repeat(MIB)}\r\n`);
  });
  for (const caller of callers) caller.destroy();
  expect(grown).toBeLessThan(100);
});

test('status is asked as before, and a body that comes with the question is refused like any other', async () => {
  const bytes = 'x'.repeat(LIMIT + 1);
  const started = await startInstance(PROJECT, 'status', world.environment, {});
  const posted = await fetch(started.instance.url, {
    method: 'POST',
    body: bytes,
    headers: { accept: 'application/json' },
  });
  const { code } = (await posted.json()) as { code: string };
  await started.instance.stop();
  expect([started.status, posted.status, code]).toEqual([401, 413, 'body-too-large']);
});
