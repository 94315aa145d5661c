import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import type { DomainName } from '../domain/name.ts';
import type { ReadonlyList } from '../domain/name-store.ts';
import { type Names, SortedNames } from '../domain/sorted-names.ts';
import { callHttp, keepConnection } from '../http/call.ts';
import { signEvent } from '../http/signature.ts';
import type { Mapping, Stage } from '../mapping/mapping.ts';
import { type AnotherNetwork, readAnswer, somebodyElse, type Unanswered, unanswered } from './answer.ts';
import { type BadRow, type DomainRow, readRows } from './domain-row.ts';
import { isName, type Posted, type RowAnswer, readWholeRow, readWish, type Wish } from './one-domain.ts';
import { RowStore } from './row-store.ts';

/** A stage that a mapping has come to, for the people who look at it in WordPress. */
interface StageReport {
  /** WordPress takes a report only from the mapping that is current there. */
  readonly mapping: Pick<Mapping, 'id' | 'domain' | 'mappedAt'>;
  readonly stage: Stage;
  /** Whether the domain can be reached over HTTPS. */
  readonly secure: boolean;
  /** A sentence. */
  readonly message: string;
  /** The code of the worst problem; undefined where there is none. */
  readonly problem: string | undefined;
  /** Whether the mapping begins anew: then an earlier stage than the last one is no report that comes too late. */
  readonly isAnew: boolean;
  /** When somebody looks at the mapping again; undefined where nothing follows in it. */
  readonly nextLookAt: Date | undefined;
  /** What a person is to be told, where the stage alone does not say it: the name of the log's event. */
  readonly event: 'dns.overdue' | undefined;
  /** Whether Closte says that it needs no alias; undefined where it was not asked. */
  readonly notNeeded: boolean | undefined;
}

export type Reported =
  | { readonly kind: 'taken' }
  /** WordPress has another mapping of the domain by now, or wants it removed. */
  | { readonly kind: 'overtaken' }
  /** WordPress never had the domain: nobody there waits for the report. */
  | { readonly kind: 'unheard-of' }
  | AnotherNetwork
  | Unanswered;

/** All that WordPress wants. A row that cannot be read says nothing of the others. */
type DomainList =
  | { readonly kind: 'list'; readonly rows: ReadonlyList<DomainRow>; readonly badRows: readonly BadRow[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The routes of the plugin. No call throws: whatever goes wrong is a result. */
export interface WordPress {
  wishFor(domain: DomainName): Promise<Wish>;
  /** The whole of what it knows. */
  rowFor(domain: DomainName): Promise<RowAnswer>;
  /**
   * Every row, page by page. One page that cannot be had makes the whole list unreadable.
   *
   * @param known names that are stored already, most domains among them
   */
  listDomainRows(known?: Names): Promise<DomainList>;
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

/** Under /wp-json/ they are only where WordPress has permalinks; asked for like this they are there always. */
const ROUTES = '?rest_route=/closte-domain-sync/v1';

const Page = v.object({ domains: v.array(v.unknown()), next: v.nullable(v.string()) });

/** Rows of a page: the most that the plugin gives. */
const PAGE = 1000;

/** A client for the plugin's routes. Every call is signed as an event is, under an id of its own. */
export function createWordPressClient({ url, webhookSecret, redact, timeout }: WordPressOptions): WordPress {
  async function post(route: string, json: object, agent?: Agent): Promise<Posted> {
    const body = JSON.stringify(json);
    // The signature's time is real time, whatever time the functions live in.
    const signed = signEvent(webhookSecret, `fn_${randomUUID()}`, new Date(), body);
    const headers = { 'Content-Type': 'application/json', ...signed };
    const init = { method: 'POST', headers, body, ...(agent && { agent }) };
    const answer = await callHttp(`${url}/${ROUTES}/${route}`, init, { timeout, size: LARGEST_ANSWER });
    if (!('failure' in answer)) return answer;
    const { code, name } = answer.failure;
    return { failure: redact(`WordPress could not be reached (${code ?? name ?? 'unknown error'})`) };
  }

  async function pageBehind(after: string, agent: Agent): Promise<PageRead> {
    const json = { after, limit: PAGE };
    const first = readPage(await post('domains', json, agent));
    // A hundred pages are not asked for anew because of one.
    return first.kind === 'page' ? first : readPage(await post('domains', json, agent));
  }

  return {
    async wishFor(domain) {
      return readWish(await post('domains', { domain }), domain);
    },
    async rowFor(domain) {
      return readWholeRow(await post('domains', { domain }), domain);
    },
    async listDomainRows(known) {
      const agent = await keepConnection(url);
      const stored = new RowStore(known instanceof SortedNames ? known : undefined);
      const badRows: BadRow[] = [];
      try {
        for (let after = '', coming = pageBehind(after, agent); ; ) {
          const page = await coming;
          if (page.kind === 'unreadable') return page;
          const { rows, next } = page;
          if (next !== null) {
            // A page that leads nowhere would be asked for without end.
            if (next <= after) return unreadable(`WordPress gave a page behind ${after} that leads nowhere`);
            after = next;
            // WordPress makes the next one while this one is read.
            coming = pageBehind(after, agent);
            await nextTurn();
          }
          // Read and stored at once: a million of them as they came would take a lot of room beside those that are read.
          const read = readRows(rows);
          for (const row of read.rows) stored.add(row);
          badRows.push(...read.badRows);
          if (next === null) return { kind: 'list', rows: stored, badRows };
        }
      } finally {
        agent.destroy();
      }
    },
    async report({ mapping, stage, secure, message, problem, isAnew, nextLookAt, event, notNeeded }) {
      const { id: mapping_id, domain, mappedAt } = mapping;
      const mapped_at = mappedAt.toISOString();
      const answer = await post('stage', {
        domain,
        stage,
        secure,
        message,
        anew: isAnew,
        mapping_id,
        mapped_at,
        ...(nextLookAt !== undefined && { next_look_at: nextLookAt.toISOString() }),
        ...(event !== undefined && { event }),
        ...(problem !== undefined && { problem }),
        ...(notNeeded !== undefined && { not_needed: notNeeded }),
      });
      return readReported(answer, domain, stage);
    },
  };
}

/** A page of rows, each with the longest of names, and whatever WordPress or a plugin of it prints around them. */
const LARGEST_ANSWER = 1024 * 1024;

function readReported(answer: Posted, domain: DomainName, stage: Stage): Reported {
  if ('failure' in answer) return unanswered(answer.failure);
  const said = readAnswer(answer);
  switch (said.kind) {
    case 'unknown-domain':
      return { kind: 'unheard-of' };
    case 'json':
      return isName(said.json['domain'], domain) && said.json['stage'] === stage
        ? { kind: 'taken' }
        : somebodyElse(answer);
    default:
      return said;
  }
}

type Unreadable = Extract<DomainList, { readonly kind: 'unreadable' }>;

type PageRead =
  | { readonly kind: 'page'; readonly rows: readonly unknown[]; readonly next: string | null }
  | Unreadable;

function unreadable(reason: string): Unreadable {
  return { kind: 'unreadable', reason };
}

function readPage(answer: Posted): PageRead {
  if ('failure' in answer) return unreadable(answer.failure);
  const said = readAnswer(answer);
  const parsed = v.safeParse(Page, said.kind === 'json' ? said.json : undefined);
  if (parsed.success) return { kind: 'page', rows: parsed.output.domains, next: parsed.output.next };
  const { reason } = 'reason' in said ? said : somebodyElse(answer);
  return unreadable(reason);
}
