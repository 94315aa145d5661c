import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningStack, runStack } from '../support/running-stack.ts';

let stack: RunningStack;

beforeEach(async () => {
  stack = await runStack();
});

afterEach(async () => {
  await stack.close();
});

const map = (domain: string, id?: string) => stack.send({ action: 'map', domain, siteId: 2, id });
const unmap = (domain: string) => stack.send({ action: 'unmap', domain, siteId: 2 });

const NORMAL_STORY = [
  'domain.mapped',
  'dns.pending',
  'dns.pending',
  'dns.ready',
  'certificate.pending',
  'certificate.ready',
  'domain.done',
];

describe('the life of a domain on one machine', () => {
  test('a mapped domain is followed from no record at all to its own certificate', async () => {
    const response = await map('shop.example.test');
    expect(response.status).toBe(202);
    await stack.runUntil();

    expect(stack.eventsOf('shop.example.test')).toEqual(NORMAL_STORY);
    expect(stack.closte.hasAlias('shop.example.test')).toBe(true);
    expect(stack.linesOf('dns.pending').map((line) => line['verdict'])).toEqual(['missing', 'elsewhere']);
    expect(stack.linesOf('certificate.pending')[0]).toMatchObject({ problem: 'wrong-name' });
    expect(stack.linesOf('domain.done')[0]).toMatchObject({ severity: 'NOTICE', seconds_since_mapped: 900 });
  });

  test('a wildcard is done when a certificate for the wildcard itself is there', async () => {
    await map('*.b.test');
    await stack.runUntil();
    expect(stack.eventsOf('*.b.test')).toEqual(NORMAL_STORY);
    expect(stack.linesOf('certificate.ready')[0]).toMatchObject({ names: ['*.b.test'] });
  });

  test('a domain whose DNS never comes right fails after 7 days, and the log says what to change', async () => {
    await map('elsewhere.example.test');
    await stack.runUntil();
    const [failed] = stack.linesOf('domain.failed');
    expect(failed).toMatchObject({
      severity: 'ERROR',
      domain: 'elsewhere.example.test',
      stage: 'checking-dns',
    });
    expect(failed?.['message']).toMatch(
      /^elsewhere\.example\.test failed: its DNS did not come to point to network\.test \(127\.0\.0\.1\) within 7 days; last seen \(elsewhere\): 127\.0\.0\.1:\d+, 127\.0\.0\.1:\d+ and 127\.0\.0\.1:\d+ see 127\.0\.0\.2\. Change the A record 127\.0\.0\.2 of elsewhere\.example\.test .* into a CNAME record to network\.test\. .*wp closte-sync retry elsewhere\.example\.test has it looked at at once\.$/,
    );
  });

  test('a stray AAAA record is named as what to remove', async () => {
    await map('stray-ipv6.example.test');
    await stack.runUntil();
    const [failed] = stack.linesOf('domain.failed');
    expect(failed?.['last_seen']).toMatchObject({ verdict: 'partly' });
    expect(failed?.['remedy']).toContain('Remove the AAAA record ');
  });

  test('a domain that never gets a certificate fails after another 24 hours', async () => {
    await map('no-certificate.example.test');
    await stack.runUntil();
    expect(stack.eventsOf('no-certificate.example.test').at(-1)).toBe('domain.failed');
    expect(stack.linesOf('domain.failed')[0]).toMatchObject({
      stage: 'checking-ssl-cert',
      last_seen: { problem: 'wrong-name' },
    });
  });

  test('a domain whose DNS takes 20 hours is done all the same', async () => {
    await map('slow.example.test');
    await stack.runUntil();
    expect(stack.eventsOf('slow.example.test').at(-1)).toBe('domain.done');
  });

  test('what Closte did not hear while it was down, it hears when it is back', async () => {
    stack.closte.setOutage(true);
    const mapped = await map('shop.example.test');
    expect(mapped.status).toBe(202);
    expect(await mapped.json()).toMatchObject({
      closte: 'queued',
      next: { stage: 'adding-domain', visit: 1 },
    });
    await stack.runUntil(() => stack.linesOf('closte.unavailable').length === 4);
    stack.closte.setOutage(false);
    await stack.runUntil();
    expect(stack.eventsOf('shop.example.test').at(-1)).toBe('domain.done');
    expect(stack.linesOf('domain.mapped')).toHaveLength(1);
  });

  test('a removal that Closte did not hear is made up for', async () => {
    await map('shop.example.test');
    await stack.runUntil();
    stack.closte.setOutage(true);
    expect((await unmap('shop.example.test')).status).toBe(202);
    expect(stack.closte.hasAlias('shop.example.test')).toBe(true);
    stack.closte.setOutage(false);
    await stack.runUntil();
    expect(stack.closte.hasAlias('shop.example.test')).toBe(false);
    expect(stack.eventsOf('shop.example.test').at(-1)).toBe('domain.unmapped');
  });

  test('a domain that is removed while it is checked is not followed any further', async () => {
    await map('never.example.test');
    await stack.runUntil(() => stack.linesOf('dns.pending').length === 3);
    expect((await unmap('never.example.test')).status).toBe(200);
    await stack.runUntil();
    expect(stack.eventsOf('never.example.test').slice(-2)).toEqual(['domain.unmapped', 'domain.cancelled']);
    expect(stack.linesOf('dns.pending')).toHaveLength(3);
  });

  test('the same event sent twice is one mapping', async () => {
    const answers = await Promise.all([
      map('shop.example.test', 'evt_same'),
      map('shop.example.test', 'evt_same'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await stack.runUntil();
    expect(stack.linesOf('domain.done')).toHaveLength(1);
  });

  test('every entry of a mapping stands under its one operation, the first and the last marked', async () => {
    await map('shop.example.test', 'evt_operation');
    await stack.runUntil();
    const operations = stack.lines.map((line) => line['logging.googleapis.com/operation']) as {
      id: string;
      first: boolean;
      last: boolean;
    }[];
    expect(operations.map(({ id }) => id)).toEqual(NORMAL_STORY.map(() => 'evt_operation'));
    expect(operations.map(({ first }) => first)).toEqual(NORMAL_STORY.map((_, index) => index === 0));
    expect(operations.map(({ last }) => last)).toEqual(
      NORMAL_STORY.map((_, index) => index === NORMAL_STORY.length - 1),
    );
  });
});
