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

/** Makes one call, on a connection of its own, and follows no redirect. It never throws. */
export async function callHttp(
  url: string,
  init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
  { timeout, size }: HttpLimits,
): Promise<HttpAnswer | { readonly failure: HttpFailure }> {
  // Loaded at the first call: it is not needed to tell a caller that his request is wrong.
  const { default: fetch } = await import('node-fetch');
  try {
    const response = await fetch(url, {
      ...init,
      // A connection that was kept while the instance was frozen would be a dead one.
      headers: { Connection: 'close', ...init.headers },
      redirect: 'manual',
      size,
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, body: await bodyOf(response) };
  } catch (error) {
    return { failure: error as HttpFailure };
  }
}

/** The body of a redirect says nothing: it may be huge, or never end. */
async function bodyOf(response: Response): Promise<string> {
  const isRedirect = response.status >= 300 && response.status < 400;
  if (!isRedirect) return await response.text();
  (response.body as Readable | null)?.destroy();
  return '';
}
