import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Rig, startRig } from './support/rig.ts';
import { toldOf } from './support/told.ts';

const SHOP = 'shop.example.com';
const MINUTE = 60;
const HOUR = 3600;

let rig: Rig;
const { send, told, follow, site, report, waiting } = toldOf(() => rig);

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_MAIL: 'works' } });
  await rig.wordpress.php('test_reset();');
});

beforeEach(() => follow(SHOP));

afterEach(async () => {
  rig.wordpress.mailIsUp(true);
  rig.wordpress.define({ TEST_MAIL: 'works', WP_ENVIRONMENT_TYPE: null });
  rig.wordpress.mails();
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const set = (channel: string, ...kinds: string[]) =>
  rig.wordpress.php(`Closte_Domain_Sync_Notice_Settings::set( $args['channel'], $args['kinds'] );`, {
    channel,
    kinds,
  });
/** The e-mails that were sent, as `to: subject`, in the order of the alphabet. */
const subjects = () =>
  rig.wordpress
    .mails()
    .map(({ to, subject }) => `${to}: ${subject}`)
    .toSorted();

const REMEDY = 'Die Domain zeigt woandershin – „über“ network.test. Set a CNAME record.';

describe('the action hook', () => {
  test('is told that a domain is ready, with what there is to know of it, and once', async () => {
    await report(SHOP, 'checking-ssl-cert');
    await report(SHOP, 'done', { message: 'It is done.', secure: true });
    expect(await send()).toEqual([
      [
        'ready',
        SHOP,
        2,
        {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          stage: 'done',
          message: 'It is done.',
          status_url: expect.stringContaining(`/status?domain=${SHOP}&expires=`),
          noted_at: expect.any(Number),
        },
      ],
    ]);
    expect(await told()).toEqual([]);
    await report(SHOP, 'done', { message: 'It is done again.' });
    expect(await told()).toEqual([]);
    expect(rig.wordpress.mails()).toEqual([]);
  });

  test('is told the whole of a life, each thing once', async () => {
    const life: [string, object, string[]][] = [
      ['checking-dns', { message: 'No record.' }, []],
      ['checking-dns', { message: REMEDY, event: 'dns.overdue' }, [`overdue ${SHOP}`]],
      ['checking-dns', { message: 'No record.', event: 'dns.overdue' }, []],
      ['failed', { message: REMEDY }, [`failed ${SHOP}`]],
      ['failed', { message: 'No record.' }, []],
      ['done', { anew: true }, [`ready ${SHOP}`]],
      ['failed', { anew: true, message: REMEDY }, [`lost ${SHOP}`]],
      ['ssl-failed', { anew: true, message: 'The certificate is gone.' }, []],
      ['done', { anew: true }, [`ready ${SHOP}`]],
      // Its alias is added anew: it works again before anybody has to know.
      ['adding-domain', { anew: true }, []],
      ['checking-dns', {}, []],
      ['done', {}, []],
    ];
    for (const [stage, more, expected] of life) {
      expect((await report(SHOP, stage, more)).status).toBe(200);
      expect([stage, await told()]).toEqual([stage, expected]);
    }
  });

  test.each([
    ['an event of other functions', { event: 'of.another.version' }, 200],
    ['no event, of functions before', {}, 200],
    ['an event that is no text', { event: 7 }, 400],
  ])('is told nothing for %s', async (_what, more, status) => {
    expect((await report(SHOP, 'checking-dns', more)).status).toBe(status);
    expect(await told()).toEqual([]);
  });

  test('is told what came one after another before anybody could tell it', async () => {
    await report(SHOP, 'done');
    await report(SHOP, 'failed', { message: REMEDY });
    await report(SHOP, 'done', { anew: true });
    expect(await told()).toEqual([`ready ${SHOP}`, `lost ${SHOP}`, `ready ${SHOP}`]);
  });

  test('is told anew of a domain that was given up and is tried again by hand, but not that it works still', async () => {
    await report(SHOP, 'failed', { message: REMEDY });
    expect(await told()).toEqual([`failed ${SHOP}`]);
    const retry = () =>
      rig.wordpress.php(
        `Closte_Domain_Sync_Event_Queue::renew( '${SHOP}' ); Closte_Domain_Sync_Sender::run();`,
      );
    await retry();
    await report(SHOP, 'failed', { message: REMEDY });
    expect(await told()).toEqual([`failed ${SHOP}`]);
    await report(SHOP, 'done', { anew: true });
    await told();
    await retry();
    await report(SHOP, 'done');
    expect(await told()).toEqual([]);
    await report(SHOP, 'failed', { anew: true });
    expect(await told()).toEqual([`lost ${SHOP}`]);
  });

  test('is told anew of a domain that is mapped anew', async () => {
    await report(SHOP, 'done');
    await told();
    await rig.wordpress.php(`test_unmap( '${SHOP}' );`);
    await follow(SHOP);
    await report(SHOP, 'done');
    expect(await told()).toEqual([`ready ${SHOP}`]);
  });

  test('that throws keeps nobody else from being told, and is not called again', async () => {
    await report(SHOP, 'failed', { message: REMEDY });
    const throwing = `ini_set( 'error_log', '/dev/null' ); add_action( 'closte_sync_domain_notice', static function () { throw new Error( 'another plugin' ); }, 20 );`;
    expect(await send(throwing)).toHaveLength(1);
    expect(rig.wordpress.mails()).toHaveLength(1);
    expect(await send(throwing)).toEqual([]);
  });

  test('under which PHP dies is called again, under the same id, once nobody else can be at it', async () => {
    await report(SHOP, 'done');
    const dying = `add_action( 'closte_sync_domain_notice', static function ( $kind, $domain, $site, $notice ) { echo $notice['id']; exit( 3 ); }, 5, 4 );
      Closte_Domain_Sync_Schedule::send();`;
    const { code, stdout } = await rig.wordpress.phpProcess(dying);
    expect(code).toBe(3);
    // The lease is free again after two minutes, the notice after an hour.
    await rig.wordpress.advance(3 * MINUTE);
    expect(await told()).toEqual([]);
    await rig.wordpress.advance(HOUR);
    expect(await send()).toMatchObject([['ready', SHOP, 2, { id: stdout.trim() }]]);
  });
});

describe('an e-mail to the network’s address', () => {
  test('says what failed, with what to do and where to look', async () => {
    await report(SHOP, 'failed', { message: REMEDY });
    await told();
    const [mail, ...more] = rig.wordpress.mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'admin@network.test', subject: '[Network] Domains: 1 failed' });
    const lines = mail?.body.split('\n') ?? [];
    expect(lines.slice(0, 3)).toEqual([
      `${SHOP} could not be made to work and was given up.`,
      'Site 2: network.test/site2/',
      REMEDY,
    ]);
    expect(lines[3]).toMatch(
      new RegExp(`^How it is now: http://127.0.0.1:\\d+/functions/status\\?domain=${SHOP}&`),
    );
  });

  test('is sent of a domain that is lost, and of none that is ready or overdue', async () => {
    await report(SHOP, 'checking-dns', { event: 'dns.overdue' });
    await report(SHOP, 'done');
    await told();
    expect(rig.wordpress.mails()).toEqual([]);
    await report(SHOP, 'ssl-failed', { anew: true, message: 'Ask Closte.' });
    await told();
    expect(rig.wordpress.mails()).toMatchObject([
      {
        subject: '[Network] Domains: 1 lost',
        body: expect.stringContaining('worked and does not work any more'),
      },
    ]);
  });

  test('has what came within an hour together, those that matter most first', async () => {
    const others = ['a.example.com', 'b.example.com', 'c.example.com'];
    await follow(...others);
    await report(SHOP, 'failed');
    await told();
    expect(rig.wordpress.mails()).toHaveLength(1);
    await report('a.example.com', 'failed');
    await report('b.example.com', 'done');
    await report('b.example.com', 'failed', { anew: true });
    await told();
    await rig.wordpress.advance(59 * MINUTE);
    await report('c.example.com', 'failed');
    await told();
    expect(rig.wordpress.mails()).toEqual([]);
    await rig.wordpress.advance(MINUTE + 1);
    await told();
    const [mail, ...more] = rig.wordpress.mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('[Network] Domains: 1 lost, 2 failed');
    expect(mail?.body.match(/^[abc]\.example\.com/gm)).toEqual([
      'b.example.com',
      'a.example.com',
      'c.example.com',
    ]);
  });

  test('has 50 of 10,000, and how many more', async () => {
    await rig.wordpress.php(`
      $values = array();
      for ( $n = 0; $n < 10000; $n++ ) { $values[] = sprintf( "('%032d', 'admin', 'failed', 'shop-%05d.example.com', 2, 'failed', '%s', %d, 1)", $n, $n, str_repeat( 'long ', 400 ), time() ); }
      foreach ( array_chunk( $values, 500 ) as $chunk ) { $GLOBALS['wpdb']->query( 'INSERT INTO wp_closte_sync_notices (notice, channel, kind, domain, site_id, stage, message, noted_at, next_try) VALUES ' . implode( ',', $chunk ) ); }`);
    await told();
    const [mail, ...more] = rig.wordpress.mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('[Network] Domains: 10000 failed');
    expect(mail?.body.match(/^shop-\d+\.example\.com/gm)).toHaveLength(50);
    expect(mail?.body).toContain('There are 9950 more.');
    expect(mail?.body.length).toBeLessThanOrEqual(60_000);
    // What is to be done stands there whole, or not at all; the page has it in any case.
    const parts = (mail?.body.split('\n\n') ?? []).filter((part) => part.startsWith('shop-'));
    const inOneLine = (part: string) => part.replaceAll('\n', ' ');
    const whole = parts.filter((part) => inOneLine(part).includes('long '.repeat(400).trim()));
    const none = parts.filter((part) => !part.includes('long'));
    expect(whole.length).toBeGreaterThan(20);
    expect(whole.length + none.length).toBe(50);
    expect(parts.slice(0, whole.length)).toEqual(whole);
    for (const part of none) expect(part).toMatch(/^How it is now, and what to do: https?:/m);
    for (const part of whole) expect(part).toMatch(/^How it is now: https?:/m);
    expect(await waiting()).toEqual({});
  });

  test('under which PHP dies is sent again once nobody else can be at it', async () => {
    await report(SHOP, 'failed');
    const { code } = await rig.wordpress.phpProcess(
      `add_filter( 'wp_mail', static function () { exit( 3 ); } ); Closte_Domain_Sync_Schedule::send();`,
    );
    expect(code).toBe(3);
    await rig.wordpress.advance(3 * MINUTE);
    await told();
    expect(rig.wordpress.mails()).toEqual([]);
    await rig.wordpress.advance(HOUR);
    await told();
    expect(rig.wordpress.mails()).toHaveLength(1);
  });

  test('says what has become of a domain by the time it is sent', async () => {
    await follow('gone.example.com', 'still.example.com');
    for (const domain of [SHOP, 'gone.example.com', 'still.example.com'])
      await report(domain, 'failed', { message: REMEDY });
    await report(SHOP, 'done', { anew: true });
    await rig.wordpress.php("test_unmap( 'gone.example.com' );");
    await told();
    const [mail] = rig.wordpress.mails();
    const parts = Object.fromEntries(
      (mail?.body.split('\n\n') ?? []).map((part) => [part.split(' ')[0], part]),
    );
    expect(parts[SHOP]).toContain('It works by now.');
    expect(parts['gone.example.com']).toContain('does not want it any more');
    expect(parts['still.example.com']).not.toMatch(/by now|any more/);
  });
});

describe('an outage of mail', () => {
  const outages: [string, () => void, () => void][] = [
    ['a mail server that is down', () => rig.wordpress.mailIsUp(false), () => rig.wordpress.mailIsUp(true)],
    [
      'a plugin for e-mails that throws',
      () => rig.wordpress.define({ TEST_MAIL: 'throws' }),
      () => rig.wordpress.define({ TEST_MAIL: 'works' }),
    ],
  ];
  const quietly = () => send(`ini_set( 'error_log', '/dev/null' );`);

  test.each(outages)('of a day loses nothing and doubles nothing: %s', async (_what, goDown, comeBack) => {
    await set('owner', 'failed');
    await site('anna@example.com', 'other.example.com', 'third.example.com');
    goDown();
    await report(SHOP, 'failed', { message: REMEDY });
    await report('third.example.com', 'failed', { message: REMEDY });
    expect(await quietly()).toHaveLength(2);
    for (let hours = 0; hours < 26; hours++) {
      if (hours === 12) await report('other.example.com', 'failed', { message: REMEDY });
      await rig.wordpress.advance(HOUR);
      expect(await quietly()).toHaveLength(hours === 12 ? 1 : 0);
    }
    expect(rig.wordpress.mails()).toEqual([]);
    comeBack();
    await rig.wordpress.advance(HOUR);
    await quietly();
    expect(subjects()).toEqual([
      'admin@network.test: [Network] Domains: 3 failed',
      "anna@example.com: [Anna's & Ben's] Your domain other.example.com",
      "anna@example.com: [Anna's & Ben's] Your domain third.example.com",
    ]);
    await rig.wordpress.advance(2 * HOUR);
    await quietly();
    expect(subjects()).toEqual([]);
  });

  test('is tried again after a minute, and then ever later, an hour at most', async () => {
    rig.wordpress.mailIsUp(false);
    await report(SHOP, 'failed');
    const waits = [];
    for (let tries = 0; tries < 7; tries++) {
      waits.push(
        await rig.wordpress.php<number>(`
          Closte_Domain_Sync_Sender::run();
          $due = Closte_Domain_Sync_Notice_Sender::next_due( null );
          return (int) round( ( $due - time() ) / 60 );`),
      );
      await rig.wordpress.advance((waits.at(-1) ?? 0) * MINUTE + 1);
    }
    expect(waits).toEqual([1, 5, 30, 60, 60, 60, 60]);
  });

  test('is said by Site Health once something has waited for two hours', async () => {
    const health = () =>
      rig.wordpress.php<[string, string]>(
        `$tests = apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) );
         $result = call_user_func( $tests['direct']['closte-sync-notices']['test'] );
         return array( $result['status'], wp_strip_all_tags( $result['description'] ) );`,
      );
    rig.wordpress.mailIsUp(false);
    await set('owner', 'failed');
    await site('anna@example.com', 'anna.example.com');
    await report('anna.example.com', 'failed');
    await told();
    expect((await health())[0]).toBe('good');
    await rig.wordpress.advance(2 * HOUR + MINUTE);
    const [status, text] = await health();
    expect(status).toBe('recommended');
    expect(text).toMatch(/^1 notice waits to be sent to the network&#039;s address, since 2 hours\./);
    expect(text).toContain('1 notice waits to be sent to the owner of a site, since 2 hours.');
    rig.wordpress.mailIsUp(true);
    await told();
    expect((await health())[0]).toBe('good');
  });

  test('of a month ends with what there was to tell, which the error log has', async () => {
    rig.wordpress.mailIsUp(false);
    await report(SHOP, 'failed');
    await told();
    await rig.wordpress.advance(30 * 24 * HOUR + 1);
    await quietly();
    expect(await waiting()).toEqual({});
  });

  test('the next attempt is on the schedule', async () => {
    rig.wordpress.mailIsUp(false);
    await report(SHOP, 'failed');
    await rig.wordpress.cron();
    await rig.wordpress.cron();
    rig.wordpress.mailIsUp(true);
    await rig.wordpress.advance(2 * MINUTE);
    await rig.wordpress.cron();
    expect(rig.wordpress.mails()).toHaveLength(1);
  });
});

describe('an e-mail to the owner of a site', () => {
  test('is sent of nothing as long as nobody has switched it on', async () => {
    await site('anna@example.com', 'anna.example.com');
    await report('anna.example.com', 'failed', { message: REMEDY });
    await told();
    expect(subjects()).toEqual(['admin@network.test: [Network] Domains: 1 failed']);
  });

  test('says that the domain is ready, or what to do about it, of each domain by itself', async () => {
    await set('owner', 'ready', 'overdue');
    await site('anna@example.com', 'anna.example.com', 'late.example.com');
    await report('anna.example.com', 'done', { message: 'It is done.' });
    await report('late.example.com', 'checking-dns', { message: REMEDY, event: 'dns.overdue' });
    await told();
    const mails = rig.wordpress.mails().toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
    expect(mails.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      "anna@example.com: [Anna's & Ben's] Your domain anna.example.com",
      "anna@example.com: [Anna's & Ben's] Your domain late.example.com",
    ]);
    const [ready, late] = mails.map(({ body }) => body.split('\n'));
    const page = (domain: string) => expect.stringContaining(`/status?domain=${domain}&expires=`);
    expect(ready).toEqual(['anna.example.com is ready.', page('anna.example.com')]);
    expect(late).toEqual([
      'late.example.com does not point to the network, two days after it was mapped.',
      REMEDY,
      page('late.example.com'),
    ]);
  });

  test('has all that is to be done, however long it is, and says so where it is not the whole', async () => {
    await set('owner', 'failed');
    await site('anna@example.com', 'anna.example.com', 'long.example.com');
    const long = 'Set a record. '.repeat(140).trim();
    await report('anna.example.com', 'failed', { message: long });
    await report('long.example.com', 'failed', { message: `${long} ${long}` });
    await told();
    const owners = rig.wordpress.mails().filter(({ to }) => to === 'anna@example.com');
    const said = owners.map(({ body }) => body.split('\n').slice(1, -1).join(' '));
    expect(said.toSorted()).toEqual([`${`${long} ${long}`.slice(0, 1_999)}…`, long].toSorted());
    for (const { body } of owners) {
      for (const line of body.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    }
  });

  test('waits for no site that is gone, and for no address that is none', async () => {
    await set('owner', 'ready');
    const gone = await site('anna@example.com', 'gone.example.com');
    await site('nobody', 'nobody.example.com');
    await report('gone.example.com', 'done');
    await report('nobody.example.com', 'done');
    await rig.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/ms.php'; wp_delete_site( ${gone} );`);
    await told();
    expect([subjects(), await waiting()]).toEqual([[], {}]);
  });
});

describe('which e-mails are sent', () => {
  test('is a setting of the network, which a filter may change', async () => {
    const kinds = (before = '') =>
      rig.wordpress.php(
        `${before} return array_map( 'Closte_Domain_Sync_Notice_Settings::kinds', array( 'admin', 'owner' ) );`,
      );
    expect(await kinds()).toEqual([['lost', 'failed'], []]);
    await set('admin', 'ready');
    expect(await kinds()).toEqual([['ready'], []]);
    expect(
      await kinds(
        `add_filter( 'closte_sync_notice_kinds', static fn( $kinds, $channel ) => 'owner' === $channel ? array( 'overdue', 'unknown' ) : $kinds, 10, 2 );`,
      ),
    ).toEqual([['ready'], ['overdue']]);
    await set('admin');
    await report(SHOP, 'failed');
    await told();
    expect(subjects()).toEqual([]);
  });
});

test('a copy of the network tells nobody anything', async () => {
  await report(SHOP, 'failed', { message: REMEDY });
  rig.wordpress.define({ WP_ENVIRONMENT_TYPE: 'staging' });
  expect(await told()).toEqual([]);
  expect(rig.wordpress.mails()).toEqual([]);
  rig.wordpress.define({ WP_ENVIRONMENT_TYPE: null });
  expect(await told()).toEqual([`failed ${SHOP}`]);
});
