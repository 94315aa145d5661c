import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { DomainName } from '../domain/name.ts';
import { callHttp, type HttpAnswer } from '../http/call.ts';
import { signEvent } from '../http/signature.ts';
import { timeField, wholeNumber } from '../mapping/fields.ts';
import type { Stage } from '../mapping/mapping.ts';
import { type BadRow, type DomainRow, readRows } from './domain-row.ts';

/** What WordPress wants of a domain now. */
export type Wish =
  | {
      readonly kind: 'mapped' | 'removed';
      /** When it came to want that, or was last told a stage of it; undefined where it does not say. */
      readonly heardAt: Date | undefined;
      /** How many domains are done and need an alias; undefined where it does not say. */
      readonly done?: number | undefined;
    }
  /** WordPress has never heard of the domain. */
  | { readonly kind: 'unheard-of'; readonly done?: number | undefined }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** A stage that a mapping has come to, for the people who look at it in WordPress. */
interface StageReport {
  readonly domain: DomainName;
  readonly stage: Stage;
  /** Whether the domain can be reached over HTTPS. */
  readonly secure: boolean;
  /** A sentence. */
  readonly message: string;
  /** Whether the mapping begins anew: then an earlier stage than the last one is no report that comes too late. */
  readonly isAnew: boolean;
}

type Reported =
  | { readonly kind: 'taken' }
  /** WordPress has removed the domain since, or never had it: nobody there waits for the report. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** All that WordPress knows of one domain. */
export type RowAnswer =
  | (Omit<DomainRow, 'domain' | 'siteId'> & {
      readonly kind: 'row';
      /** When it came to want that; undefined where it does not say. */
      readonly wishedAt: Date | undefined;
    })
  | { readonly kind: 'unheard-of' }
  | { readonly kind: 'unanswered'; readonly reason: string };

/** All that WordPress wants. A row that cannot be read says nothing of the others. */
type DomainList =
  | { readonly kind: 'list'; readonly rows: readonly DomainRow[]; readonly badRows: readonly BadRow[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The routes of the plugin. No call throws: whatever goes wrong is a result. */
export interface WordPress {
  wishFor(domain: DomainName): Promise<Wish>;
  /** The whole of what it knows. */
  rowFor(domain: DomainName): Promise<RowAnswer>;
  /** Every row, page by page. One page that cannot be had makes the whole list unreadable. */
  listDomainRows(): Promise<DomainList>;
  report(report: StageReport): Promise<Reported>;
}

interface WordPressOptions {
  /** The address of the network's main site. */
  readonly url: string;
  readonly webhookSecret: string;
  /** Takes secrets out of what the other side said. */
  readonly redact: (text: string) => string;
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
  done: v.fallback(v.optional(wholeNumber), undefined),
  domains: v.array(
    v.object({
      domain: v.string(),
      wanted: v.picklist(['mapped', 'removed']),
      updated_at: v.fallback(v.optional(timeField), undefined),
    }),
  ),
});

const Page = v.object({ domains: v.array(v.unknown()), next: v.nullable(v.string()) });

/** Rows of a page: the most that the plugin gives. */
const PAGE = 1000;

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
    async rowFor(domain) {
      const answer = await post('domains', { domain });
      return 'failure' in answer ? unanswered(answer.failure) : readRow(answer);
    },
    async listDomainRows() {
      const rows: DomainRow[] = [];
      const badRows: BadRow[] = [];
      for (let after = ''; ; ) {
        const json = { after, limit: PAGE };
        const first = await post('domains', json);
        // A hundred pages are not asked for anew because of one.
        const page = readPage('failure' in first || !isGood(first) ? await post('domains', json) : first);
        if (page.kind === 'unreadable') return page;
        // Read at once: a hundred thousand of them as they came would take a lot of room beside those that are read.
        const read = readRows(page.rows);
        rows.push(...read.rows);
        badRows.push(...read.badRows);
        if (page.next === null) return { kind: 'list', rows, badRows };
        // A page that leads nowhere would be asked for without end.
        if (page.next <= after) {
          return { kind: 'unreadable', reason: `WordPress gave a page behind ${after} that leads nowhere` };
        }
        after = page.next;
      }
    },
    async report({ domain, stage, secure, message, isAnew }) {
      const answer = await post('stage', { domain, stage, secure, message, anew: isAnew });
      if ('failure' in answer) return unanswered(answer.failure);
      if (isOutdated(answer)) return { kind: 'outdated' };
      return isGood(answer) ? { kind: 'taken' } : unanswered(`WordPress answered HTTP ${answer.status}`);
    },
  };
}

/** A page of rows, each with the longest of names, and whatever WordPress or a plugin of it prints around them. */
const LARGEST_ANSWER = 1024 * 1024;

function readWish(answer: HttpAnswer, domain: DomainName): Wish {
  if (!isGood(answer)) return unanswered(`WordPress answered HTTP ${answer.status}`);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DomainsAnswer), answer.body);
  if (!parsed.success) return unanswered('WordPress answered with something that is no list of domains');
  const { domains, done } = parsed.output;
  const row = domains.find((candidate) => candidate.domain === domain);
  return row === undefined
    ? { kind: 'unheard-of', done }
    : { kind: row.wanted, heardAt: row.updated_at, done };
}

const WishedAt = v.object({ wished_at: v.fallback(v.optional(timeField), undefined) });

function readRow(answer: HttpAnswer): RowAnswer {
  const page = readPage(answer);
  if (page.kind === 'unreadable') return unanswered(page.reason);
  const [row] = page.rows;
  if (row === undefined) return { kind: 'unheard-of' };
  const {
    rows: [read],
    badRows: [bad],
  } = readRows([row]);
  if (read === undefined) return unanswered(`WordPress has a row that cannot be read: ${bad?.reason ?? ''}`);
  const { wanted, stage, updatedAt } = read;
  return { kind: 'row', wanted, stage, updatedAt, wishedAt: v.parse(WishedAt, row).wished_at };
}

type PageRead =
  | { readonly kind: 'page'; readonly rows: readonly unknown[]; readonly next: string | null }
  | { readonly kind: 'unreadable'; readonly reason: string };

function readPage(answer: HttpAnswer | { readonly failure: string }): PageRead {
  if ('failure' in answer) return { kind: 'unreadable', reason: answer.failure };
  if (!isGood(answer)) return { kind: 'unreadable', reason: `WordPress answered HTTP ${answer.status}` };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Page), answer.body);
  return parsed.success
    ? { kind: 'page', rows: parsed.output.domains, next: parsed.output.next }
    : { kind: 'unreadable', reason: 'WordPress answered with something that is no page of domains' };
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
