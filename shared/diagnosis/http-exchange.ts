import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { connectionFailure } from '../certificate/connection-failure.ts';

export type Scheme = 'http' | 'https';

/** What one address is asked for. */
export interface HttpRequest {
  /** Connected to as it is; a name is never looked up. */
  readonly address: string;
  readonly port: number;
  readonly scheme: Scheme;
  /** Goes out as `Host`, and as server name indication (RFC 6066, 3). */
  readonly name: string;
  /** With the query, if there is one. */
  readonly path: string;
  /** Of the body so much is read, in bytes. */
  readonly mostOfBody: number;
  /** Ends the exchange, however far it has come. */
  readonly deadline: AbortSignal;
}

export type HttpExchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Where a redirect leads, as the server wrote it; undefined if the answer is none. */
      readonly location: string | undefined;
      /** What the server calls itself, as it wrote it. */
      readonly server: string | undefined;
      /** Why browsers do not trust the certificate through which it came; undefined if they do, or there was none. */
      readonly distrust: string | undefined;
      /** What came of it, within the limits. That of a redirect is not read: it says nothing. */
      readonly body: string;
    }
  | { readonly kind: 'refused' }
  /** `connected`: somebody took the connection, and did not answer in time. */
  | { readonly kind: 'timeout'; readonly connected: boolean }
  | { readonly kind: 'no-route' }
  /** Somebody was there, and did not answer with HTTP. */
  | { readonly kind: 'no-http'; readonly detail: string };

/** A proxy may turn away a client that does not say what it is. */
const USER_AGENT = 'closte-domain-sync';

const LARGEST_HEAD = 16 * 1024;

/** RFC 9110, 15.4. The other codes from 300 on redirect nobody. */
const REDIRECTS = [301, 302, 303, 307, 308];

/** Makes one GET request on a connection of its own, by no proxy. Follows no redirect, and never throws. */
export async function exchangeHttp(asked: HttpRequest): Promise<HttpExchange> {
  const { address, port, scheme, name, path, mostOfBody, deadline } = asked;
  const options: RequestOptions = {
    host: address,
    port,
    path,
    // Without the port: a network on one machine is to answer on its own ports as it would on the usual ones.
    headers: { Host: name, 'User-Agent': USER_AGENT, Accept: '*/*', 'Accept-Encoding': 'identity' },
    // An agent of its own: the shared one keeps connections, and takes a proxy from the environment.
    agent: false,
    maxHeaderSize: LARGEST_HEAD,
    signal: deadline,
  };
  const request =
    scheme === 'http'
      ? requestHttp(options)
      : // Not the certificate says who answers, but what only the network can show. Whether it is trusted, is told.
        requestHttps({ ...options, servername: name, rejectUnauthorized: false });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.on('response', resolve).on('error', reject);
  let connected = false;
  request.on('socket', (socket) => socket.on('connect', () => (connected = true)));
  // All that Node tells of an answer that switches protocols, which nobody asked for.
  request.on('close', () => reject(new Error('closed without an answer')));
  request.end();
  try {
    return await read(await promise, mostOfBody);
  } catch (error) {
    return deadline.aborted
      ? { kind: 'timeout', connected }
      : failureOf(error as NodeJS.ErrnoException, address);
  } finally {
    request.destroy();
  }
}

async function read(response: IncomingMessage, mostOfBody: number): Promise<HttpExchange> {
  const { statusCode: status = 0, headers, headersDistinct } = response;
  const location = REDIRECTS.includes(status) ? headers.location : undefined;
  const body = location === undefined ? await firstBytesOf(response, mostOfBody) : '';
  const server = headersDistinct['server']?.[0];
  return { kind: 'answered', status, location, server, distrust: distrustOf(response.socket), body };
}

/** Node's types say Error; it is the code of OpenSSL, or of Node where the name does not fit. */
function distrustOf(socket: Socket): string | undefined {
  return socket instanceof TLSSocket && !socket.authorized ? String(socket.authorizationError) : undefined;
}

/** Where the connection breaks or the time is up, what has come until then: the head has answered already. */
async function firstBytesOf(response: IncomingMessage, most: number): Promise<string> {
  if (most === 0) return '';
  const chunks: Buffer[] = [];
  let left = most;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
  } catch {}
  return Buffer.concat(chunks).toString();
}

function failureOf({ code, message }: NodeJS.ErrnoException, address: string): HttpExchange {
  const detail = code ?? message;
  const failure = connectionFailure(detail, address);
  if (failure === undefined) return { kind: 'no-http', detail };
  return failure === 'timeout' ? { kind: failure, connected: false } : { kind: failure };
}

const MOST_OF_HEADER = 200;

/** What is shown of a header: 200 characters at most, all of them printable (RFC 9110, 5.5: obs-text). */
export function printableHeader(value: string): string {
  return value.slice(0, MOST_OF_HEADER).replace(/[^\x20-\x7e]/g, '?');
}
