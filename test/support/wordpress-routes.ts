import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../../local/listener.ts';
import { verifyEvent } from '../../shared/signature.ts';

/** How the plugin's routes answer, beside what they do. */
export type Behaviour =
  | { readonly kind: 'well' }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silent' };

export interface WordPressRoutes {
  readonly url: string;
  /** What WordPress wants of each domain. */
  readonly wishes: Map<string, 'mapped' | 'removed'>;
  /** The reports that were taken, in their order. */
  readonly reports: { domain: string; stage: string; secure: boolean; message: string }[];
  /** The webhook ids of all calls. */
  readonly ids: string[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** The routes of the must-use plugin over real HTTP, for calls that are signed with the secret and no others. */
export async function startWordPressRoutes(secret: string): Promise<WordPressRoutes> {
  const wishes: WordPressRoutes['wishes'] = new Map();
  const reports: WordPressRoutes['reports'] = [];
  const ids: string[] = [];
  let behaviour: Behaviour = { kind: 'well' };

  function answer(path: string, json: { domain: string }): { status: number; body: object } {
    const wanted = wishes.get(json.domain);
    if (path === '/wp-json/closte-domain-sync/v1/domains') {
      const domains =
        wanted === undefined
          ? []
          : [{ domain: json.domain, site_id: 2, wanted, stage: null, updated_at: '' }];
      return { status: 200, body: { domains, next: null } };
    }
    if (path !== '/wp-json/closte-domain-sync/v1/stage') return { status: 404, body: {} };
    if (wanted === 'removed') return { status: 409, body: {} };
    reports.push(json as WordPressRoutes['reports'][number]);
    return { status: 200, body: {} };
  }

  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const verified = verifyEvent(secret, request.headers, bytes);
    if (verified.ok) ids.push(verified.id);
    if (behaviour.kind === 'silent') return;
    if (behaviour.kind === 'reset') return void response.destroy();
    if (behaviour.kind === 'status') return void response.writeHead(behaviour.status).end(behaviour.body);
    const { status, body } = verified.ok
      ? answer(request.url ?? '', JSON.parse(bytes.toString()))
      : { status: 401, body: {} };
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  const { host, port, close } = await listen(server, '127.0.0.1', 0);
  return {
    url: `http://${host}:${port}`,
    wishes,
    reports,
    ids,
    behave(next) {
      behaviour = next;
    },
    close,
  };
}
