import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Listener, listen } from '../../../local/listener.ts';
import { limitBodies } from '../../../shared/http/body-limit.ts';
import type { RawRequest } from '../../../shared/http/request.ts';
import { openRawConnection, type RawConnection } from '../../support/raw-connection.ts';

const LIMIT = 16 * 1024;
const MIB = Buffer.alloc(1024 * 1024, 'x');

/** The requests that came through, in their order. */
let served: RawRequest[];
let server: Listener;
let connection: RawConnection;

async function start(longestRest?: number): Promise<void> {
  served = [];
  const plain = createServer((request, response) => {
    const { refused } = request as RawRequest;
    served.push(request as RawRequest);
    response.writeHead(refused?.status ?? 200).end('x');
  });
  server = await listen(limitBodies(plain, longestRest), '127.0.0.1', 0);
  connection = await openRawConnection(server.port);
}

beforeEach(() => start());
afterEach(async () => {
  connection.destroy();
  await server.close();
});

const head = (...headers: string[]) => ['POST / HTTP/1.1', 'Host: x', ...headers, '', ''].join('\r\n');
const CHUNKED = 'Transfer-Encoding: chunked';
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
const LAST = '0\r\n\r\n';

test('a request without a body goes through as it is', async () => {
  await connection.write('GET /?a=b HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await connection.statuses(1)).toEqual([200]);
  expect([served[0]?.url, served[0]?.rawBody]).toEqual(['/?a=b', undefined]);
});

describe('the bytes are taken as they were sent,', () => {
  const bytes = Buffer.from([0, 0xff, 0xef, 0xbb, 0xbf, 0xc3, 0xa4, 0x0d, 0x0a, 0x7b]);

  test('with a length', async () => {
    await connection.write(head(`Content-Length: ${bytes.length}`));
    for (const byte of bytes) await connection.write(Buffer.from([byte]));
    expect(await connection.statuses(1)).toEqual([200]);
    expect(served[0]?.rawBody).toEqual(bytes);
  });

  test('in chunks', async () => {
    await connection.write(head(CHUNKED));
    for (const byte of bytes) await connection.write(chunk(Buffer.from([byte])));
    await connection.write(LAST);
    expect(await connection.statuses(1)).toEqual([200]);
    expect(served[0]?.rawBody).toEqual(bytes);
  });

  test('none of them', async () => {
    await connection.write(head('Content-Length: 0'));
    expect(await connection.statuses(1)).toEqual([200]);
    expect(served[0]?.rawBody).toHaveLength(0);
  });
});

test('who comes after finds no body, taken or refused', async () => {
  await connection.write(head('Content-Length: 2') + '{}'.concat(head(CHUNKED), `2\r\n{}\r\n${LAST}`));
  await connection.write(head('Content-Length: 2', 'Content-Encoding: gzip').concat('{}'));
  expect(await connection.statuses(3)).toEqual([200, 200, 415]);
  for (const { headers } of served) {
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('transfer-encoding');
  }
});

describe('16 KiB are taken and one byte more is refused,', () => {
  test.each([
    [LIMIT, 200],
    [LIMIT + 1, 413],
  ])('with the length %i: %i', async (length, status) => {
    await connection.write(head(`Content-Length: ${length}`));
    await connection.write(MIB.subarray(0, length));
    expect(await connection.statuses(1)).toEqual([status]);
    expect(served[0]?.rawBody?.length).toBe(status === 200 ? length : undefined);
  });

  test.each([
    [LIMIT, 200],
    [LIMIT + 1, 413],
  ])('in chunks that make %i: %i', async (length, status) => {
    await connection.write(head(CHUNKED));
    for (let at = 0; at < length; at += 1000) {
      await connection.write(chunk(MIB.subarray(at, Math.min(at + 1000, length))));
    }
    await connection.write(LAST);
    expect(await connection.statuses(1)).toEqual([status]);
    expect(served[0]?.rawBody?.length).toBe(status === 200 ? length : undefined);
  });
});

describe('a refusal is answered', () => {
  test('by the length alone, with no byte of the body there', async () => {
    await connection.write(head(`Content-Length: ${LIMIT + 1}`));
    expect(await connection.statuses(1)).toEqual([413]);
  });

  test('by the encoding alone, with no byte of the body there', async () => {
    await connection.write(head('Content-Length: 20', 'Content-Encoding: br'));
    expect(await connection.statuses(1)).toEqual([415]);
  });

  test('in the middle of a body that has no end', async () => {
    await connection.write(head(CHUNKED));
    await connection.write(chunk(MIB));
    expect(await connection.statuses(1)).toEqual([413]);
  });
});

describe('a caller who looks for the answer after he has sent everything', () => {
  const bodies: [string, string, (bytes: Buffer) => Buffer, string][] = [
    ['with a length', `Content-Length: ${10 * MIB.length}`, (bytes) => bytes, ''],
    ['in chunks', CHUNKED, chunk, LAST],
  ];

  test.each(bodies)('%s: finds it, and the connection as good as before', async (_how, body, piece, last) => {
    await connection.write(head(body));
    for (let sent = 0; sent < 10; sent += 1) await connection.write(piece(MIB));
    await connection.write(last);
    await connection.write(head('Content-Length: 2').concat('{}'));
    expect(await connection.statuses(2)).toEqual([413, 200]);
    expect(served[1]?.rawBody).toEqual(Buffer.from('{}'));
  });

  test.each(bodies)('%s: finds it where the connection ends', async (_how, body, piece, last) => {
    await connection.write(head(body, 'Connection: close'));
    for (let sent = 0; sent < 10; sent += 1) await connection.write(piece(MIB));
    await connection.write(last);
    expect(await connection.ended()).toMatch(/^HTTP\/1\.1 413 /);
    expect(connection.failure()).toBeUndefined();
  });
});

test('the rest of a refused body is let go by for a limited time', async () => {
  connection.destroy();
  await server.close();
  await start(300);
  await connection.write(head(CHUNKED));
  await connection.write(chunk(MIB));
  expect(await connection.statuses(1)).toEqual([413]);
  for (let writes = 0; writes < 1000 && connection.failure() === undefined; writes += 1) {
    await connection.write(chunk(Buffer.from('x')));
    await sleep(10);
  }
  expect(connection.failure()).toMatch(/^(ECONNRESET|EPIPE)$/);
});

test('a caller who goes away in the middle harms nobody', async () => {
  for (const sent of ['x', MIB]) {
    const leaving = await openRawConnection(server.port);
    await leaving.write(head(CHUNKED));
    await leaving.write(chunk(Buffer.from(sent)));
    leaving.destroy();
  }
  await connection.write(head('Content-Length: 2').concat('{}'));
  expect(await connection.statuses(1)).toEqual([200]);
});
