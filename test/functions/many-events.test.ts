import { describe, expect, test } from '@jest/globals';
import { answering, beside, failing, listing, type Script, succeeding } from '../support/door-closte.ts';
import { EVENT } from '../support/door-requests.ts';
import { doorWithWordPress } from '../support/door-with-wordpress.ts';
import { atDoor, doorOfFile } from '../support/door-world.ts';

const RESOLVERS = { DNS_RESOLVERS: '127.0.0.1:1' };
const { door, routes } = await doorWithWordPress({ ...RESOLVERS, CLOSTE_QUEUE: 'closte-calls' });
const alone = await doorOfFile({ environment: RESOLVERS });

const HOUR = 3600;

/** Maps so many domains, one after the other, and gives what was answered of Closte. */
async function mapMany(count: number, pause = 0, at = door): Promise<unknown[]> {
  const said: unknown[] = [];
  for (let number = 1; number <= count; number++) {
    const { json } = await at.send('map', { ...EVENT, domain: `shop-${number}.example.com` });
    said.push(json['closte']);
    at.clock.advance(pause);
  }
  return said;
}

const QUEUED_FROM_THE_SIXTH = ['added', 'added', 'added', 'added', 'added', 'queued', 'queued', 'queued'];

describe('of many events', () => {
  test('the sixth is queued without a call to Closte, and its alias is due at once', async () => {
    expect(await mapMany(8)).toEqual(QUEUED_FROM_THE_SIXTH);
    expect(door.closte.calls).toHaveLength(5);
    const adding = door.tasks().filter(({ payload }) => payload['stage'] === 'adding-domain');
    expect(adding.map(({ name }) => name)).toEqual(Array(3).fill(expect.stringContaining('/closte-calls/')));
    expect(adding.map(({ scheduleTime }) => scheduleTime)).toEqual(Array(3).fill(door.clock.now()));
  });

  test('each that is queued has an entry with which its mapping begins', async () => {
    await mapMany(6);
    expect(door.entries().at(-1)).toMatchObject({
      severity: 'INFO',
      event: 'domain.queued',
      domain: 'shop-6.example.com',
      stage: 'adding-domain',
      next: { stage: 'adding-domain', visit: 1 },
      'logging.googleapis.com/operation': { first: true, last: false },
    });
  });

  test('none is queued where a second and more lies between them', async () => {
    expect(await mapMany(8, 2)).toEqual(Array(8).fill('added'));
  });

  test('those after a pause call Closte again', async () => {
    await mapMany(6);
    door.clock.advance(2);
    expect(await mapMany(1)).toEqual(['added']);
  });

  test('none is queued where WordPress is not known: nobody could say later whether it is still wanted', async () => {
    expect(await mapMany(8, 0, alone)).toEqual(Array(8).fill('added'));
  });

  test('none is lost where the queue cannot be reached: it is sent again', async () => {
    await atDoor({ environment: { WORDPRESS_URL: routes.url }, withQueue: false }, async (closed) => {
      closed.closte.script = beside(failing('Invalid API key'), listing([]));
      await mapMany(5, 0, closed);
      const { status, json } = await closed.send('map', EVENT);
      expect([status, json['code']]).toEqual([503, 'queue-unavailable']);
    });
  });
});

describe('what Closte has against a domain that was queued is reported to WordPress', () => {
  const SIXTH = 'shop-6.example.com';

  /** Lets the queue deliver what is there of the sixth domain, until nothing is or some time is over. */
  async function deliverAll(hours: number): Promise<void> {
    const end = door.clock.now().getTime() + hours * HOUR * 1000;
    for (;;) {
      const [task] = door.tasks().filter(({ payload }) => payload['domain'] === SIXTH);
      if (task === undefined || task.scheduleTime.getTime() > end) return;
      door.clock.advance(Math.max(0, (task.scheduleTime.getTime() - door.clock.now().getTime()) / 1000));
      await door.client.deleteTask({ name: task.name });
      await door.send('check', task.payload);
    }
  }

  const told = () => routes.reports.filter(({ domain }) => domain === SIXTH);

  test.each<[string, Script, number, string, RegExp]>([
    [
      'closte-rejected-domain',
      failing(`Invalid or empty domain: ${SIXTH}`),
      0,
      'failed',
      /does not take the domain/,
    ],
    [
      'held-elsewhere, once it cannot be our own any more',
      beside(failing('Domain alias already exists'), listing(['other.example.com'])),
      2,
      'failed',
      /Another site at Closte has the domain/,
    ],
    ['closte-refused, while it is tried again', failing('Invalid API key'), 0, 'adding-domain', /refuse/],
  ])('%s', async (_, script, hours, stage, message) => {
    door.closte.script = succeeding;
    await mapMany(6);
    routes.wishes.set(SIXTH, 'mapped');
    door.closte.script = script;
    await deliverAll(hours);
    expect(told().at(-1)).toMatchObject({ stage, message: expect.stringMatching(message) });
  });

  test('and one that WordPress has removed meanwhile is not added', async () => {
    await mapMany(6);
    routes.wishes.set(SIXTH, 'removed');
    const before = door.closte.calls.length;
    door.closte.script = answering('', 500);
    await deliverAll(0);
    expect(door.closte.calls.slice(before)).toEqual([]);
    expect(door.entries().at(-1)).toMatchObject({ event: 'domain.cancelled', domain: SIXTH });
  });
});
