import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { RepeatedVisit, Visit } from '../../../shared/mapping/mapping.ts';
import { payloadOf, VisitPayload, visitFromPayload } from '../../../shared/queue/payload.ts';
import { taskName } from '../../../shared/queue/task-name.ts';

const VISIT: RepeatedVisit = {
  mapping: {
    id: 'msg_1',
    domain: '*.example.com' as DomainName,
    siteId: 2,
    networkDomain: 'network.example' as DomainName,
    interval: 60,
    aliased: true,
    mappedAt: new Date('2026-01-05T09:00:00.123Z'),
  },
  stage: 'checking-ssl-cert',
  visit: 3,
  stageStartedAt: new Date('2026-01-05T10:00:00Z'),
  round: 1,
  looks: { count: 2, lastAt: undefined },
  told: undefined,
};

const PAYLOAD = {
  mapping_id: 'msg_1',
  domain: '*.example.com',
  site_id: 2,
  network_domain: 'network.example',
  interval: 60,
  aliased: true,
  stage: 'checking-ssl-cert',
  visit: 3,
  mapped_at: '2026-01-05T09:00:00.123Z',
  stage_started_at: '2026-01-05T10:00:00.000Z',
};

test('a payload has every field of a visit, and nothing else', () => {
  expect(payloadOf(VISIT)).toEqual(PAYLOAD);
});

test.each([
  ['with a network', VISIT],
  ['without a network', { ...VISIT, mapping: { ...VISIT.mapping, networkDomain: undefined } }],
  ['whose problem WordPress was told', { ...VISIT, told: 'default-certificate' }],
  ['of a further round', { ...VISIT, round: 3 }],
  [
    'whose alias a list lacked',
    { ...VISIT, mapping: { ...VISIT.mapping, aliasMissingSince: new Date('2026-01-05T10:05:00Z') } },
  ],
  ['that was no further look', { ...VISIT, looks: { count: 1, lastAt: new Date('2026-01-05T10:05:00Z') } }],
])('a visit %s is the same after its way through the queue', (_which, visit) => {
  const sent = JSON.parse(JSON.stringify(payloadOf(visit)));
  expect(visitFromPayload(v.parse(VisitPayload, sent))).toEqual(visit);
});

describe('a payload is not read with', () => {
  test.each<[string, unknown]>([
    ['mapping_id', ''],
    ['mapping_id', 'x'.repeat(257)],
    ['domain', 'localhost'],
    ['site_id', -1],
    ['network_domain', '*.network.example'],
    ['interval', 9],
    ['interval', 301],
    ['aliased', 'true'],
    ['stage', 'done'],
    ['stage', 'toString'],
    ['visit', 0],
    ['visit', 1.5],
    ['mapped_at', 'yesterday'],
    ['mapped_at', 1767603600],
    ['stage_started_at', '2026-01-05'],
    ['stage_started_at', '2026-01-05T09:00:00'],
  ])('%s %p', (field, value) => {
    const result = v.safeParse(VisitPayload, { ...PAYLOAD, [field]: value });
    expect(result.issues?.map((issue) => v.getDotPath(issue))).toContain(field);
  });

  test.each(Object.keys(PAYLOAD).filter((field) => field !== 'network_domain'))('no %s', (field) => {
    const result = v.safeParse(VisitPayload, { ...PAYLOAD, [field]: undefined });
    expect(result.issues?.map((issue) => v.getDotPath(issue))).toEqual([field]);
  });
});

describe('the name of a task', () => {
  test('is of a hash, the stage and the visit', () => {
    expect(taskName(VISIT)).toMatch(/^[0-9a-f]{32}-checking-ssl-cert-3$/);
  });

  test('is the same for the same visit, whatever else has changed', () => {
    const later = new Date('2026-02-01T00:00:00Z');
    const again: Visit = { ...VISIT, stageStartedAt: later, mapping: { ...VISIT.mapping, mappedAt: later } };
    expect(taskName(again)).toBe(taskName(VISIT));
  });

  test('is another for another mapping, stage or visit', () => {
    const names = [
      VISIT,
      { ...VISIT, mapping: { ...VISIT.mapping, id: 'msg_2' } },
      { ...VISIT, stage: 'checking-dns' as const },
      { ...VISIT, visit: 4 },
      { ...VISIT, mapping: { ...VISIT.mapping, id: 'msg_1-checking-ssl-cert-3' } },
      { ...VISIT, mapping: { ...VISIT.mapping, domain: 'other.example.com' as DomainName } },
    ].map(taskName);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(['a/b', 'ü 💶', 'x'.repeat(10_000), '"],[', ''])(
    'is one that Cloud Tasks takes for id %p',
    (id) => {
      expect(taskName({ ...VISIT, mapping: { ...VISIT.mapping, id } })).toMatch(/^[A-Za-z0-9_-]{1,500}$/);
    },
  );
});
