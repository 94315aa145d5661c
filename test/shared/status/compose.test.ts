import { describe, expect, test } from '@jest/globals';
import type { AliasEvidence } from '../../../shared/diagnosis/evidence.ts';
import type { LookUp } from '../../../shared/dns/look-up.ts';
import type { Stage } from '../../../shared/mapping/mapping.ts';
import { reconcileMappingId } from '../../../shared/mapping/reconcile-action.ts';
import { statusOf } from '../../../shared/status/compose.ts';
import type { Gathered } from '../../../shared/status/gather.ts';
import { restartOf } from '../../../shared/status/given-up.ts';
import { renderStatusPage } from '../../../shared/status/page/page.ts';
import { standingOf } from '../../../shared/status/standing.ts';
import type { Verdict } from '../../../shared/status/status.ts';
import type { RowAnswer } from '../../../shared/wordpress/one-domain.ts';
import { domain } from '../../support/net-domain.ts';
import { caaAt, certificateEvidence, DEFAULT, NOW, record, shown } from '../diagnosis/certificate-scenes.ts';
import {
  CLOUDFLARE,
  dnsEvidence,
  found,
  IPV4,
  leaving,
  missing,
  OLD,
  RIGHT,
  zoneSaying,
} from '../diagnosis/dns-scenes.ts';

const HOUR = 60;
const NETWORK = domain('network.example');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

interface Scene {
  /** What WordPress has noted, and since how many minutes; `null` is a stage that nobody has told. */
  readonly row?: readonly [Stage | null, number] | RowAnswer['kind'] | 'removed' | 'no WordPress';
  readonly alias?: AliasEvidence['kind'];
  /** What the resolvers say. */
  readonly dns?: readonly LookUp[];
  /** What the servers of the zone say; nobody knows them unless it is given. */
  readonly zone?: LookUp;
  readonly isProxied?: boolean;
  readonly certificate?: 'good' | 'default';
  readonly caa?: 'forbids';
  readonly name?: string;
}

/** A domain that is ready, but for what a scene says. It was wished two hours ago, if the stage is not younger. */
function gatheredIn(scene: Scene): Gathered {
  const { row = ['done', HOUR], alias = 'listed', dns = [RIGHT], zone, isProxied = false, name } = scene;
  const of = { ...(name !== undefined && { name }) };
  const evidence = dnsEvidence(dns, { ...of, ...(zone && { zone: zoneSaying(zone) }) });
  const isPointing = evidence.report.verdict === 'pointing';
  const rowSeen = rowOf(row);
  const isRightSince = rowSeen?.kind === 'row' && rowSeen.stage === 'checking-ssl-cert';
  return {
    domain: domain(name ?? 'shop.example.com'),
    at: NOW,
    row: rowSeen,
    alias: alias === 'refused' || alias === 'unanswered' ? { kind: alias, reason: 'No' } : { kind: alias },
    dns: isProxied
      ? { ...evidence, originResults: [{ address: CLOUDFLARE, result: { kind: 'arrived', over: 'https' } }] }
      : evidence,
    leadsHere: isPointing ? 'by-its-addresses' : isProxied ? 'by-a-proxy' : 'no',
    domainConnect: undefined,
    certificate: certificateEvidence([scene.certificate === 'default' ? DEFAULT : shown()], {
      ...of,
      ...(scene.caa && { caa: caaAt('example.com', record('issue', 'other.example')) }),
      dnsRightSince: isRightSince ? rowSeen.updatedAt : undefined,
    }),
  };
}

function rowOf(row: NonNullable<Scene['row']>): RowAnswer | undefined {
  switch (row) {
    case 'no WordPress':
      return undefined;
    case 'unheard-of':
      return { kind: 'unheard-of' };
    case 'unanswered':
      return { kind: 'unanswered', reason: 'WordPress answered HTTP 503' };
    case 'another-network':
      return { kind: 'another-network', reason: 'WordPress says that it is another network' };
    case 'row':
    case 'removed': {
      const at = minutesAgo(HOUR);
      const wanted = row === 'removed' ? 'removed' : 'mapped';
      return {
        kind: 'row',
        siteId: 2,
        wanted,
        stage: 'done',
        updatedAt: at,
        wishedAt: at,
        aliasRefusal: undefined,
      };
    }
    default: {
      const [stage, minutes] = row;
      const updatedAt = minutesAgo(minutes);
      const wishedAt = stage === null ? updatedAt : minutesAgo(Math.max(minutes, 2 * HOUR));
      return {
        kind: 'row',
        siteId: 2,
        wanted: 'mapped',
        stage: stage ?? undefined,
        updatedAt,
        wishedAt,
        aliasRefusal: undefined,
      };
    }
  }
}

/** `waiting for the certificate until 2026-01-06T08:00`. */
function inWords(verdict: Verdict): string {
  if (verdict.kind !== 'waiting') return verdict.kind;
  const until = verdict.until === null ? '' : ` until ${verdict.until.slice(0, 16)}`;
  return `waiting for ${verdict.for}${until}`;
}

/** `mapped dns: current at 08:50`: of the steps that are done only the names. */
function timelineInWords(timeline: ReturnType<typeof statusOf>['timeline']): string {
  return timeline
    .filter(({ state }) => state !== 'ahead')
    .map(({ step, state, at }) =>
      state === 'done' ? step : `${step}: ${state}${at === null ? '' : ` at ${at.slice(11, 16)}`}`,
    )
    .join(' ');
}

const NEVER_SET = { dns: [missing()] };
const LAGGING = { dns: [found(OLD), RIGHT, found(OLD)], zone: leaving('network.example') };
const ALL_DONE = 'mapped alias dns certificate done';

const SCENES: readonly (readonly [string, Scene, string, string])[] = [
  ['all of it right', {}, 'ready', ALL_DONE],
  ['right, though it was given up before', { row: ['failed', HOUR] }, 'ready', ALL_DONE],
  ['right, and WordPress has not heard of it', { row: ['checking-dns', 10] }, 'ready', ALL_DONE],
  ['right by a proxy', { dns: [found(CLOUDFLARE)], isProxied: true }, 'ready', ALL_DONE],
  ['right, and of the network', { alias: 'not-needed' }, 'ready', ALL_DONE],
  ['right, and Closte does not answer', { alias: 'unanswered' }, 'ready', ALL_DONE],
  ['right, and Closte refuses the key', { alias: 'refused' }, 'ready', ALL_DONE],
  ['right, and Closte lacks it', { alias: 'not-listed' }, 'ready', 'mapped alias: current'],
  ['right, and CAA forbids the next one', { caa: 'forbids' }, 'ready', ALL_DONE],
  [
    'a wildcard without a certificate of its own',
    { name: '*.example.com', certificate: 'default' },
    'action-needed',
    'mapped alias dns certificate: current',
  ],

  [
    'wished just now',
    { row: [null, 1], alias: 'not-listed', ...LAGGING },
    'waiting for the hosting to take the domain',
    'mapped alias: current',
  ],
  [
    'wished just now, without a record',
    { row: [null, 1], alias: 'not-listed', ...NEVER_SET },
    'action-needed',
    'mapped alias: current',
  ],
  [
    'Closte being told for hours',
    { row: ['adding-domain', 3 * HOUR], alias: 'not-listed', ...LAGGING },
    'waiting for the hosting to take the domain until 2026-01-06T06:00',
    'mapped alias: current at 06:00',
  ],
  [
    'wished an hour ago, and Closte lacks it',
    { row: [null, HOUR], alias: 'not-listed', ...LAGGING },
    'action-needed',
    'mapped alias: current',
  ],
  [
    'Closte down, the record not there',
    { alias: 'unanswered', row: ['checking-dns', 10], ...NEVER_SET },
    'action-needed',
    'mapped alias: current',
  ],

  [
    'no record',
    { row: ['checking-dns', 10], ...NEVER_SET },
    'action-needed',
    'mapped alias dns: current at 08:50',
  ],
  [
    'no record, given up',
    { row: ['failed', HOUR], ...NEVER_SET },
    'action-needed',
    'mapped alias dns: failed at 08:00',
  ],
  [
    'a record that not everybody sees',
    { row: ['checking-dns', 10], ...LAGGING },
    'waiting for the change of DNS to be seen everywhere until 2026-01-12T08:50',
    'mapped alias dns: current at 08:50',
  ],
  [
    'a record that not everybody sees, and no WordPress to say since when',
    { row: 'no WordPress', ...LAGGING },
    'waiting for the change of DNS to be seen everywhere',
    'mapped alias dns: current',
  ],

  [
    'a certificate that is being issued',
    { row: ['checking-ssl-cert', 10], certificate: 'default' },
    'waiting for the certificate until 2026-01-06T08:50',
    'mapped alias dns certificate: current at 08:50',
  ],
  [
    'a certificate that is overdue',
    { row: ['checking-ssl-cert', HOUR], certificate: 'default' },
    'action-needed',
    'mapped alias dns certificate: current at 08:00',
  ],
  [
    'a certificate that CAA forbids',
    { row: ['checking-ssl-cert', 10], certificate: 'default', caa: 'forbids' },
    'action-needed',
    'mapped alias dns certificate: current at 08:50',
  ],
  [
    'a certificate that was given up',
    { row: ['ssl-failed', HOUR], certificate: 'default' },
    'action-needed',
    'mapped alias dns certificate: failed at 08:00',
  ],

  ['removed in WordPress', { row: 'removed' }, 'not-mapped', ''],
  ['removed in WordPress, and broken', { row: 'removed', ...NEVER_SET }, 'not-mapped', ''],
  ['never heard of', { row: 'unheard-of', alias: 'not-listed', ...NEVER_SET }, 'not-mapped', ''],
  ['never heard of in WordPress, with an alias', { row: 'unheard-of' }, 'ready', ALL_DONE],
  [
    'never heard of, and Closte does not answer',
    { row: 'unheard-of', alias: 'unanswered' },
    'ready',
    ALL_DONE,
  ],
  ['an alias, and no WordPress', { row: 'no WordPress' }, 'ready', ALL_DONE],
  ['no alias, and no WordPress', { row: 'no WordPress', alias: 'not-listed' }, 'not-mapped', ''],
  ['an alias, and WordPress does not answer', { row: 'unanswered' }, 'ready', ALL_DONE],
  ['an alias, and WordPress is a copy', { row: 'another-network' }, 'ready', ALL_DONE],
  [
    'no alias, and WordPress does not answer',
    { row: 'unanswered', alias: 'not-listed', ...NEVER_SET },
    'action-needed',
    'mapped alias: current',
  ],
];

describe('what is said of a domain', () => {
  test.each(SCENES)('%s', (_what, scene, verdict, timeline) => {
    const status = statusOf(gatheredIn(scene));
    expect([inWords(status.verdict), timelineInWords(status.timeline)]).toEqual([verdict, timeline]);
  });

  test.each(SCENES)('%s: in one sentence that names the domain', (_what, scene) => {
    const { sentence, domain: name } = statusOf(gatheredIn(scene));
    expect(sentence.startsWith(`${name} `)).toBe(true);
    expect(sentence).toMatch(/\.$/);
  });
});

describe('whose turn it is', () => {
  test.each<[string, Scene, ReturnType<typeof statusOf>['turn'], string]>([
    ['the owner’s, whose record is missing', NEVER_SET, 'owner', 'Action needed'],
    [
      'the operator’s, where Closte does not know the domain',
      { row: [null, HOUR], alias: 'not-listed', ...LAGGING },
      'operator',
      'Not ready yet',
    ],
    [
      'the operator’s, where the certificate is overdue',
      { row: ['checking-ssl-cert', HOUR], certificate: 'default' },
      'operator',
      'Not ready yet',
    ],
    ['nobody’s, where all is right', {}, null, 'Ready'],
    [
      'nobody’s, where time is all that is missing',
      { row: ['checking-dns', 10], ...LAGGING },
      null,
      'Waiting',
    ],
  ])('%s: by the JSON and by the page', (_what, scene, turn, heading) => {
    const status = statusOf(gatheredIn(scene));
    expect(status.turn).toBe(turn);
    expect(renderStatusPage(status).html).toContain(`<strong>${heading}</strong>`);
  });
});

test('the page calls its reader where something is wrong and nobody knows whose turn it is', () => {
  const status = { ...statusOf(gatheredIn(NEVER_SET)), actions: [], turn: null };
  expect(renderStatusPage(status).html).toContain('<strong>Action needed</strong>');
});

describe('the problems', () => {
  const codesOf = (scene: Scene) =>
    statusOf(gatheredIn(scene)).problems.map(({ code, severity }) => `${code}: ${severity}`);

  test.each<[string, Scene, string[]]>([
    ['of a domain that is ready are none', {}, []],
    ["of a domain that is not mapped are nobody's", { row: 'removed', ...NEVER_SET }, []],
    [
      'have the worst first',
      { alias: 'unanswered', ...NEVER_SET },
      ['no-records: fatal', 'closte-unreachable: info'],
    ],
    [
      'say that Closte lacks the domain',
      { alias: 'not-listed', ...NEVER_SET },
      ['no-records: fatal', 'not-an-alias: fatal'],
    ],
    [
      'do not say so while Closte is being told',
      { row: [null, 1], alias: 'not-listed', ...NEVER_SET },
      ['no-records: fatal'],
    ],
    ['say it as a warning where the domain works', { alias: 'not-listed' }, ['not-an-alias: warning']],
    [
      'say nothing of a certificate that is not looked for here',
      { dns: [found(OLD)], certificate: 'default' },
      ['wrong-address: fatal'],
    ],
    [
      'say of a wildcard what it needs',
      { name: '*.example.com', certificate: 'default' },
      ['wildcard-needs-dns-validation: fatal', 'default-certificate: fatal'],
    ],
    [
      'of a proxy that works are a word on it',
      { dns: [found(CLOUDFLARE)], isProxied: true },
      ['behind-a-proxy: info'],
    ],
  ])('%s', (_what, scene, codes) => {
    expect(codesOf(scene)).toEqual(codes);
  });
});

describe('what goes with it', () => {
  test('are the records to set, and where they should lead', () => {
    const status = statusOf(gatheredIn({ ...NEVER_SET, zone: missing() }));
    const place = { name: 'shop.example.com', host: 'shop' };
    expect(status.records_to_set[0]).toEqual([{ ...place, type: 'CNAME', value: 'network.example' }]);
    expect(status.target).toEqual({
      network_domain: 'network.example',
      addresses: expect.arrayContaining([IPV4]),
    });
    expect(status.zone.apex).toBe('example.com');
  });

  test('is the certificate only where the domain leads here', () => {
    expect(statusOf(gatheredIn({ dns: [found(OLD)] })).certificate).toBeNull();
    expect(statusOf(gatheredIn({})).certificate).toMatchObject({ is_right: true });
    const proxied = statusOf(gatheredIn({ dns: [found(CLOUDFLARE)], isProxied: true }));
    expect(proxied.certificate).toMatchObject({ is_right: true });
  });

  test.each([
    ['listed', 'listed'],
    ['not-listed', 'not-listed'],
    ['not-needed', 'not-needed'],
    ['refused', 'unknown'],
    ['unanswered', 'unknown'],
  ] as const)('is an alias that is %s as %s', (alias, told) => {
    expect(statusOf(gatheredIn({ alias })).alias).toBe(told);
  });

  test('is when the domain was wished, and since when its certificate is good', () => {
    const { timeline } = statusOf(gatheredIn({}));
    expect(timeline.map(({ at }) => at?.slice(0, 16) ?? null)).toEqual([
      '2026-01-05T07:00',
      null,
      null,
      '2025-12-26T09:00',
      '2026-01-05T08:00',
    ]);
  });
});

describe('what is to be done', () => {
  const short = (scene: Scene) =>
    statusOf(gatheredIn(scene)).actions.map(({ who, do: what, code }) => `${who} ${what} ${code}`);

  test.each<[string, Scene, string[]]>([
    ['is nothing where it is ready', {}, []],
    ['nor where it works, and a warning is told', { caa: 'forbids' }, []],
    ['to have it mapped where it is not', { row: 'removed', ...NEVER_SET }, ['owner ask not-mapped']],
    [
      'is for the owner, then for the operator',
      { alias: 'not-listed', ...NEVER_SET },
      ['owner set no-records', 'operator ask not-an-alias'],
    ],
    [
      'is to wait alone where all is right but the time',
      { row: ['checking-dns', 10], ...LAGGING },
      ['nobody wait not-propagated-yet'],
    ],
    [
      'so it is with the certificate',
      { row: ['checking-ssl-cert', 10], certificate: 'default' },
      ['nobody wait still-being-issued'],
    ],
    ['and with the alias', { row: [null, 1], alias: 'not-listed', ...LAGGING }, ['nobody wait not-an-alias']],
  ])('%s', (_, scene, actions) => {
    expect(short(scene)).toEqual(actions);
  });

  test('is in the language that is told', () => {
    expect(statusOf(gatheredIn({})).language).toBe('en');
  });
});

describe('a domain that was given up', () => {
  const options = { networkDomain: NETWORK, networkDomains: [NETWORK], interval: 300, watchSpread: 0 };
  const startedIn = (scene: Scene) => {
    const gathered = gatheredIn(scene);
    return restartOf(gathered, standingOf(gathered), options);
  };

  test.each<[string, Scene, boolean]>([
    ['is followed again once its DNS is right', { row: ['failed', HOUR], certificate: 'default' }, true],
    ['and once all is', { row: ['ssl-failed', HOUR] }, true],
    ['not while its DNS is wrong', { row: ['failed', HOUR], ...NEVER_SET }, false],
    ['nor while its certificate is', { row: ['ssl-failed', HOUR], certificate: 'default' }, false],
    ['nor while Closte lacks it', { row: ['failed', HOUR], alias: 'not-listed' }, false],
    ['nor one that is on its way', { row: ['checking-dns', HOUR] }, false],
    ['nor one that is done', {}, false],
    ['nor one that nobody wants', { row: 'removed' }, false],
    ['nor one of which WordPress says nothing', { row: 'unanswered' }, false],
  ])('%s', (_, scene, isStarted) => {
    expect(startedIn(scene) !== undefined).toBe(isStarted);
  });

  test('is followed by the task that reconciliation would make in that hour', () => {
    const task = startedIn({ row: ['failed', HOUR] });
    expect(task).toMatchObject({
      at: NOW,
      visit: {
        stage: 'checking-dns',
        mapping: { id: reconcileMappingId('recheck', domain('shop.example.com'), NOW), siteId: 2 },
      },
    });
  });

  test('of another network is left alone', () => {
    const gathered = gatheredIn({ row: ['failed', HOUR] });
    const row = { ...gathered.row, networkDomain: domain('staging.example.org') } as Gathered['row'];
    const copied = { ...gathered, row };
    expect(restartOf(copied, standingOf(copied), options)).toBeUndefined();
  });

  test.each<[string, Scene, string | null]>([
    ['at once where it is right', { row: ['failed', HOUR] }, NOW.toISOString()],
    [
      'at its daily check where it is not',
      { row: ['failed', HOUR], ...NEVER_SET },
      '2026-01-06T00:00:00.000Z',
    ],
    [
      'a day after it failed where it lacks its alias',
      { row: ['failed', HOUR], alias: 'not-listed' },
      '2026-01-06T08:00:00.000Z',
    ],
    ['which is said of no other', { row: ['checking-dns', HOUR], ...NEVER_SET }, null],
  ])('is looked at next %s', (_, scene, next) => {
    expect(statusOf(gatheredIn(scene), 0).given_up?.next ?? null).toBe(next);
  });
});
