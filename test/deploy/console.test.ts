import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEPLOY, type Metric, namesIn, type Policy, type Query, read } from './console-files.ts';
import { entryOf, type LogEntry, parseFilter } from './log-filter.ts';
import { type Told, tellStories } from './stories.ts';

let told: Told;
let entries: readonly LogEntry[];

beforeAll(async () => {
  told = await tellStories();
  entries = told.lines.map((line) => entryOf(line));
});

afterAll(async () => {
  await told.end();
});

/** What a filter finds, as `event domain` and how often. */
function found(filter: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries.filter(parseFilter(filter))) {
    const { event, domain = '' } = entry['labels'] as { event: string; domain?: string };
    const key = `${event} ${domain}`.trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** How often an event stands in the log, of one domain or of all. */
function often(event: string, domain?: string): number {
  return told.lines.filter(
    (line) => line.event === event && (domain === undefined || line['domain'] === domain),
  ).length;
}

/** What each query finds in the log of tellStories. */
const EXPECTED: Readonly<Record<string, () => Record<string, number>>> = {
  domain: () => ({
    'domain.mapped shop.example.com': 1,
    'dns.pending shop.example.com': 2,
    'dns.ready shop.example.com': 1,
    'certificate.pending shop.example.com': 1,
    'certificate.ready shop.example.com': 1,
    'domain.done shop.example.com': 1,
  }),
  // The wildcard has been unmapped since, which is another mapping's life.
  mapping: () => ({
    'domain.mapped *.wild.test': 1,
    'dns.pending *.wild.test': 2,
    'dns.ready *.wild.test': 1,
    'certificate.pending *.wild.test': 1,
    'certificate.ready *.wild.test': 1,
    'domain.done *.wild.test': 1,
  }),
  'failed-today': () => ({ 'domain.failed elsewhere.test': 1 }),
  'waiting-for-dns': () => ({ 'dns.pending elsewhere.test': told.laterThanADay('elsewhere.test') }),
  'closte-unreachable': () => ({ 'closte.unavailable outage.test': 3 }),
  'closte-refuses': () => ({ 'closte.refused refused.test': 1, 'closte.rejected rejected.test': 1 }),
  'certificates-expiring': () => ({
    'certificate.expiring expiring.test': 1,
    'certificate.lost lost.test': 1,
  }),
  'dns-moved': () => ({ 'dns.moved moved.test': 1 }),
  rejected: () => ({ 'request.rejected': 2 }),
  'rejected-signature': () => ({ 'request.rejected': 1 }),
  reconcile: () => ({ 'reconcile.finished': 1, 'reconcile.removals-held': 1, 'reconcile.postponed': 1 }),
  'removals-held': () => ({ 'reconcile.removals-held': 1 }),
  broken: () => ({ 'function.misconfigured': 1, 'queue.unavailable': 1 }),
};

describe('a query for the Logs Explorer finds what it should, and nothing else', () => {
  const queries = read<Query[]>('queries.json');

  test.each(queries)('$title', ({ name, filter }) => {
    const filled = filter.replace('MAPPING_ID', 'evt_wild').replace('TODAY', told.turnOfTheDay);
    expect(found(filled)).toEqual(EXPECTED[name]?.());
  });

  test('there is something to be found by each', () => {
    expect(told.laterThanADay('elsewhere.test')).toBeGreaterThan(20);
    expect(queries.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
  });

  test('the README has them all', () => {
    const readme = readFileSync(new URL('README.md', DEPLOY), 'utf8');
    const missing = queries.filter(({ filter }) => !readme.includes(filter)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('a log-based metric counts what it should', () => {
  const COUNTED: Readonly<Record<string, () => number>> = {
    closte_sync_mapped: () => often('domain.mapped'),
    closte_sync_done: () => often('domain.done'),
    closte_sync_failed: () => 2,
    closte_sync_seconds_to_done: () => often('domain.done'),
    closte_sync_closte_errors: () => 3 + 2,
    closte_sync_rejected: () => 2,
    closte_sync_waiting: () => often('dns.pending') + often('certificate.pending') + 3,
    closte_sync_reconciled: () => 1,
  };

  test.each(namesIn('metrics'))('%s', (name) => {
    const { filter } = read<Metric>(`metrics/${name}.json`);
    const count = COUNTED[name]?.();
    expect(count).toBeGreaterThan(0);
    expect(total(found(filter))).toBe(count);
    expect(found(read<Metric>(`metrics/${name}.json`, 'acme-').filter)).toEqual({});
  });

  test.each(namesIn('metrics'))(
    '%s takes its value and its labels from fields that its entries have',
    (name) => {
      const metric = read<Metric>(`metrics/${name}.json`);
      const { labels = [], valueType } = metric.metricDescriptor;
      expect(Object.keys(metric.labelExtractors ?? {})).toEqual(labels.map(({ key }) => key));
      expect(metric.valueExtractor === undefined).toBe(valueType !== 'DISTRIBUTION');
      expectFields(metric.filter, { ...metric.labelExtractors, value: metric.valueExtractor });
    },
  );
});

/** Every entry that the filter finds has the fields that are extracted from it. */
function expectFields(filter: string, extractors: Readonly<Record<string, string | undefined>>): void {
  for (const extractor of Object.values(extractors).filter((text) => text !== undefined)) {
    const field = /^EXTRACT\((.*)\)$/.exec(extractor)?.[1];
    const without = entries.filter(parseFilter(`${filter} AND NOT ${field}=~"."`));
    expect({ extractor, without }).toEqual({ extractor, without: [] });
  }
}

describe('an alert', () => {
  const policies = namesIn('alerts').map((name) => ({ name, policy: read<Policy>(`alerts/${name}.json`) }));

  test.each(policies)(
    '$name is known again by its label, and by the fingerprint of what it says',
    ({ name, policy }) => {
      expect(policy.userLabels).toEqual({ app: 'closte-domain-sync', alert: name, config: '@CONFIG@' });
    },
  );

  test.each([
    ['domain-failed', { 'domain.failed elsewhere.test': 1, 'domain.failed no-certificate.test': 1 }],
    ['certificate-expiring', { 'certificate.expiring expiring.test': 1 }],
  ])('%s goes off for what it should, and says for which domain', (name, expected) => {
    const { conditions, documentation } = read<Policy>(`alerts/${name}.json`);
    const { filter = '', labelExtractors = {} } = conditions[0]?.conditionMatchedLog ?? {};
    expect(found(filter)).toEqual(expected);
    const ofAnother = read<Policy>(`alerts/${name}.json`, 'acme-').conditions[0]?.conditionMatchedLog?.filter;
    expect(found(ofAnother ?? '')).toEqual({});
    expectFields(filter, labelExtractors);
    const words = documentation.content + documentation.subject;
    const named = [...words.matchAll(/\$\{log\.extracted_label\.(\w+)\}/g)].map(([, label]) => label);
    expect(new Set(named)).toEqual(new Set(Object.keys(labelExtractors)));
  });

  test.each(policies)('$name leads to entries by a query of queries.json', ({ policy }) => {
    const { content } = policy.documentation;
    const known = read<Query[]>('queries.json').map(({ filter }) => filter);
    const links = [...content.matchAll(/\]\((https:[^)]*)\)/g)].map(([, url = '']) => url);
    const [query = ''] = links.flatMap(
      (url) => /\/logs\/query;query=(.*)\?project=@PROJECT@$/.exec(url)?.[1] ?? [],
    );
    const filter = decodeURIComponent(query).replace(/\$\{.*\}/, 'shop.example.com');
    expect(known).toContain(filter);
    expect(links.filter((url) => !url.endsWith('?project=@PROJECT@'))).toEqual([]);
  });

  test('none watches a metric that is not made', () => {
    const used = policies.flatMap(({ policy }) => [
      ...JSON.stringify(policy).matchAll(/logging\.googleapis\.com\/user\/(\w+)/g),
    ]);
    expect(
      used.map(([, metric]) => metric).filter((metric) => !namesIn('metrics').includes(metric ?? '')),
    ).toEqual([]);
  });
});

describe('what shows all networks together', () => {
  const { filter, labelExtractors = {} } = read<Metric>('overview/metric.json');

  test('counts the domains of each, by its prefix', () => {
    expect(total(found(filter))).toBe(often('domain.mapped') + often('domain.done') + often('domain.failed'));
    const expression = /^REGEXP_EXTRACT\(resource\.labels\.service_name, "(.*)"\)$/.exec(
      labelExtractors['network'] ?? '',
    )?.[1];
    const networkOf = (service: string) => new RegExp(expression ?? 'none').exec(service)?.[1];
    const [line = {}] = told.lines.filter(({ event }) => event === 'domain.done');
    const cases = { map: '', 'acme-map': 'acme-', 'b2-check': 'b2-', 'some-others-map': undefined };
    for (const [service, network] of Object.entries(cases)) {
      const isCounted = parseFilter(filter)(entryOf(line, service));
      expect({ service, network: networkOf(service), isCounted }).toEqual({
        service,
        network,
        isCounted: network !== undefined,
      });
    }
  });

  test('is made of that metric and of the queues, and says the same whichever network is deployed', () => {
    const text = readFileSync(new URL('overview/dashboard.json', DEPLOY), 'utf8');
    expect(new Set([...text.matchAll(/user\/(\w+)/g)].map(([, name]) => name))).toEqual(
      new Set(['closte_sync_networks']),
    );
    expect(text.match(/@\w+@/g)).toEqual(['@CONFIG@']);
  });
});

test('the panel of the dashboard shows what needs somebody', () => {
  const dashboard = read<{ mosaicLayout: { tiles: { widget: { logsPanel?: { filter: string } } }[] } }>(
    'dashboard.json',
  );
  const filter =
    dashboard.mosaicLayout.tiles.map(({ widget }) => widget.logsPanel?.filter).find(Boolean) ?? '';
  expect(new Set(Object.keys(found(filter)).map((key) => key.split(' ')[0]))).toEqual(
    new Set([
      'domain.failed',
      'closte.refused',
      'closte.rejected',
      'certificate.lost',
      'dns.moved',
      'reconcile.removals-held',
      'function.misconfigured',
      'queue.unavailable',
    ]),
  );
});
