import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { makeLink, queryOf } from '../../shared/status/link.ts';
import type { Status } from '../../shared/status/status.ts';
import { domain } from '../support/net-domain.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';
import { startWordPressRoutes, type WordPressRoutes } from '../support/wordpress-routes.ts';

const SHOP = 'shop.example.test';
const SECRET = derivedSecret(LOCAL_API_KEY);

async function look(stack: RunningStack, name = SHOP): Promise<Status> {
  const query = queryOf(makeLink(SECRET, domain(name), new Date(), 60));
  const response = await fetch(`${stack.url}/status?${query}`, { headers: { Accept: 'application/json' } });
  expect(response.status).toBe(200);
  return (await response.json()) as Status;
}

const codesOf = ({ problems }: Status) => problems.map(({ code }) => code);
const stepNow = ({ timeline }: Status) => timeline.find(({ state }) => state !== 'done')?.step;

/** Lets the mapping go on until the event has been told so often. */
const until = (stack: RunningStack, event: string, count = 1) =>
  stack.runUntil(() => stack.linesOf(event).length >= count);

describe('the status of a domain on its way', () => {
  let stack: RunningStack;
  beforeEach(async () => {
    stack = await runStack();
  });
  afterEach(() => stack.close());
  const map = (name: string) => stack.send({ action: 'map', domain: name, siteId: 2 });

  test('follows it from no record at all to its own certificate', async () => {
    await map(SHOP);
    await until(stack, 'dns.pending');
    const missing = await look(stack);
    expect(missing.verdict).toEqual({ kind: 'action-needed' });
    expect([codesOf(missing), stepNow(missing)]).toEqual([['no-records'], 'dns']);
    expect(missing.records_found).toEqual([]);
    expect(missing.zone).toMatchObject({
      apex: 'example.test',
      servers: [{ name: 'ns1.example.test', answer: 'no such name' }, { name: 'ns2.example.test' }],
    });

    await until(stack, 'dns.pending', 2);
    const elsewhere = await look(stack);
    expect([codesOf(elsewhere), stepNow(elsewhere)]).toEqual([['reserved-address'], 'dns']);
    expect(elsewhere.records_found).toMatchObject([{ type: 'A', value: '127.0.0.2', is_right: false }]);
    expect(elsewhere.certificate).toBeNull();

    // The owner has set it: his zone shows it at once, the resolvers one after the other.
    stack.clock.advance(205);
    const lagging = await look(stack);
    expect(lagging.verdict).toMatchObject({ kind: 'waiting', for: expect.stringContaining('DNS') });
    expect(codesOf(lagging)).toEqual(['not-propagated-yet']);
    expect(lagging.resolvers.map(({ verdict }) => verdict)).toEqual(['pointing', 'elsewhere', 'elsewhere']);
    expect(lagging.records_found).toMatchObject([{ type: 'CNAME', value: 'network.test', is_right: true }]);

    await until(stack, 'certificate.pending');
    const issuing = await look(stack);
    expect(issuing.verdict).toMatchObject({
      kind: 'waiting',
      for: 'the certificate',
      until: expect.any(String),
    });
    expect([codesOf(issuing), stepNow(issuing)]).toEqual([['still-being-issued'], 'certificate']);
    expect(issuing.certificate).toMatchObject({ is_right: false, names: ['default.closte.test'] });

    await stack.runUntil();
    const ready = await look(stack);
    expect(ready).toMatchObject({ verdict: { kind: 'ready' }, problems: [], alias: 'listed' });
    expect(ready.certificate).toMatchObject({ is_right: true, names: [SHOP] });
    expect(stepNow(ready)).toBeUndefined();
  });

  test('of a name that nobody has mapped says so, and no more', async () => {
    const nobody = await look(stack, 'nobody.test');
    expect(nobody).toMatchObject({ verdict: { kind: 'not-mapped' }, problems: [], timeline: [] });
  });

  test('says so too when it was removed', async () => {
    await map(SHOP);
    await until(stack, 'dns.pending');
    await stack.send({ action: 'unmap', domain: SHOP, siteId: 2 });
    expect((await look(stack)).verdict).toEqual({ kind: 'not-mapped' });
  });

  test('of a wildcard is that of any name under it', async () => {
    await map('*.wild.test');
    await stack.runUntil();
    const ready = await look(stack, '*.wild.test');
    expect(ready).toMatchObject({ verdict: { kind: 'ready' }, certificate: { names: ['*.wild.test'] } });
    expect(ready.records_found).toMatchObject([{ name: '*.wild.test', host: '*', type: 'CNAME' }]);
  });

  test('of a name of the network needs no alias', async () => {
    await map('blog.network.test');
    await stack.runUntil();
    const ready = await look(stack, 'blog.network.test');
    expect(ready).toMatchObject({ verdict: { kind: 'ready' }, alias: 'not-needed' });
  });

  test('with Closte down is what is seen all the same', async () => {
    await map(SHOP);
    await stack.runUntil();
    stack.closte.setOutage(true);
    stack.clock.advance(60);
    const ready = await look(stack);
    expect(ready).toMatchObject({ verdict: { kind: 'ready' }, alias: 'unknown' });
    expect(codesOf(ready)).toEqual(['closte-unreachable']);
    expect(stepNow(ready)).toBeUndefined();
  });

  test('of one that Closte has not been told of yet waits for that', async () => {
    stack.closte.setOutage(true);
    await map(SHOP);
    stack.closte.setOutage(false);
    stack.internet?.tell(SHOP, 'normal');
    stack.clock.advance(600);
    const waiting = await look(stack);
    expect(waiting).toMatchObject({ verdict: { kind: 'action-needed' }, alias: 'not-listed' });
    expect([codesOf(waiting), stepNow(waiting)]).toEqual([['default-certificate'], 'alias']);
  });
});

describe('a domain behind a proxy', () => {
  test('is done, and both log and status say that it leads here by a proxy', async () => {
    const stack = await runStack();
    try {
      await stack.send({ action: 'map', domain: 'proxied.example.test', siteId: 2 });
      await stack.runUntil();
      expect(stack.eventsOf('proxied.example.test').slice(-3)).toEqual([
        'dns.ready',
        'certificate.ready',
        'domain.done',
      ]);
      expect(stack.linesOf('dns.ready')).toEqual([
        expect.objectContaining({
          proxied: true,
          message: expect.stringContaining('leads to the network by way of a proxy'),
        }),
      ]);
      const ready = await look(stack, 'proxied.example.test');
      expect([ready.verdict.kind, codesOf(ready)]).toEqual(['ready', ['behind-a-proxy']]);
      expect(ready.records_found).toMatchObject([{ type: 'A', value: '127.0.0.3', is_right: true }]);
      expect(ready.resolvers.map(({ verdict }) => verdict)).toEqual(['pointing', 'pointing', 'pointing']);
    } finally {
      await stack.close();
    }
  });

  test('that shows the page of somebody else does not lead here', async () => {
    const stack = await runStack({
      environment: { WEBHOOK_SECRET: derivedSecret('other'), WORDPRESS_URL: '' },
    });
    try {
      // Whoever has another secret looks for another file, which is not there.
      stack.closte.setAlias('proxied.test', true);
      stack.tell('proxied.test', 'proxied');
      stack.clock.advance(900);
      const query = queryOf(makeLink(derivedSecret('other'), domain('proxied.test'), new Date(), 60));
      const response = await fetch(`${stack.url}/status?${query}`, {
        headers: { Accept: 'application/json' },
      });
      const seen = (await response.json()) as Status;
      expect([seen.verdict.kind, codesOf(seen)]).toEqual(['action-needed', ['reserved-address']]);
      expect(seen.problems[0]?.detail).toContain('through 127.0.0.3: somewhere-else (HTTP 404 over http');
    } finally {
      await stack.close();
    }
  });
});

describe('what keeps a domain from its end', () => {
  let stack: RunningStack;
  beforeEach(async () => {
    stack = await runStack();
  });
  afterEach(() => stack.close());

  test('stands in the entries of each visit, with what to do about it', async () => {
    await stack.send({ action: 'map', domain: SHOP, siteId: 2 });
    await until(stack, 'dns.pending', 2);
    const [missing, elsewhere] = stack.linesOf('dns.pending');
    expect(missing).toMatchObject({
      problems: [{ code: 'no-records', severity: 'fatal', title: 'No DNS record yet' }],
      actions: [
        { who: 'owner', do: 'set', record: { type: 'CNAME', value: 'network.test' }, code: 'no-records' },
      ],
      message: expect.stringMatching(
        /see no such name\. Set a CNAME record for shop\.example\.test .* Again at /,
      ),
    });
    expect(elsewhere).toMatchObject({
      problems: [{ code: 'reserved-address', remedy: expect.stringContaining('127.0.0.2') }],
      message: expect.stringContaining('see 127.0.0.2. Change the A record 127.0.0.2 of shop.example.test'),
    });
  });

  test('is not told as a remedy where it comes right by itself', async () => {
    await stack.send({ action: 'map', domain: SHOP, siteId: 2 });
    await until(stack, 'certificate.pending');
    const [pending] = stack.linesOf('certificate.pending');
    expect(pending).toMatchObject({
      problems: [{ code: 'still-being-issued', severity: 'info' }],
      actions: [{ who: 'nobody', do: 'wait', code: 'still-being-issued' }],
      message: expect.stringMatching(/\(default\.closte\.test\)\. Again at /),
    });
  });

  test('is the CAA record that names another authority', async () => {
    await stack.send({ action: 'map', domain: 'caa.example.test', siteId: 2 });
    await stack.runUntil();
    expect(stack.linesOf('domain.failed')).toEqual([
      expect.objectContaining({
        stage: 'checking-ssl-cert',
        problems: [expect.objectContaining({ code: 'caa-forbids', severity: 'fatal' })],
        remedy: expect.stringContaining('Add a CAA record for example.test'),
        actions: [expect.objectContaining({ who: 'owner', do: 'set', code: 'caa-forbids' })],
      }),
    ]);
    const failed = await look(stack, 'caa.example.test');
    expect([codesOf(failed), failed.timeline[3]]).toEqual([
      ['caa-forbids'],
      { step: 'certificate', state: 'failed', at: expect.any(String) },
    ]);
  });
});

test('a domain that was given up is followed to its end after a look at the page that finds it right', async () => {
  const stack = await runStack();
  try {
    const name = 'never.example.test';
    await stack.send({ action: 'map', domain: name, siteId: 2 });
    await stack.runUntil();
    expect(stack.wordpress.rowOf(name)?.stage).toBe('failed');
    expect((await look(stack, name)).verdict.kind).toBe('action-needed');
    await stack.runUntil();
    expect(stack.wordpress.rowOf(name)?.stage).toBe('failed');

    stack.tell(name, 'normal');
    stack.clock.advance(3600);
    const seen = await look(stack, name);
    expect(seen.given_up?.next).toBe(seen.checked_at);
    await look(stack, name);
    await stack.runUntil();
    expect(stack.wordpress.rowOf(name)?.stage).toBe('done');
    expect(stack.linesOf('domain.done')).toHaveLength(1);
    // Past the time for which readers share what was gathered.
    stack.clock.advance(60);
    expect((await look(stack, name)).given_up).toBeNull();
  } finally {
    await stack.close();
  }
});

describe('WordPress', () => {
  let routes: WordPressRoutes;
  let stack: RunningStack;
  beforeEach(async () => {
    routes = await startWordPressRoutes(SECRET);
    stack = await runStack({ environment: { WORDPRESS_URL: routes.url } });
    routes.wishes.set(SHOP, 'mapped');
  });
  afterEach(async () => {
    await stack.close();
    await routes.close();
  });
  const map = (name: string) => stack.send({ action: 'map', domain: name, siteId: 2 });
  const told = () => routes.reports.map(({ stage, message }) => `${stage}: ${message.split('.')[0]}`);

  test('is told a problem once, and the next one when it is another', async () => {
    await map(SHOP);
    await stack.runUntil();
    expect(told()).toEqual([
      'checking-dns: No DNS record yet',
      'checking-dns: An address that is not on the internet',
      'checking-ssl-cert: shop',
      'checking-ssl-cert: The certificate is being issued',
      'done: shop',
    ]);
    expect(routes.reports[0]?.message).toMatch(
      /^No DNS record yet\. Set a CNAME record for shop\.example\.test /,
    );
  });

  test('is told once a day of one that stays the same, and that it is overdue', async () => {
    routes.wishes.set('never.example.test', 'mapped');
    await map('never.example.test');
    await until(stack, 'dns.pending', 20);
    expect(told()).toEqual(['checking-dns: No DNS record yet']);
    await stack.runUntil();
    expect(told()).toEqual([
      ...Array.from({ length: 7 }, () => 'checking-dns: No DNS record yet'),
      'failed: No DNS record yet',
    ]);
    expect(routes.reports.map((report) => ('event' in report ? report.event : undefined))).toEqual([
      undefined,
      undefined,
      ...Array.from({ length: 5 }, () => 'dns.overdue'),
      undefined,
    ]);
  });

  test('that does not answer keeps nobody from seeing the status', async () => {
    await map(SHOP);
    await until(stack, 'certificate.pending');
    routes.behave({ kind: 'status', status: 503 });
    const issuing = await look(stack);
    // Nobody says since when the DNS has been right, so that nothing says that it is still to be waited for.
    expect([issuing.verdict.kind, codesOf(issuing)]).toEqual(['action-needed', ['default-certificate']]);
    expect(issuing.timeline.map(({ at }) => at)).toEqual([null, null, null, null, null]);
  });
});
