import { createServer } from 'node:http';
import { listen } from '../../../local/listener.ts';
import { PAGE_HEADERS, type Page } from '../../../shared/status/page/page.ts';

/** Serves one page, with the headers that it is made to be sent with. */
export interface PageServer {
  readonly url: string;
  /** How often the page was asked for. */
  requests(): number;
  /** What is answered from now on. */
  answer(page: Page, status?: number): void;
  /** Keeps back every answer from now on, until it is told to give them. */
  hold(): () => void;
  close(): Promise<void>;
}

export async function startPageServer(first: Page): Promise<PageServer> {
  let page = first;
  let status = 200;
  let requests = 0;
  let held = Promise.resolve();
  const server = createServer(async (request, response) => {
    if (request.url?.startsWith('/status?') !== true) {
      response.writeHead(404).end();
      return;
    }
    requests += 1;
    await held;
    response.writeHead(status, { ...PAGE_HEADERS, 'Content-Security-Policy': page.contentSecurityPolicy });
    response.end(page.html);
  });
  const { host, port, close } = await listen(server, '127.0.0.1', 0);
  return {
    url: `http://${host}:${port}/status?domain=shop.example.com&token=abc`,
    requests: () => requests,
    answer(next, nextStatus = 200) {
      page = next;
      status = nextStatus;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    close,
  };
}
