import * as v from 'valibot';
import { createClosteList } from '../../shared/closte/list.ts';
import type { AliasResult, ListResult } from '../../shared/closte/read-answer.ts';
import { dnsReport } from '../../shared/dns/verdict.ts';
import type { DomainName } from '../../shared/domain/name.ts';
import type { LogEntry } from '../../shared/logging/entry.ts';
import type { Log, Subject } from '../../shared/logging/log.ts';
import { createEventSeries } from '../../shared/mapping/event-series.ts';
import type { Visit } from '../../shared/mapping/mapping.ts';
import { payloadOf, VisitPayload, visitFromPayload } from '../../shared/queue/payload.ts';
import { QueueUnavailable } from '../../shared/queue/queue.ts';
import { taskName } from '../../shared/queue/task-name.ts';
import type { Services } from '../../shared/setup/services.ts';
import { chainOf } from './chain.ts';
import { toBoth } from './look-ups.ts';
import { createWordPressTable } from './wordpress-table.ts';

/** Seconds since the start of the world. */
export type Seconds = number;

/** What the world is like, and when. */
export interface Nature {
  /** When Closte does not answer, as spans of time. */
  readonly closteDown: readonly (readonly [Seconds, Seconds])[];
  /** When Closte refuses every call, as it does with a wrong key. */
  readonly closteRefuses: readonly (readonly [Seconds, Seconds])[];
  /** When its answers get lost, as spans of time: it has done what it was asked. */
  readonly answersLost?: readonly (readonly [Seconds, Seconds])[];
  /** When its list is not the whole, as spans of time, and in which way. */
  readonly oddLists?: readonly (readonly [Seconds, Seconds, OddList])[];
  /** How long after a change the list shows it. */
  readonly listLag?: Seconds;
  readonly dnsRightFrom: Seconds;
  /** When it leads elsewhere all the same, as spans of time; never if left out. */
  readonly dnsGoneWrong?: readonly (readonly [Seconds, Seconds])[];
  readonly certificateRightFrom: Seconds;
}

/** In which way a list is not the whole. `half`: every other alias, in turns, and no word of it. `paged`: the same, with a word. */
export type OddList = 'empty' | 'half' | 'paged';

/** What goes wrong in one creation of a task. */
export type Mishap = 'none' | 'queue-down' | 'answer-lost' | 'killed-before' | 'killed-after';

/** The process was killed: nothing after this point happened. */
export class Killed extends Error {}

/** A task in the queue, by its name. Cloud Tasks remembers the name after the task is done. */
interface Task {
  readonly name: string;
  readonly payload: string;
  readonly at: Seconds;
}

/** How long Cloud Tasks remembers the name of a task that is done: an hour at the least, so no longer here. */
const NAME_KEPT = 60 * 60;

/** For so many seconds it is the same half. */
const HALF = 10 * 60;

const NEVER = Number.MAX_SAFE_INTEGER;

const START = Date.parse('2026-01-05T09:00:00Z');
const ADDRESS = '203.0.113.7';

/**
 * A world of one moment after the other for the life cycle to live in: Closte, DNS, certificates and Cloud Tasks as
 * they are to whoever calls them, with the mishaps that a test asks for. It replaces only what is outside.
 */
export function createWorld(nature: Nature, nextMishap: () => Mishap) {
  let now: Seconds = 0;
  const aliases = new Set<string>();
  const heldElsewhere = new Set<string>();
  /** When an alias was last added or removed by a call. */
  const changedAt = new Map<string, Seconds>();
  let oddList: OddList | undefined;
  let wordpress: Services['wordpress'];
  const pending = new Map<string, Task>();
  const everCreated = new Map<string, Task>();
  const done = new Map<string, Seconds>();
  const entries: { event: LogEntry; subject: Subject | undefined }[] = [];

  const time = () => new Date(START + now * 1000);
  const within = (spans: Nature['closteDown']) => spans.some(([from, to]) => from <= now && now < to);

  const isDnsRight = () => now >= nature.dnsRightFrom && !within(nature.dnsGoneWrong ?? []);

  function callCloste(domain: string, change: () => boolean): AliasResult {
    if (within(nature.closteDown)) return { kind: 'unanswered', reason: 'Closte did not answer' };
    if (within(nature.closteRefuses)) return { kind: 'refused', reason: 'Invalid API key' };
    const isChanged = change();
    if (isChanged) changedAt.set(domain, now);
    if (within(nature.answersLost ?? [])) return { kind: 'unanswered', reason: 'The answer got lost' };
    return isChanged ? { kind: 'changed' } : { kind: 'unchanged' };
  }

  function addAlias(domain: string): boolean {
    if (aliases.has(domain) || heldElsewhere.has(domain)) return false;
    aliases.add(domain);
    return true;
  }

  function list(): ListResult {
    if (within(nature.closteDown))
      return { kind: 'unreadable', cause: 'unanswered', reason: 'Closte did not answer' };
    const known = new Set([...aliases, ...changedAt.keys()]);
    const isNew = (domain: string) => now - (changedAt.get(domain) ?? -NEVER) < (nature.listLag ?? 0);
    const shown = [...known].filter((domain) => aliases.has(domain) !== isNew(domain)).sort();
    const span = (nature.oddLists ?? []).find(([from, to]) => from <= now && now < to);
    const odd = span?.[2] ?? oddList;
    if (odd === undefined) return { kind: 'list', domains: new Set(shown) };
    if (odd === 'empty') return { kind: 'list', domains: new Set() };
    const domains = new Set(shown.filter((_, index) => (index + Math.floor(now / HALF)) % 2 === 0));
    return odd === 'half'
      ? { kind: 'list', domains }
      : { kind: 'implausible', domains, reason: 'its list is one page of several' };
  }

  function create(visit: Visit, at: Date): void {
    const name = taskName(visit);
    const doneAt = done.get(name);
    const isForgotten = doneAt !== undefined && now - doneAt > NAME_KEPT;
    if (everCreated.has(name) && !isForgotten) return;
    done.delete(name);
    const task = { name, payload: JSON.stringify(payloadOf(visit)), at: (at.getTime() - START) / 1000 };
    everCreated.set(name, task);
    pending.set(name, task);
  }

  const closte: Services['closte'] = {
    addAlias: async (domain) => callCloste(domain, () => addAlias(domain)),
    removeAlias: async (domain) => callCloste(domain, () => aliases.delete(domain)),
    testKey: async () => ({ kind: 'accepted' }),
    listDomains: async () => list(),
  };

  const services: Services = {
    closte,
    closteList: createClosteList(closte, time),
    mainNetwork: undefined,
    domainConnect: undefined,
    dns: {
      async report(domain, networkDomain) {
        const chain: string[] = [];
        const right = isDnsRight();
        const lookUp = right
          ? toBoth({ kind: 'addresses', chain, addresses: [ADDRESS], ttl: undefined })
          : toBoth({ kind: 'no-such-name', chain, ttl: undefined });
        return dnsReport(domain, { networkDomain, addresses: [ADDRESS] }, [
          { resolver: '192.0.2.53', lookUp },
        ]);
      },
    },
    certificates: {
      async report(domain: DomainName) {
        const certificate = {
          issuer: 'CN=Test',
          notBefore: new Date(0),
          notAfter: new Date(START * 2),
          names: [domain],
          chain: chainOf(2),
          distrust: undefined,
        };
        return now >= nature.certificateRightFrom
          ? [{ address: ADDRESS, handshake: { kind: 'certificate', certificate }, problem: undefined }]
          : [{ address: ADDRESS, handshake: { kind: 'timeout' }, problem: 'timeout' }];
      },
    },
    probes: {
      dns: async (domain, _network, report) => ({
        domain,
        report,
        zone: { kind: 'unknown', reason: { kind: 'no-name-servers', name: domain } },
        dnssec: { kind: 'not-asked' },
        wildcard: undefined,
        neighbours: [],
        originResults: [],
      }),
      authority: async () => ({ caa: { kind: 'none' }, port80: [] }),
    },
    queue: {
      async add(visit, at) {
        const mishap = nextMishap();
        if (mishap === 'queue-down') throw new QueueUnavailable('UNAVAILABLE');
        if (mishap === 'killed-before') throw new Killed();
        create(visit, at);
        if (mishap === 'answer-lost') throw new QueueUnavailable('DEADLINE_EXCEEDED');
        if (mishap === 'killed-after') throw new Killed();
        return {
          stage: visit.stage,
          visit: visit.visit,
          task: taskName(visit),
          scheduled_for: at.toISOString(),
        };
      },
      addContinuation: async () => null,
      states: async () => [],
      warmUp: () => {},
      close: async () => {},
    },
    get wordpress() {
      return wordpress;
    },
    mapEvents: createEventSeries(time),
    now: time,
  };

  const log: Log = {
    write: (event, subject) => void entries.push({ event, subject }),
    inTrace: () => log,
  };

  return {
    services,
    log,
    entries,
    aliases,
    /** What other apps of Closte have. */
    heldElsewhere,
    /** From now on there is a WordPress, which wants these domains by the events of these ids. */
    wants(...events: readonly { readonly id: string; readonly domain: DomainName }[]) {
      const table = createWordPressTable(time);
      for (const { id, domain } of events) table.wish(domain, 'mapped', id);
      wordpress = table;
    },
    /** How the list is given from now on; whole if undefined. */
    giveList(how: OddList | undefined) {
      oddList = how;
    },
    now: () => now,
    isDnsRight,
    advanceTo(seconds: Seconds) {
      now = Math.max(now, seconds);
    },
    /** The tasks that wait, the first one due first. */
    pending: () => [...pending.values()].sort((a, b) => a.at - b.at),
    everCreated: () => [...everCreated.values()].map(({ payload }) => visitOf(payload)),
    /** Cloud Tasks takes a task from the queue once a delivery of it was answered well. */
    complete(name: string) {
      pending.delete(name);
      done.set(name, now);
    },
  };
}

export type World = ReturnType<typeof createWorld>;

/** Reads a payload as `check` does. */
export function visitOf(payload: string): Visit {
  return visitFromPayload(v.parse(VisitPayload, JSON.parse(payload)));
}
