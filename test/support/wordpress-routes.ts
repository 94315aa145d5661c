import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../../local/listener.ts';
import { verifyEvent } from '../../shared/http/signature.ts';

/** How the plugin's routes answer, beside what they do. */
export type Behaviour =
  | { readonly kind: 'well' }
  /** With what `next` of a page is to be, whatever comes behind it. */
  | { readonly kind: 'next'; readonly next: unknown }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silent' };

export interface WordPressRoutes {
  readonly url: string;
  /** What WordPress wants of each domain. */
  readonly wishes: Map<string, 'mapped' | 'removed'>;
  /** How many domains it says are done; nothing, as the plugin before, if undefined. */
  done: unknown;
  /** The rows of the whole list, in the order of their domains; each as it goes over the wire. */
  list: readonly unknown[];
  /** The pages of it that were asked for, in their order. */
  readonly pages: { after: string; limit: number }[];
  /** The reports that were taken, in their order. */
  readonly reports: { domain: string; stage: string; secure: boolean; message: string }[];
  /** The webhook ids of all calls. */
  readonly ids: string[];
  /** How the next calls are answered: one behaviour for each, and the last for all that come after. */
  behave(...behaviours: readonly [Behaviour, ...Behaviour[]]): void;
  close(): Promise<void>;
}

/** The routes of the plugin over real HTTP, for calls that are signed with the secret and no others. */
export async function startWordPressRoutes(secret: string): Promise<WordPressRoutes> {
  const wishes: WordPressRoutes['wishes'] = new Map();
  const reports: WordPressRoutes['reports'] = [];
  const ids: string[] = [];
  const pages: WordPressRoutes['pages'] = [];
  let behaviours: Behaviour[] = [{ kind: 'well' }];
  const nextBehaviour = () => (behaviours.length > 1 ? behaviours.shift() : behaviours[0]);

  function page({ after, limit }: { after: string; limit: number }): { domains: unknown[]; next: unknown } {
    pages.push({ after, limit });
    const behind = routes.list.filter((row) => nameOf(row) > after);
    const domains = behind.slice(0, limit);
    return { domains, next: behind.length > limit ? nameOf(domains.at(-1)) : null };
  }

  function answer(
    path: string,
    json: { domain: string } | { after: string; limit: number },
  ): { status: number; body: object } {
    if ('after' in json) return { status: 200, body: page(json) };
    const wanted = wishes.get(json.domain);
    if (path === '/wp-json/closte-domain-sync/v1/domains') {
      const domains =
        wanted === undefined
          ? []
          : [{ domain: json.domain, site_id: 2, wanted, stage: null, updated_at: '' }];
      const { done } = routes;
      return { status: 200, body: { domains, next: null, ...(done !== undefined && { done }) } };
    }
    if (path !== '/wp-json/closte-domain-sync/v1/stage') return { status: 404, body: {} };
    if (wanted === 'removed') return { status: 409, body: {} };
    reports.push(json as unknown as WordPressRoutes['reports'][number]);
    return { status: 200, body: {} };
  }

  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const verified = verifyEvent(secret, request.headers, bytes);
    if (verified.ok) ids.push(verified.id);
    const behaviour = nextBehaviour() ?? { kind: 'well' };
    if (behaviour.kind === 'silent') return;
    if (behaviour.kind === 'reset') return void response.destroy();
    if (behaviour.kind === 'status') return void response.writeHead(behaviour.status).end(behaviour.body);
    const { status, body } = verified.ok
      ? answer(request.url ?? '', JSON.parse(bytes.toString()))
      : { status: 401, body: {} };
    const told = behaviour.kind === 'next' ? { ...body, next: behaviour.next } : body;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(told));
  });
  const { host, port, close } = await listen(server, '127.0.0.1', 0);
  const routes: WordPressRoutes = {
    url: `http://${host}:${port}`,
    wishes,
    done: undefined,
    list: [],
    pages,
    reports,
    ids,
    behave(...next) {
      behaviours = [...next];
    },
    close,
  };
  return routes;
}

function nameOf(row: unknown): string {
  return String((row as { domain?: unknown } | undefined)?.domain ?? '');
}
