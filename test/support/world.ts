import * as v from 'valibot';
import { createClosteList } from '../../shared/closte/list.ts';
import type { AliasResult } from '../../shared/closte/read-answer.ts';
import { dnsReport } from '../../shared/dns/verdict.ts';
import type { DomainName } from '../../shared/domain/name.ts';
import type { LogEntry } from '../../shared/logging/entry.ts';
import type { Log, Subject } from '../../shared/logging/log.ts';
import type { Visit } from '../../shared/mapping/mapping.ts';
import { payloadOf, VisitPayload, visitFromPayload } from '../../shared/queue/payload.ts';
import { QueueUnavailable } from '../../shared/queue/queue.ts';
import { taskName } from '../../shared/queue/task-name.ts';
import type { Services } from '../../shared/setup/services.ts';
import { chainOf } from './chain.ts';

/** Seconds since the start of the world. */
export type Seconds = number;

/** What the world is like, and when. */
export interface Nature {
  /** When Closte does not answer, as spans of time. */
  readonly closteDown: readonly (readonly [Seconds, Seconds])[];
  /** When Closte refuses every call, as it does with a wrong key. */
  readonly closteRefuses: readonly (readonly [Seconds, Seconds])[];
  readonly dnsRightFrom: Seconds;
  /** When it leads elsewhere all the same, as spans of time; never if left out. */
  readonly dnsGoneWrong?: readonly (readonly [Seconds, Seconds])[];
  readonly certificateRightFrom: Seconds;
}

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

const START = Date.parse('2026-01-05T09:00:00Z');
const ADDRESS = '203.0.113.7';

/**
 * A world of one moment after the other for the life cycle to live in: Closte, DNS, certificates and Cloud Tasks as
 * they are to whoever calls them, with the mishaps that a test asks for. It replaces only what is outside.
 */
export function createWorld(nature: Nature, nextMishap: () => Mishap) {
  let now: Seconds = 0;
  const aliases = new Set<string>();
  const pending = new Map<string, Task>();
  const everCreated = new Map<string, Task>();
  const done = new Map<string, Seconds>();
  const entries: { event: LogEntry; subject: Subject | undefined }[] = [];

  const time = () => new Date(START + now * 1000);
  const within = (spans: Nature['closteDown']) => spans.some(([from, to]) => from <= now && now < to);

  const isDnsRight = () => now >= nature.dnsRightFrom && !within(nature.dnsGoneWrong ?? []);

  function callCloste(change: () => boolean): AliasResult {
    if (within(nature.closteDown)) return { kind: 'unanswered', reason: 'Closte did not answer' };
    if (within(nature.closteRefuses)) return { kind: 'refused', reason: 'Invalid API key' };
    return change() ? { kind: 'changed' } : { kind: 'unchanged' };
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
    addAlias: async (domain) =>
      callCloste(() => {
        const isNew = !aliases.has(domain);
        aliases.add(domain);
        return isNew;
      }),
    removeAlias: async (domain) => callCloste(() => aliases.delete(domain)),
    testKey: async () => ({ kind: 'accepted' }),
    listDomains: async () =>
      within(nature.closteDown)
        ? { kind: 'unreadable', cause: 'unanswered', reason: 'Closte did not answer' }
        : { kind: 'list', domains: new Set(aliases) },
  };

  const services: Services = {
    closte,
    closteList: createClosteList(closte, time),
    dns: {
      async report(domain, networkDomain) {
        const chain: string[] = [];
        const right = isDnsRight();
        const lookUp = right
          ? ({ kind: 'addresses', chain, addresses: [ADDRESS], ttl: undefined } as const)
          : ({ kind: 'no-such-name', chain, ttl: undefined } as const);
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
        dnssec: 'not-asked',
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
      state: async () => ({ kind: 'running' }),
      warmUp: () => {},
      close: async () => {},
    },
    wordpress: undefined,
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
