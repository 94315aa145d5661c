import { type DomainName, parseDomainName } from '../shared/domain/name.ts';
import { reasonNeverPublic } from '../shared/domain/special-names.ts';
import { type ApiError, apiError } from '../shared/http/api-error.ts';
import { wantsJson } from '../shared/http/reply.ts';
import type { RawRequest } from '../shared/http/request.ts';
import { verifyEvent } from '../shared/http/signature.ts';
import { queueUnavailable, requestRejected } from '../shared/logging/function-entries.ts';
import { QueueUnavailable } from '../shared/queue/queue.ts';
import type { Declaration, Invocation } from '../shared/setup/http-function.ts';
import { statusOf } from '../shared/status/compose.ts';
import { testConnections } from '../shared/status/connection-test.ts';
import type { Gathered } from '../shared/status/gather.ts';
import { restartOf } from '../shared/status/given-up.ts';
import { judgeLink } from '../shared/status/link.ts';
import type { PageProblem } from '../shared/status/page/page.ts';
import { gatherShared } from '../shared/status/shared-gathering.ts';
import { standingOf } from '../shared/status/standing.ts';
import { chooseLanguage } from '../shared/words/choose-language.ts';
import type { Language } from '../shared/words/languages.ts';
import { wordsIn } from '../shared/words/words.ts';

/** What is asked for, and in which form. */
type Asked =
  | { readonly about: 'connections' }
  | {
      readonly about: 'domain';
      readonly domain: DomainName;
      readonly language: Language;
      readonly as: 'json' | 'page';
      readonly query: string;
    };

/**
 * `GET status`: everything that is seen of a domain now, for whoever has a signed link to it or signs the request; and
 * without a domain, whether everything can be reached, for whoever signs the request.
 */
export const status: Declaration<Asked> = {
  enter(request, { webhookSecret, networkDomains: networks, allowPrivateAddresses }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const detail = `the method is ${request.method}; use GET`;
      return { ok: false, error: apiError('method-not-allowed', detail, { Allow: 'GET, HEAD' }) };
    }
    const query = queryOf(request);
    const fields = new URLSearchParams(query);
    const written = fields.get('domain');
    if (written === null) {
      const refused = refusalOfSigner(request, query, webhookSecret);
      return refused ? { ok: false, error: refused } : { ok: true, value: { about: 'connections' } };
    }
    const parsed = parseDomainName(written);
    const reason = parsed.ok
      ? reasonNeverPublic(parsed.domain, { networks, allowPrivateAddresses })
      : parsed.reason;
    if (!parsed.ok || reason !== undefined) {
      const detail = `"${written}" cannot be mapped: ${reason}`;
      return { ok: false, error: apiError('invalid-domain', detail) };
    }
    const { domain } = parsed;
    const refused = fields.has('signature')
      ? refusalOfLink(domain, fields, webhookSecret)
      : refusalOfSigner(request, query, webhookSecret);
    if (refused) return { ok: false, error: refused };
    const language = languageOf(request);
    return {
      ok: true,
      value: { about: 'domain', domain, language, as: wantsJson(request) ? 'json' : 'page', query },
    };
  },
  about: () => undefined,
  async act({ config, services, log }, asked) {
    if (asked.about === 'connections') {
      return { kind: 'json', status: 200, body: await testConnections(services, config.networkDomain) };
    }
    const gathering = gatherShared(services, asked.domain, config.networkDomains);
    if (gathering === undefined) {
      log.write(requestRejected(BUSY));
      return { kind: 'api-error', error: BUSY };
    }
    const gathered = await gathering;
    await startAgain(gathered, { config, services, log });
    const words = await wordsIn(asked.language, asked.as === 'json' ? 'plain' : 'page');
    const seen = statusOf(gathered, config.reconcile.watchSpread, words);
    const headers = languageHeaders(asked.language);
    if (asked.as === 'json') return { kind: 'json', status: 200, body: seen, headers };
    const { renderStatusPage } = await import('../shared/status/page/page.ts');
    return {
      kind: 'page',
      status: 200,
      page: renderStatusPage(seen, config.contact, { words, query: asked.query }),
      headers,
    };
  },
  async present(refused, request, config) {
    if (wantsJson(request)) return { kind: 'api-error', error: refused };
    const { renderProblemPage } = await import('../shared/status/page/page.ts');
    const language = languageOf(request);
    const reader = { words: await wordsIn(language, 'page'), query: queryOf(request) };
    const page = renderProblemPage(pageFor(refused), config?.contact, reader);
    return { kind: 'page', status: refused.status, page, headers: languageHeaders(language) };
  },
};

function queryOf({ url = '' }: RawRequest): string {
  return url.split('?')[1] ?? '';
}

function languageOf(request: RawRequest): Language {
  const asked = new URLSearchParams(queryOf(request)).get('lang');
  return chooseLanguage(asked, request.headers['accept-language']);
}

function languageHeaders({ tag }: Language): Readonly<Record<string, string>> {
  return { 'Content-Language': tag, Vary: 'Accept, Accept-Language' };
}

/** Nothing else is written by a look at the page, and that the queue is down keeps nobody from seeing it. */
async function startAgain(
  gathered: Gathered,
  { config, services, log }: Omit<Invocation, 'progress'>,
): Promise<void> {
  const { networkDomain, networkDomains, interval, reconcile } = config;
  const options = { networkDomain, networkDomains, interval, watchSpread: reconcile.watchSpread };
  const task = restartOf(gathered, standingOf(gathered), options);
  if (task === undefined) return;
  try {
    await services.queue.add(task.visit, task.at);
  } catch (error) {
    if (!(error instanceof QueueUnavailable)) throw error;
    log.write(queueUnavailable(error.message, 'the daily check makes it good'));
  }
}

/** After how many seconds to come again: most gatherings are over by then. */
const RETRY_AFTER = 10;

const BUSY = apiError(
  'busy',
  `too many domains are being looked at just now, and nothing was done: try again in ${RETRY_AFTER} s`,
  { 'Retry-After': String(RETRY_AFTER) },
);

function pageFor({ code, status: answered }: ApiError): PageProblem {
  if (code === 'busy') return 'busy';
  if (answered >= 500) return 'unavailable';
  return code === 'link-expired' ? 'expired' : 'wrong';
}

function refusalOfLink(domain: DomainName, fields: URLSearchParams, secret: string): ApiError | undefined {
  const expires = Number(fields.get('expires'));
  const signature = fields.get('signature') ?? '';
  // A link's time is real time, whatever time the functions live in.
  const verdict = judgeLink(secret, { domain, expires, signature }, new Date());
  switch (verdict) {
    case 'good':
      return undefined;
    case 'expired':
      return apiError('link-expired', 'the link was good for a limited time; ask for a new one');
    case 'wrong':
      return apiError('unauthorized', 'the link is not one of ours, or not whole');
  }
}

/** A request without a body is signed over its query. */
function refusalOfSigner({ headers }: RawRequest, query: string, secret: string): ApiError | undefined {
  const verified = verifyEvent(secret, headers, Buffer.from(query));
  return verified.ok ? undefined : apiError('unauthorized', verified.reason);
}
