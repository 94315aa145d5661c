import { performance } from 'node:perf_hooks';
import type { DomainName } from '../shared/domain/name.ts';
import { planReconciliation } from '../shared/reconcile/plan.ts';
import { readRows } from '../shared/wordpress/domain-row.ts';

// Reads and plans over two lists of so many domains, and tells how long that took and what the process needed.

const domains = Number(process.argv[2]);
const PAGE = 1000;
const ASKED_AT = new Date('2026-01-05T09:00:00Z');
const STAGES = ['done', 'done', 'done', 'done', 'checking-dns', 'failed', null];

/** As WordPress answers them. One in a hundred has no alias, and one in a hundred was removed. */
function rowOf(number: number): object {
  return {
    domain: `shop-${number}.customer-${number % 977}.example.com`,
    site_id: number + 1,
    wanted: number % 100 === 7 ? 'removed' : 'mapped',
    stage: STAGES[number % STAGES.length],
    updated_at: '2026-01-01T00:00:00Z',
  };
}

/** Page by page, as the plugin gives them. */
const pages = Array.from({ length: Math.ceil(domains / PAGE) }, (_, page) =>
  JSON.stringify(Array.from({ length: PAGE }, (_, number) => rowOf(page * PAGE + number))),
);
const aliases = new Set(
  Array.from({ length: domains }, (_, number) => number)
    .filter((number) => number % 100 !== 3)
    .map((number) => `shop-${number}.customer-${number % 977}.example.com`),
);

const begun = performance.now();
const rows = pages.flatMap((page) => readRows(JSON.parse(page)).rows);
const { add, remove } = planReconciliation(
  { rows, badRows: [], aliases, askedAt: ASKED_AT },
  { networkDomain: 'network.example' as DomainName, policy: 'sync', maxRemovals: undefined },
);
const seconds = (performance.now() - begun) / 1000;
if (add.length === 0 || remove.length === 0) throw new Error('the plan has nothing to do');
process.stdout.write(JSON.stringify({ seconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
