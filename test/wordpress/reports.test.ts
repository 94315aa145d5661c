import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDomainName } from '../../shared/domain/name.ts';
import { reconcileMappingId } from '../../shared/mapping/reconcile-action.ts';
import { postSigned, type Rig, startRig } from './support/rig.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({ constants: { TEST_ULTIMATE_MULTISITE: true } });
  await rig.wordpress.php('test_reset();');
});

afterEach(async () => {
  await rig.wordpress.reset();
  rig.functions.reset();
  expect(rig.wordpress.complaints()).toEqual([]);
});

afterAll(() => rig.stop());

const DOMAIN = 'shop.example.com';
const HOUR = 3600;

const report = (body: object) => postSigned(rig, 'stage', { domain: DOMAIN, ...body });
const record = () => rig.wordpress.php<string>(`return wu_get_domain_by_domain( "${DOMAIN}" )->get_stage();`);

/** A domain with a record, which the functions follow. */
async function followed(stage = 'checking-dns') {
  await rig.wordpress.php(
    `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
     test_site( 'shop.network.test' ); $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' );
     wu_create_domain( array( 'blog_id' => 2, 'domain' => '${DOMAIN}', 'stage' => $args['stage'] ) );`,
    { stage },
  );
  await rig.wordpress.cron();
  return row();
}

async function row() {
  const [found] = await rig.wordpress.rows();
  if (found === undefined) throw new Error('no row');
  return found;
}

async function mapAgain() {
  const { event_id } = await row();
  await rig.wordpress.php(`wu_get_domain_by_domain( '${DOMAIN}' )->delete();
    wu_create_domain( array( 'blog_id' => 2, 'domain' => '${DOMAIN}' ) );`);
  const again = await row();
  expect(again.event_id).not.toBe(event_id);
  return again;
}

const idOf = (kind: 'add' | 'recheck' | 'watch', seconds: number) => {
  const parsed = parseDomainName(DOMAIN);
  if (!parsed.ok) throw new Error('no domain');
  return reconcileMappingId(kind, parsed.domain, new Date(seconds * 1000));
};
const time = (seconds: number) => new Date(seconds * 1000).toISOString();

describe('a report of a mapping that was overtaken', () => {
  test('changes nothing, and those of the new one count', async () => {
    const old = await followed();
    const fresh = await mapAgain();
    await report({ stage: 'checking-dns', mapping_id: fresh.event_id });
    expect(
      await report({ stage: 'failed', mapping_id: old.event_id, mapped_at: time(old.wished_at) }),
    ).toMatchObject({
      status: 409,
      code: 'overtaken',
    });
    expect(await row()).toMatchObject({ stage: 'checking-dns' });
    expect(await record()).toBe('checking-dns');
    expect((await report({ stage: 'checking-ssl-cert', mapping_id: fresh.event_id })).status).toBe(200);
    expect(await row()).toMatchObject({ stage: 'checking-ssl-cert' });
  });

  test('of reconcile is told by when that began, and by the hour or the day of its id where it does not say', async () => {
    await followed();
    await rig.wordpress.advance(30 * HOUR);
    const { wished_at } = await mapAgain();
    const cases = [
      { mapping_id: idOf('recheck', wished_at - HOUR), mapped_at: time(wished_at - 1), status: 409 },
      { mapping_id: idOf('recheck', wished_at), mapped_at: time(wished_at - 1), status: 409 },
      { mapping_id: idOf('recheck', wished_at), mapped_at: time(wished_at), status: 200 },
      { mapping_id: idOf('add', wished_at + HOUR), mapped_at: time(wished_at + 1), status: 200 },
      { mapping_id: idOf('recheck', wished_at - HOUR), status: 409 },
      { mapping_id: idOf('recheck', wished_at), status: 200 },
      { mapping_id: idOf('watch', wished_at - 24 * HOUR), status: 409 },
      { mapping_id: idOf('watch', wished_at), status: 200 },
    ];
    for (const { status, ...of } of cases) {
      const answer = await report({ stage: 'checking-dns', ...of });
      expect({ ...of, status: answer.status }).toEqual({ ...of, status });
    }
  });
});

describe('a report without an id, of functions of the version before', () => {
  test('is taken for a wish of before the update, and not for one since', async () => {
    await followed();
    await rig.wordpress.advance(HOUR);
    expect((await report({ stage: 'checking-ssl-cert' })).status).toBe(200);
    await mapAgain();
    expect(await report({ stage: 'failed' })).toMatchObject({ status: 409, code: 'overtaken' });
  });

  test('is bad once one with an id has come', async () => {
    const { event_id } = await followed();
    await rig.wordpress.advance(HOUR);
    await report({ stage: 'checking-dns', mapping_id: event_id });
    expect(await report({ stage: 'checking-ssl-cert' })).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
    expect(await row()).toMatchObject({ stage: 'checking-dns' });
  });

  test('is bad even if that one was overtaken: it came from functions that know ids', async () => {
    await followed();
    await rig.wordpress.advance(HOUR);
    expect((await report({ stage: 'failed', mapping_id: 'evt_other' })).status).toBe(409);
    expect((await report({ stage: 'checking-ssl-cert' })).status).toBe(400);
  });
});

describe('when somebody looks next', () => {
  const SOON = 2_000_000_000;
  const next = async () => (await row()).next_look_at;
  /** A report of the mapping that is current. */
  const current = async (body: object) => {
    const { event_id } = await row();
    return report({ mapping_id: event_id, ...body });
  };

  test('is what the functions say when they take an event, and with each report; unknown where they do not', async () => {
    rig.functions.behaves(({ id, body }) => {
      const next = { stage: 'checking-dns', visit: 1, task: 't', scheduled_for: time(SOON) };
      return { status: 202, body: { ...body, mapping_id: id, closte: 'added', next } };
    });
    await followed();
    expect(await next()).toBe(SOON);
    await current({ stage: 'checking-dns', message: 'Not yet.', next_look_at: time(SOON + 300) });
    expect(await next()).toBe(SOON + 300);
    await current({ stage: 'checking-ssl-cert', next_look_at: time(SOON + 400) });
    expect(await next()).toBe(SOON + 400);
    await current({ stage: 'checking-dns', message: 'Too late.', next_look_at: time(SOON + 500) });
    expect(await next()).toBe(SOON + 400);
    await current({ stage: 'done' });
    expect(await next()).toBe(0);
  });

  test('is unknown again with a new wish, and where the event is sent anew', async () => {
    await followed();
    await current({ stage: 'checking-dns', next_look_at: time(SOON) });
    await mapAgain();
    expect(await next()).toBe(0);
    await current({ stage: 'checking-dns', next_look_at: time(SOON) });
    await rig.wordpress.php(`Closte_Domain_Sync_Event_Queue::renew( '${DOMAIN}' );`);
    expect(await next()).toBe(0);
  });
});

test('a report of the stage that the row has says that somebody still looks after the domain', async () => {
  const { event_id } = await followed();
  const entry = async () => (await postSigned(rig, 'domains', { domain: DOMAIN }))['domains'][0];
  await report({ stage: 'checking-dns', mapping_id: event_id });
  await rig.wordpress.advance(HOUR);
  const { updated_at } = await row();
  await report({ stage: 'checking-dns', mapping_id: event_id });
  const { heard_at } = await row();
  expect(heard_at).toBeGreaterThanOrEqual(updated_at + HOUR);
  const rfc3339 = (seconds: number) => time(seconds).replace('.000', '');
  expect(await entry()).toMatchObject({ updated_at: rfc3339(updated_at), heard_at: rfc3339(heard_at) });
  await rig.wordpress.advance(HOUR);
  const again = rfc3339((await mapAgain()).updated_at);
  expect(await entry()).toMatchObject({ updated_at: again, heard_at: again });
});

test('that the domain needs no alias is answered with the row as the last report says that has asked Closte', async () => {
  const { event_id: mapping_id } = await followed();
  const notNeeded = async () =>
    (await postSigned(rig, 'domains', { domain: DOMAIN }))['domains'][0].not_needed;
  expect(await notNeeded()).toBe(false);
  await report({ stage: 'checking-dns', not_needed: true, mapping_id });
  await report({ stage: 'checking-ssl-cert', mapping_id });
  expect(await notNeeded()).toBe(true);
  await report({ stage: 'checking-dns', anew: true, not_needed: false, mapping_id });
  expect(await notNeeded()).toBe(false);
  await report({ stage: 'checking-ssl-cert', not_needed: true, mapping_id });
  await mapAgain();
  expect(await notNeeded()).toBe(false);
});

test('an event that was queued says nothing of the alias: its report may have come before the answer', async () => {
  const { event_id: mapping_id } = await followed();
  await report({ stage: 'checking-dns', not_needed: true, mapping_id });
  await rig.wordpress.php(`Closte_Domain_Sync_Event_Queue::renew( '${DOMAIN}' );`);
  rig.functions.behaves(({ id, body }) => {
    const next = { stage: 'adding-domain', visit: 1, task: 't', scheduled_for: time(2_000_000_000) };
    return { status: 202, body: { ...body, mapping_id: id, closte: 'queued', next } };
  });
  await rig.wordpress.php('Closte_Domain_Sync_Sender::run();');
  expect((await postSigned(rig, 'domains', { domain: DOMAIN }))['domains'][0]).toMatchObject({
    stage: 'adding-domain',
    not_needed: true,
  });
});

test('what a visit found to stand in the way of the alias is answered with the row until another report follows', async () => {
  const { event_id: mapping_id } = await followed();
  const refusal = async () => (await postSigned(rig, 'domains', { domain: DOMAIN }))['domains'][0].refusal;
  await report({ stage: 'failed', problem: 'no-records', mapping_id });
  expect(await refusal()).toBeNull();
  await report({ stage: 'failed', problem: 'held-elsewhere', mapping_id });
  expect([await refusal(), (await row()).state]).toEqual(['held-elsewhere', 'sent']);
  await report({ stage: 'adding-domain', anew: true, mapping_id });
  expect(await refusal()).toBeNull();
  await report({ stage: 'failed', problem: 'held-elsewhere', mapping_id });
  await rig.wordpress.php(`Closte_Domain_Sync_Event_Queue::renew( '${DOMAIN}' );`);
  rig.functions.behaves(({ id, body }) => {
    const next = { stage: 'checking-dns', visit: 1, task: 't', scheduled_for: time(2_000_000_000) };
    return { status: 202, body: { ...body, mapping_id: id, closte: 'added', next } };
  });
  await rig.wordpress.cron();
  expect([await refusal(), (await row()).stage]).toEqual([null, 'checking-dns']);
});

test.each([
  { problem: 7 },
  { not_needed: 1 },
  { mapping_id: 7 },
  { mapped_at: 'now' },
  { mapped_at: 7 },
  { next_look_at: 'soon' },
  { next_look_at: 7 },
])('refuses %j', async (field) => {
  const { event_id } = await followed();
  expect(await report({ stage: 'done', mapping_id: event_id, ...field })).toMatchObject({ status: 400 });
});

describe('a record that is served', () => {
  const served = () =>
    rig.wordpress.php<boolean>(`return wu_get_domain_by_domain( "${DOMAIN}" )->is_active();`);

  test.each(['done', 'done-without-ssl'])(
    'stays so after an import, a second look at it and whatever that finds (%s)',
    async (stage) => {
      await rig.wordpress.php(
        `update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
         test_site( 'shop.network.test' ); $GLOBALS['wpdb']->query( 'TRUNCATE wp_closte_sync' );
         test_record( 9, 2, '${DOMAIN}', $args['stage'] );
         WP_CLI::run( 'closte-sync', 'import', array(), array() );`,
        { stage, wp_cli: true },
      );
      await rig.wordpress.advance(26 * HOUR);
      const now = Math.floor(Date.now() / 1000);
      const mapping = { mapping_id: idOf('recheck', now), mapped_at: time(now) };
      for (const found of ['checking-dns', 'checking-ssl-cert', 'ssl-failed', 'failed', 'cancelled']) {
        expect(
          (await report({ stage: found, message: `It is ${found}.`, anew: true, ...mapping })).status,
        ).toBe(200);
        expect([found, await record(), await served()]).toEqual([found, stage, true]);
        // What was found stands in the plugin's own row.
        const [found_] = (await rig.wordpress.rows()).filter(({ domain }) => domain === DOMAIN);
        expect(found_).toMatchObject({ stage: found, message: `It is ${found}.` });
      }
      expect((await report({ stage: 'done', secure: true, ...mapping })).status).toBe(200);
      expect([await record(), await served()]).toEqual(['done', true]);
    },
  );

  test('of which there are two of one name: neither is taken off the air', async () => {
    const { event_id } = await followed('done');
    await rig.wordpress.php(`test_record( 50, 2, '${DOMAIN}', 'done-without-ssl' );`);
    await report({ stage: 'failed', mapping_id: event_id });
    expect(
      await rig.wordpress.php(
        `return $GLOBALS['wpdb']->get_col( "SELECT stage FROM wp_wu_domain_mappings WHERE domain = '${DOMAIN}' ORDER BY id" );`,
      ),
    ).toEqual(['done', 'done-without-ssl']);
  });
});

describe('Ultimate Multisite’s own checks', () => {
  const looks = () =>
    rig.wordpress.php<number>(
      `return test_own_checks( wu_get_domain_by_domain( '${DOMAIN}' )->get_id(), 40 );`,
    );

  test('ask nothing and decide nothing of a domain that the functions follow', async () => {
    const { event_id } = await followed();
    await report({ stage: 'checking-dns', mapping_id: event_id });
    expect([await looks(), await record()]).toEqual([0, 'checking-dns']);
    await report({ stage: 'checking-ssl-cert', mapping_id: event_id });
    expect([await looks(), await record()]).toEqual([0, 'checking-ssl-cert']);
  });

  test('wait while nobody can say whether it is followed', async () => {
    await followed();
    await rig.wordpress.php('$GLOBALS["wpdb"]->query( "DROP TABLE wp_closte_sync" );');
    expect([await looks(), await record()]).toEqual([0, 'checking-dns']);
    expect(await rig.wordpress.php('return test_wu_queue();')).toEqual([
      expect.stringMatching(/^wu_async_process_domain_stage \d+ 0$/),
    ]);
  });

  test('do so at the sixth look where the functions do not', async () => {
    rig.functions.behaves({ status: 422, body: { code: 'invalid-domain', detail: 'no' } });
    await followed();
    expect([await looks(), await record()]).toEqual([6, 'failed']);
  });
});

test.each([
  ['checking-dns', 'sent'],
  ['done', 'sent'],
  ['failed', 'refused'],
  ['adding-domain', 'refused'],
])(
  'a domain whose event was refused, and that reconcile brings to %s, counts as %s',
  async (stage, state) => {
    const { wished_at: wished } = await followed();
    await rig.wordpress.php(
      `$GLOBALS['wpdb']->update( 'wp_closte_sync', array( 'state' => 'refused', 'refusal' => 'held-elsewhere', 'stage' => '' ), array( 'domain' => '${DOMAIN}' ) );`,
    );
    await report({ stage, mapping_id: idOf('add', wished + HOUR), mapped_at: time(wished + HOUR) });
    expect(await row()).toMatchObject({
      state,
      stage,
      refusal: state === 'sent' ? '' : 'held-elsewhere',
    });
    const { domains } = await postSigned(rig, 'domains', { domain: DOMAIN });
    expect(domains[0].refusal).toBe(state === 'sent' ? null : 'held-elsewhere');
  },
);
