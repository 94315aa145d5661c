import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What stands between the functions and WordPress. */
export const WALLS = [
  'none',
  'unauthorized',
  'holding-page',
  'down',
  // WordPress does what it is asked for, and its answer does not arrive.
  'answers-lost',
  // A request waits on its way, and nobody waits for its answer any more when it arrives.
  'late',
] as const;

export type Wall = (typeof WALLS)[number];

/** A request of the functions to a route of the plugin. */
export interface Asked {
  readonly route: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface Bridge {
  wall: Wall;
  /** Undefined: no answer. */
  pass(request: IncomingMessage): Promise<{ readonly status: number; readonly body: string } | undefined>;
  /** What was on its way arrives. */
  arrive(): Promise<number>;
}

/** @param ask has WordPress answer a request */
export function createBridge(
  ask: (asked: Asked) => Promise<{ readonly status: number; readonly body: string }>,
): Bridge {
  const onTheWay: Asked[] = [];
  const bridge: Bridge = {
    wall: 'none',
    async pass(request) {
      const url = new URL(request.url ?? '', 'http://wordpress.test');
      const route = url.searchParams.get('rest_route') ?? url.pathname.replace(/^\/wp-json/, '');
      const asked = { route, headers: request.headers, body: await text(request) };
      switch (bridge.wall) {
        case 'down':
          return undefined;
        case 'unauthorized':
          return {
            status: 401,
            body: '{"code":"rest_login_required","message":"No","data":{"status":401}}',
          };
        case 'holding-page':
          return { status: 200, body: '<h1>Coming soon</h1>' };
        case 'late':
          onTheWay.push(asked);
          return undefined;
        case 'answers-lost':
          await ask(asked);
          return undefined;
        case 'none':
          return await ask(asked);
      }
    },
    async arrive() {
      const arriving = onTheWay.splice(0);
      for (const asked of arriving) await ask(asked);
      return arriving.length;
    },
  };
  return bridge;
}

/** What the plugin makes of a report, against what it may make of it. */
export interface Report {
  readonly domain: string;
  readonly stage: string;
  readonly anew?: boolean;
  readonly mapping_id?: string;
  readonly mapped_at?: string;
}

interface RowOfReport {
  readonly event_id: string;
  readonly stage: string;
  readonly wished_at: string;
}

const ORDER = ['adding-domain', 'checking-dns', 'checking-ssl-cert', 'done'];
const place = (stage: string) => {
  const at = ORDER.indexOf(stage);
  return at === -1 ? ORDER.length - 1 : at;
};

/**
 * Watches the reports that WordPress takes. Two may not be taken: that of a mapping that another one has overtaken, and
 * that of a stage that the same mapping has left behind.
 */
export function createReportWatch(): (
  report: Report,
  status: number,
  before: RowOfReport | undefined,
  after: RowOfReport | undefined,
) => string | undefined {
  /** Events that were a row's own. */
  const events = new Set<string>();
  /** The mapping whose report was taken last. */
  const reporter = new Map<string, string>();
  return (report, status, before, after) => {
    const { domain, stage, mapping_id: id = '', mapped_at: mappedAt } = report;
    if (before !== undefined) events.add(before.event_id);
    if (status !== 200 || before === undefined || after?.stage !== stage) return undefined;
    const isOverEvent = events.has(id) && before.event_id !== id;
    const isOverReconcile =
      id.startsWith('reconcile') &&
      mappedAt !== undefined &&
      Date.parse(mappedAt) < Number(before.wished_at) * 1000;
    if (isOverEvent || isOverReconcile)
      return `the report ${stage} of ${id} is taken for ${domain}, which is mapped by ${before.event_id}`;
    const isLate = !report.anew && reporter.get(domain) === id && place(stage) < place(before.stage);
    if (isLate) return `the report ${stage} of ${domain} is taken after ${before.stage}`;
    reporter.set(domain, id);
    return undefined;
  };
}
