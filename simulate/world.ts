import { QUEUES } from '../local/queues.ts';
import { createClosteList } from '../shared/closte/list.ts';
import type { AliasResult } from '../shared/closte/read-answer.ts';
import type { DomainName } from '../shared/domain/name.ts';
import { createEventSeries } from '../shared/mapping/event-series.ts';
import type { Visit } from '../shared/mapping/mapping.ts';
import { payloadOf } from '../shared/queue/payload.ts';
import { taskName } from '../shared/queue/task-name.ts';
import { queueOf } from '../shared/queue/which-queue.ts';
import type { Services } from '../shared/setup/services.ts';
import type { DomainRow } from '../shared/wordpress/domain-row.ts';
import { DAY, type QueueKind, RECONCILE, SENDS, TAKES } from './assumptions.ts';
import { createInternet, type Seen } from './internet.ts';
import type { Meter } from './meter.ts';
import type { Arrival, Month, Span } from './plan.ts';

const NAMES = { name: QUEUES.checks.name, closteName: QUEUES.closte.name };

export const NETWORK = 'network.example' as DomainName;

/** What the world knows of a domain. */
interface Facts extends Pick<Arrival, 'dnsRightAt' | 'certificateTakes'> {
  aliasSince: number | undefined;
}

interface WorldOptions {
  readonly month: Pick<Month, 'arrivals' | 'outage'>;
  /** Those of the domains that were done before, of which the world shall know. */
  readonly settled: readonly DomainName[];
  /** How many domains WordPress has beside those, of which nothing is known but their number. */
  readonly rest: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly meter: Meter;
  /** Puts a task into a queue. */
  readonly enqueue: (queue: QueueKind, name: string, payload: string, at: number) => void;
}

/** All that is outside, at one moment after the other. */
export function createWorld({ month, settled, rest, now, meter, enqueue }: WorldOptions) {
  const facts = new Map<DomainName, Facts>();
  const aliases = new Set<string>();
  const addedAt = new Map<DomainName, number>();
  const wishes = new Map<DomainName, DomainRow>();
  let listed: ReadonlySet<string> | undefined;
  let spent = 0;
  let tasksMade = 0;

  for (const domain of settled) {
    facts.set(domain, { dnsRightAt: 0, certificateTakes: 0, aliasSince: 0 });
    aliases.add(domain);
    const updatedAt = new Date(now() - DAY);
    wishes.set(domain, { domain, siteId: SITE, wanted: 'mapped', stage: 'done', updatedAt });
  }
  for (const { domain, dnsRightAt, certificateTakes } of month.arrivals) {
    facts.set(domain, { dnsRightAt, certificateTakes, aliasSince: undefined });
  }

  function factsOf(domain: DomainName): Facts {
    const known = facts.get(domain);
    if (known === undefined) throw new Error(`nobody has ever planned ${domain}`);
    return known;
  }

  const rows = () => wishes.size + rest;
  const isDown = () => isWithin(month.outage, now());

  function callCloste(call: 'add' | 'remove' | 'list'): boolean {
    meter.calledCloste(call, now());
    meter.sent(SENDS.closte);
    spent += isDown() ? TAKES.closteDown : TAKES.closte;
    return !isDown();
  }

  function changeAlias(call: 'add' | 'remove', domain: DomainName): AliasResult {
    if (!callCloste(call)) return { kind: 'unanswered', reason: NO_ANSWER };
    if (aliases.has(domain) === (call === 'add')) return { kind: 'unchanged' };
    if (call === 'add') aliases.add(domain);
    else aliases.delete(domain);
    factsOf(domain).aliasSince = call === 'add' ? now() : undefined;
    if (call === 'add' && !addedAt.has(domain)) addedAt.set(domain, now());
    listed = undefined;
    return { kind: 'changed' };
  }

  function see(domain: DomainName): Seen {
    const { aliasSince, dnsRightAt, certificateTakes } = factsOf(domain);
    const issuedAt = Math.max(aliasSince ?? Number.POSITIVE_INFINITY, dnsRightAt) + certificateTakes;
    // One half has an old host, the other no record yet; which, is drawn by what was drawn anyway.
    const wrong = certificateTakes % 2 < 1 ? 'elsewhere' : 'missing';
    return { dns: now() >= dnsRightAt ? 'right' : wrong, hasCertificate: now() >= issuedAt };
  }

  const closte: Services['closte'] = {
    addAlias: async (domain) => changeAlias('add', domain),
    removeAlias: async (domain) => changeAlias('remove', domain),
    async listDomains() {
      if (!callCloste('list')) return { kind: 'unreadable', cause: 'unanswered', reason: NO_ANSWER };
      // A list is what was there at its moment, and is copied only if something has changed since the last.
      listed ??= new Set(aliases);
      return { kind: 'list', domains: listed };
    },
    testKey: notPlayed('the self-test'),
  };

  const time = () => new Date(now());
  const services: Services = {
    closte,
    closteList: createClosteList(closte, time),
    mainNetwork: NETWORK,
    domainConnect: undefined,
    ...createInternet({
      networkDomain: NETWORK,
      see,
      now,
      called(takes, sends) {
        spent += takes;
        meter.sent(sends);
      },
    }),
    queue: {
      async add(visit: Visit, at: Date) {
        tasksMade += 1;
        const task = taskName(visit);
        const queue = queueOf(visit.stage, NAMES) === NAMES.closteName ? 'closte' : 'checks';
        enqueue(queue, task, JSON.stringify(payloadOf(visit)), at.getTime());
        return { stage: visit.stage, visit: visit.visit, task, scheduled_for: at.toISOString() };
      },
      addContinuation: notPlayed('a run that has to be continued'),
      states: notPlayed('the self-test'),
      warmUp: () => {},
      close: async () => {},
    },
    wordpress: {
      async wishFor(domain) {
        callWordPress(1);
        const row = wishes.get(domain);
        if (row === undefined) return { kind: 'unheard-of' };
        return { kind: row.wanted, heardAt: row.heardAt ?? row.updatedAt };
      },
      rowFor: notPlayed('the status page'),
      async listDomainRows() {
        callWordPress(Math.ceil(rows() / RECONCILE.page));
        return { kind: 'list', rows: [...wishes.values()], badRows: [] };
      },
      async report({ mapping: { domain }, stage, isAnew }) {
        callWordPress(1);
        const row = wishes.get(domain);
        const isOfWish = (stage === 'removed') === (row?.wanted === 'removed');
        if (row === undefined || !isOfWish) return { kind: 'overtaken' };
        const updatedAt = isAnew || row.stage !== stage ? time() : row.updatedAt;
        wishes.set(domain, { ...row, stage, updatedAt, heardAt: time() });
        return { kind: 'taken' };
      },
    },
    // What is spent on an answer is not on the clock: it goes on when all is done.
    mapEvents: createEventSeries(() => new Date(now() + spent)),
    now: time,
  };

  function callWordPress(times: number): void {
    meter.calledWordPress(times);
    meter.sent(SENDS.wordpress * times);
    spent += TAKES.wordpress * times;
  }

  return {
    services,
    rows,
    hasAlias: (domain: DomainName) => aliases.has(domain),
    /** When its first alias was added, in milliseconds since the epoch; undefined if it never was. */
    aliasAddedAt: (domain: DomainName) => addedAt.get(domain),
    /** WordPress wants a domain mapped from now on, or not any more. */
    wish(domain: DomainName, wanted: DomainRow['wanted']) {
      wishes.set(domain, { domain, siteId: SITE, wanted, stage: undefined, updatedAt: time() });
    },
    /** WordPress notes the stage with which its event was answered. */
    noteFirstStage(domain: DomainName, stage: DomainRow['stage']) {
      const row = wishes.get(domain);
      if (row !== undefined) wishes.set(domain, { ...row, stage, updatedAt: time() });
    },
    /** Lets something be done, and tells what came of it and how long its calls take. */
    async timed<T>(act: () => Promise<T>): Promise<Timed<T>> {
      spent = TAKES.own;
      tasksMade = 0;
      const result = await act();
      return { result, took: spent, tasksMade };
    },
  };
}

/** `took` is in milliseconds, and without the calls that made tasks. */
interface Timed<T> {
  readonly result: T;
  readonly took: number;
  readonly tasksMade: number;
}

export type World = ReturnType<typeof createWorld>;

const NO_ANSWER = 'Closte did not answer within 10 s';
const SITE = 1234;

/** What the functions can do as well, and nobody does here. */
function notPlayed(what: string): () => Promise<never> {
  return async () => {
    throw new Error(`${what} is not played`);
  };
}

export function isWithin([from, to]: Span, time: number): boolean {
  return from <= time && time < to;
}
