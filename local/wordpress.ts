import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { parseDomainName } from '../shared/domain/name.ts';
import { verifyEvent } from '../shared/http/signature.ts';
import type { EmulatedClock } from './clock.ts';

/** A domain as the plugin's table has it. */
interface Row {
  readonly domain: string;
  readonly siteId: number;
  readonly wanted: 'mapped' | 'removed';
  stage: string | null;
  message: string;
  /** What a visit found to stand in the way of the alias. */
  refusal?: string | undefined;
  /** Whether Closte has said that it needs no alias. */
  notNeeded: boolean;
  updatedAt: Date;
  /** When it was last told anything of the domain. */
  heardAt?: Date;
  readonly wishedAt: Date;
  /** The `webhook-id` of the event that says so; empty where the event was lost. */
  readonly event: string;
}

export interface WordPressEmulator {
  /**
   * Somebody maps a domain or removes it, and the event of that is lost.
   *
   * @param siteId 0 where the plugin does not know
   */
  wish(domain: string, wanted: Row['wanted'], siteId: number): void;
  /** The row as it is now. */
  rowOf(domain: string): Readonly<Row> | undefined;
  /** Answers a request, whose path begins behind the address of the site. */
  handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface WordPressOptions {
  readonly clock: EmulatedClock;
  /** The network's own domain: it and the names under it need no alias. */
  readonly networkDomain: string;
  readonly secret: string;
  /** Where the functions are, once they are up. */
  readonly functionsUrl: () => string;
}

const ROUTES = '/closte-domain-sync/v1';

/** How far a stage is in the course of a mapping; every final one is equally far. */
const COURSE = ['adding-domain', 'checking-dns', 'checking-ssl-cert'];
const placeOf = (stage: string | null): number => {
  if (stage === null) return -1;
  const place = COURSE.indexOf(stage);
  return place === -1 ? COURSE.length : place;
};

/** The problems of which the plugin remembers that they stand in the way of the alias. */
const ALIAS_PROBLEMS = ['held-elsewhere', 'rejected-by-closte'];

/** The report of a stage. */
interface Told {
  readonly domain: string;
  readonly stage: string;
  readonly message: string;
  readonly problem?: string;
  readonly not_needed?: boolean;
  readonly anew?: boolean;
  readonly mapping_id: string;
  readonly mapped_at: string;
}

/** A report is taken from the mapping of the row's own event, and from reconciliation that knew of the wish. */
function isCurrent({ event, wishedAt }: Row, { mapping_id, mapped_at }: Told): boolean {
  if (mapping_id.startsWith('reconcile-')) return new Date(mapped_at) >= wishedAt;
  return mapping_id === event;
}

/** What a function answered to an event. */
interface Passed {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

/**
 * A WordPress network with the plugin, as the functions see it: the plugin's routes by `?rest_route=`, and `POST /map` and
 * `POST /unmap`, which note what an event wants and pass it on as it came.
 */
export function createWordPress({
  clock,
  networkDomain,
  secret,
  functionsUrl,
}: WordPressOptions): WordPressEmulator {
  const rows = new Map<string, Row>();

  function note(domain: string, wanted: Row['wanted'], siteId: number, event = ''): void {
    const now = clock.now();
    const times = { updatedAt: now, wishedAt: now };
    rows.set(domain, { domain, siteId, wanted, stage: null, message: '', event, notNeeded: false, ...times });
  }

  async function passOn(action: 'map' | 'unmap', request: IncomingMessage, body: Buffer): Promise<Passed> {
    const { domain: written, site_id } = readJson(body);
    const parsed = parseDomainName(String(written));
    const domain = parsed.ok ? parsed.domain : String(written);
    const before = rows.get(domain);
    const wanted = action === 'map' ? 'mapped' : 'removed';
    // Before it is sent: the first stage may be told before the event is answered.
    note(domain, wanted, Number(site_id), String(request.headers['webhook-id'] ?? ''));
    const response = await fetch(`${functionsUrl()}/${action}`, {
      method: 'POST',
      headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        /^(content-type|webhook-.*)$/.test(name) ? [[name, String(value)]] : [],
      ),
      body: new Uint8Array(body),
    });
    const passed = {
      status: response.status,
      type: response.headers.get('Content-Type') ?? 'text/plain',
      body: Buffer.from(await response.arrayBuffer()),
    };
    const row = rows.get(domain);
    if (response.ok && row !== undefined) row.notNeeded ||= readJson(passed.body)['closte'] === 'not-needed';
    if (response.status < 400) return passed;
    if (before === undefined) rows.delete(domain);
    else rows.set(domain, before);
    return passed;
  }

  /** How many domains Closte's list has to have, if it is the whole. */
  function done(): number {
    const served = ({ domain, wanted, stage: at, notNeeded }: Row) =>
      wanted === 'mapped' && at === 'done' && !notNeeded && !`.${domain}`.endsWith(`.${networkDomain}`);
    return [...rows.values()].filter(served).length;
  }

  function domains(json: Readonly<Record<string, unknown>>): Reply {
    if ('domain' in json) {
      const domain = String(json['domain']);
      const row = rows.get(domain);
      const more = row && {
        message: row.message,
        wished_at: row.wishedAt.toISOString(),
        refusal: row.refusal ?? null,
      };
      const found = row ? [{ ...entryOf(row), ...more }] : [];
      return { status: 200, body: { domain, domains: found, next: null, done: done() } };
    }
    const { after = '', limit = 1000 } = json as { after?: string; limit?: number };
    const behind = [...rows.values()]
      .filter(({ domain }) => domain > after)
      .sort((a, b) => (a.domain < b.domain ? -1 : 1));
    const page = behind.slice(0, limit);
    const next = behind.length > limit ? page.at(-1)?.domain : null;
    return { status: 200, body: { domains: page.map(entryOf), next, done: done() } };
  }

  function stage(json: Readonly<Record<string, unknown>>): Reply {
    const told = json as unknown as Told;
    const row = rows.get(told.domain);
    if (row === undefined) return { status: 404, body: { code: 'unknown-domain' } };
    const isOfWish = (told.stage === 'removed') === (row.wanted === 'removed');
    if (!isOfWish || !isCurrent(row, told)) return { status: 409, body: { code: 'overtaken' } };
    if (told.anew || placeOf(told.stage) >= placeOf(row.stage)) {
      if (told.anew || told.stage !== row.stage) row.updatedAt = clock.now();
      row.heardAt = clock.now();
      row.stage = told.stage;
      row.message = told.message;
      row.notNeeded = told.not_needed ?? row.notNeeded;
      row.refusal = told.stage === 'failed' ? ALIAS_PROBLEMS.find((one) => one === told.problem) : undefined;
    }
    return { status: 200, body: { domain: told.domain, stage: told.stage } };
  }

  return {
    wish: note,
    rowOf(domain) {
      const row = rows.get(domain);
      return row && { ...row };
    },
    async handle(path, request, response) {
      const body = await buffer(request);
      if (path === '/map' || path === '/unmap') {
        const { status, type, body: said } = await passOn(path === '/map' ? 'map' : 'unmap', request, body);
        response.writeHead(status, { 'Content-Type': type }).end(said);
        return;
      }
      const route = new URL(request.url ?? '', 'http://site').searchParams.get('rest_route');
      const reply = !verifyEvent(secret, request.headers, body).ok
        ? { status: 401, body: { code: 'unauthorized' } }
        : route === `${ROUTES}/domains`
          ? domains(readJson(body))
          : route === `${ROUTES}/stage`
            ? stage(readJson(body))
            : { status: 404, body: { code: 'rest_no_route' } };
      response
        .writeHead(reply.status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(reply.body));
    },
  };
}

function entryOf({ domain, siteId, wanted, stage, updatedAt, heardAt, notNeeded }: Row): object {
  const heard = heardAt && { heard_at: heardAt.toISOString() };
  const updated_at = updatedAt.toISOString();
  return { domain, site_id: siteId, wanted, stage, updated_at, not_needed: notNeeded, ...heard };
}

function readJson(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body.toString());
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
