import type { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import type { RequestInit, Response } from 'node-fetch';

/** What came back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** What the system or the client says of a call that got no answer. Never its message, which would show the URL. */
export interface HttpFailure {
  readonly name?: string;
  readonly code?: string;
  readonly type?: string;
}

interface HttpLimits {
  /** For the whole call, in milliseconds. */
  readonly timeout: number;
  /** The largest body that is read, in bytes. */
  readonly size: number;
}

interface StreamLimits extends HttpLimits {
  /** How long nothing may come, in milliseconds; `timeout` is for the whole call. */
  readonly silence: number;
}

type Init = RequestInit & { readonly headers: Readonly<Record<string, string>> };

/** Makes one call, on a connection of its own unless `agent` keeps one, and follows no redirect. It never throws. */
export async function callHttp(
  url: string,
  init: Init,
  { timeout, size }: HttpLimits,
): Promise<HttpAnswer | { readonly failure: HttpFailure }> {
  try {
    const response = await request(url, { ...init, size, signal: AbortSignal.timeout(timeout) });
    return { status: response.status, body: await bodyOf(response) };
  } catch (error) {
    return { failure: error as HttpFailure };
  }
}

/**
 * Makes one call as `callHttp` does, and gives the body away as it arrives: it may be larger than there is room for.
 *
 * @param take told each piece of the text; says whether it wants more
 */
export async function streamHttp(
  url: string,
  init: Init,
  { timeout, silence, size }: StreamLimits,
  take: (text: string) => boolean,
): Promise<{ readonly status: number } | { readonly failure: HttpFailure }> {
  const silent = new AbortController();
  const silenceEnds = setTimeout(() => silent.abort(), silence);
  try {
    const signal = AbortSignal.any([silent.signal, AbortSignal.timeout(timeout)]);
    const response = await request(url, { ...init, signal });
    const { status } = response;
    if (isRedirect(response)) {
      await bodyOf(response);
      return { status };
    }
    const decoder = new TextDecoder();
    let received = 0;
    for await (const piece of (response.body as Readable | null) ?? []) {
      silenceEnds.refresh();
      received += (piece as Buffer).length;
      if (received > size) return { failure: { type: 'max-size' } };
      if (!take(decoder.decode(piece as Buffer, { stream: true }))) break;
    }
    return { status };
  } catch (error) {
    const isOver = !silent.signal.aborted && (error as HttpFailure).name === 'AbortError';
    return { failure: isOver ? { type: 'too-slow' } : (error as HttpFailure) };
  } finally {
    clearTimeout(silenceEnds);
  }
}

/** Keeps one connection from call to call, for who makes many and waits for each: it must be destroyed behind the last. */
export async function keepConnection(url: string): Promise<Agent> {
  const { Agent } = await (url.startsWith('https:') ? import('node:https') : import('node:http'));
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

async function request(url: string, init: Init): Promise<Response> {
  // Loaded at the first call: it is not needed to tell a caller that his request is wrong.
  const { default: fetch } = await import('node-fetch');
  return await fetch(url, {
    ...init,
    // A connection that was kept while the instance was frozen would be a dead one.
    headers: { ...(init.agent === undefined && { Connection: 'close' }), ...init.headers },
    redirect: 'manual',
  });
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

/** The body of a redirect says nothing: it may be huge, or never end. */
async function bodyOf(response: Response): Promise<string> {
  if (!isRedirect(response)) return await response.text();
  (response.body as Readable | null)?.destroy();
  return '';
}
