import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Puts a line on top of a page, before it is sent. What is no page stays as it is. */
export function putOnTop(response: ServerResponse, words: string): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  let isPage = false;
  response.writeHead = ((status: number, headers: OutgoingHttpHeaders, ...more: unknown[]) => {
    isPage = String(headers?.['Content-Type']).startsWith('text/html');
    // With the line it is longer than whoever made it has said.
    const kept = Object.entries(headers ?? {}).filter(([name]) => !isPage || name !== 'Content-Length');
    return writeHead(status, Object.fromEntries(kept), ...more);
  }) as ServerResponse['writeHead'];
  response.end = ((chunk: unknown, ...more: unknown[]) =>
    end(
      isPage && typeof chunk === 'string' ? chunk.replace('<body>', `<body>\n<p>${words}</p>`) : chunk,
      ...more,
    )) as ServerResponse['end'];
}
