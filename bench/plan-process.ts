import { performance } from 'node:perf_hooks';
import { createClosteClient } from '../shared/closte/client.ts';
import { reasonAgainstList } from '../shared/closte/plausibility.ts';
import type { DomainName } from '../shared/domain/name.ts';
import { derivedSecret } from '../shared/http/webhook-secret.ts';
import { doneNames, planReconciliation } from '../shared/reconcile/plan.ts';
import { createWordPressClient } from '../shared/wordpress/client.ts';

// Reads both lists from the servers at a URL, as reconcile does, and plans; tells how long that took and what the
// process needed.

const url = process.argv[2] ?? '';
const KEY = 'bench-closte-key';
const NETWORK = 'network.example' as DomainName;
const ASKED_AT = new Date('2026-01-05T09:00:00Z');
const options = { networkDomain: NETWORK, policy: 'sync', maxRemovals: undefined } as const;
const redact = (text: string) => text;

const closte = createClosteClient({ apiUrl: url, apiKey: KEY, redact, timeout: 10_000 });
const wordpress = createWordPressClient({ url, webhookSecret: derivedSecret(KEY), redact, timeout: 10_000 });

const begun = performance.now();
const listed = await closte.listDomains();
if (listed.kind !== 'list') throw new Error(listed.reason);
const wanted = await wordpress.listDomainRows(listed.domains);
if (wanted.kind !== 'list') throw new Error(wanted.reason);
const aliases = listed.domains;
const { rows, badRows } = wanted;
const reason = reasonAgainstList(aliases, doneNames(rows, options));
if (reason !== undefined) throw new Error(reason);
const { add, remove } = planReconciliation({ rows, badRows, aliases, askedAt: ASKED_AT }, options);
const seconds = (performance.now() - begun) / 1000;
if (add.length === 0 || remove.length === 0) throw new Error('the plan has nothing to do');
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const processor = (userCPUTime + systemCPUTime) / 1e6;
process.stdout.write(JSON.stringify({ seconds, processor, mebibytes: maxRSS / 1024 }));
