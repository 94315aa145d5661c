import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { DomainName } from './domain-name.ts';
import { callHttp, type HttpAnswer } from './http-call.ts';
import type { FinalStage, VisitedStage } from './mapping.ts';
import type { Redact } from './redact.ts';
import { signEvent } from './signature.ts';

/** What WordPress wants of a domain now. */
export type Wish =
  | { readonly kind: 'mapped' }
  | { readonly kind: 'removed' }
  /** WordPress has never heard of the domain. */
  | { readonly kind: 'unheard-of' }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** A stage that a mapping has come to, for the people who look at it in WordPress. */
export interface StageReport {
  readonly domain: DomainName;
  readonly stage: VisitedStage | FinalStage;
  /** Whether the domain can be reached over HTTPS. */
  readonly secure: boolean;
  /** A sentence. */
  readonly message: string;
}

export type Reported =
  | { readonly kind: 'taken' }
  /** WordPress has removed the domain since, or never had it: nobody there waits for the report. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** The routes of the must-use plugin. No call throws: whatever goes wrong is a result. */
export interface WordPress {
  wishFor(domain: DomainName): Promise<Wish>;
  report(report: StageReport): Promise<Reported>;
}

export interface WordPressOptions {
  /** The address of the network's main site. */
  readonly url: string;
  readonly webhookSecret: string;
  readonly redact: Redact;
  /** For a whole call, in milliseconds. */
  readonly timeout: number;
}

export const WORDPRESS_TIMEOUT = 10_000;

const ROUTES = 'wp-json/closte-domain-sync/v1';

const NOT_FOUND = 404;
const CONFLICT = 409;

/** The plugin's code for a domain that the network never had. Any other 404 means that there is no plugin. */
const UNKNOWN_DOMAIN = /"code":\s*"unknown-domain"/;

const DomainsAnswer = v.object({
  domains: v.array(v.object({ domain: v.string(), wanted: v.picklist(['mapped', 'removed']) })),
});

/** A client for the plugin's routes. Every call is signed as an event is, under an id of its own. */
export function createWordPressClient({ url, webhookSecret, redact, timeout }: WordPressOptions): WordPress {
  async function post(route: string, json: object): Promise<HttpAnswer | { readonly failure: string }> {
    const body = JSON.stringify(json);
    // The signature's time is real time, whatever time the functions live in.
    const signed = signEvent(webhookSecret, `fn_${randomUUID()}`, new Date(), body);
    const headers = { 'Content-Type': 'application/json', ...signed };
    const init = { method: 'POST', headers, body };
    const answer = await callHttp(`${url}/${ROUTES}/${route}`, init, { timeout, size: LARGEST_ANSWER });
    if (!('failure' in answer)) return answer;
    const { code, name } = answer.failure;
    return { failure: redact(`WordPress could not be reached (${code ?? name ?? 'unknown error'})`) };
  }

  return {
    async wishFor(domain) {
      const answer = await post('domains', { domain });
      return 'failure' in answer ? unanswered(answer.failure) : readWish(answer, domain);
    },
    async report({ domain, stage, secure, message }) {
      const answer = await post('stage', { domain, stage, secure, message });
      if ('failure' in answer) return unanswered(answer.failure);
      if (isOutdated(answer)) return { kind: 'outdated' };
      return isGood(answer) ? { kind: 'taken' } : unanswered(`WordPress answered HTTP ${answer.status}`);
    },
  };
}

/** One row, and whatever WordPress or a plugin of it prints around it. */
const LARGEST_ANSWER = 1024 * 1024;

function readWish(answer: HttpAnswer, domain: DomainName): Wish {
  if (!isGood(answer)) return unanswered(`WordPress answered HTTP ${answer.status}`);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DomainsAnswer), answer.body);
  if (!parsed.success) return unanswered('WordPress answered with something that is no list of domains');
  const row = parsed.output.domains.find((candidate) => candidate.domain === domain);
  return { kind: row?.wanted ?? 'unheard-of' };
}

function isOutdated({ status, body }: HttpAnswer): boolean {
  return status === CONFLICT || (status === NOT_FOUND && UNKNOWN_DOMAIN.test(body));
}

function isGood({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

function unanswered(reason: string): { readonly kind: 'unanswered'; readonly reason: string } {
  return { kind: 'unanswered', reason };
}
