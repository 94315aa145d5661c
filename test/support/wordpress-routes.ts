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
  /** As the plugin of the version before: what was asked is not named. */
  | { readonly kind: 'no-echo' }
  /** As if it had been asked about another domain, as a cache does that looks at the address only. */
  | { readonly kind: 'about'; readonly domain: string }
  /** An error of WordPress, the plugin's or another one's. */
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message?: string }
  | { readonly kind: 'reset' }
  /** Well, and then closes the connection without a word, as a server does that keeps none for long. */
  | { readonly kind: 'hangs-up' }
  | { readonly kind: 'silent' };

export interface WordPressRoutes {
  readonly url: string;
  /** What WordPress wants of each domain. */
  readonly wishes: Map<string, 'mapped' | 'removed'>;
  /** The mapping that is current of a domain; any other is overtaken. A domain that is not here takes every report. */
  readonly current: Map<string, string>;
  /** How many domains it says are done; nothing, as the plugin before, if undefined. */
  done: unknown;
  /** The rows of the whole list, in the order of their domains; each as it goes over the wire. */
  list: readonly unknown[];
  /** The pages of it that were asked for, in their order. */
  readonly pages: { after: string; limit: number }[];
  /** The reports that were taken, in their order. */
  readonly reports: { domain: string; stage: string; secure: boolean; message: string; mapping_id: string }[];
  /** The domains that were asked about alone, in their order. */
  readonly asked: string[];
  /** How many connections there were. */
  connections(): number;
  /** The webhook ids of all calls. */
  readonly ids: string[];
  /** How the next calls are answered: one behaviour for each, and the last for all that come after. */
  behave(...behaviours: readonly [Behaviour, ...Behaviour[]]): void;
  close(): Promise<void>;
}

/** The routes of the plugin over real HTTP, for calls that are signed with the secret and no others. */
export async function startWordPressRoutes(secret: string): Promise<WordPressRoutes> {
  const wishes: WordPressRoutes['wishes'] = new Map();
  const current: WordPressRoutes['current'] = new Map();
  const asked: WordPressRoutes['asked'] = [];
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
    url: string,
    json: { domain: string } | { after: string; limit: number },
  ): { status: number; body: object } {
    const { pathname, searchParams } = new URL(url, 'http://site');
    const route = pathname === '/' ? searchParams.get('rest_route') : null;
    if ('after' in json) return { status: 200, body: page(json) };
    const { domain } = json;
    const wanted = wishes.get(domain);
    if (route === '/closte-domain-sync/v1/domains') {
      asked.push(domain);
      const domains =
        wanted === undefined ? [] : [{ domain, site_id: 2, wanted, stage: null, updated_at: '' }];
      const { done } = routes;
      return { status: 200, body: { domain, domains, next: null, ...(done !== undefined && { done }) } };
    }
    if (route !== '/closte-domain-sync/v1/stage') return error(404, 'rest_no_route');
    const report = json as unknown as WordPressRoutes['reports'][number];
    const { stage, mapping_id } = report;
    const isOfWish = (stage === 'removed') === (wanted === 'removed');
    if (!isOfWish || (current.get(domain) ?? mapping_id) !== mapping_id) {
      return error(409, 'overtaken');
    }
    reports.push(report);
    return { status: 200, body: { domain, stage, record: 'none' } };
  }

  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const verified = verifyEvent(secret, request.headers, bytes);
    if (verified.ok) ids.push(verified.id);
    const behaviour = nextBehaviour() ?? { kind: 'well' };
    if (behaviour.kind === 'silent') return;
    if (behaviour.kind === 'reset') return void response.destroy();
    if (behaviour.kind === 'status') return void response.writeHead(behaviour.status).end(behaviour.body);
    const json = JSON.parse(bytes.toString());
    const { status, body } = !verified.ok
      ? error(401, 'unauthorized')
      : behaviour.kind === 'error'
        ? error(behaviour.status, behaviour.code, behaviour.message)
        : answer(
            request.url ?? '',
            behaviour.kind === 'about' ? { ...json, domain: behaviour.domain } : json,
          );
    response.writeHead(status, { 'Content-Type': 'application/json' });
    const text = JSON.stringify(changed(body, behaviour));
    // In pieces, as a web server passes on what PHP prints: of no length that is known before.
    response.write(text.slice(0, 1));
    response.end(text.slice(1), () => {
      if (behaviour.kind === 'hangs-up') request.socket.destroy();
    });
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const { host, port, close } = await listen(server, '127.0.0.1', 0);
  const routes: WordPressRoutes = {
    url: `http://${host}:${port}`,
    wishes,
    current,
    asked,
    done: undefined,
    list: [],
    pages,
    reports,
    ids,
    connections: () => connections,
    behave(...next) {
      behaviours = [...next];
    },
    close,
  };
  return routes;
}

function changed(body: object, behaviour: Behaviour): object {
  if (behaviour.kind === 'next') return { ...body, next: behaviour.next };
  return behaviour.kind === 'no-echo' ? { ...body, domain: undefined } : body;
}

/** As WordPress writes an error. */
function error(status: number, code: string, message = 'It is refused.'): { status: number; body: object } {
  return { status, body: { code, message, data: { status } } };
}

function nameOf(row: unknown): string {
  return String((row as { domain?: unknown } | undefined)?.domain ?? '');
}
