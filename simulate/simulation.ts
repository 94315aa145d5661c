import * as v from 'valibot';
import { UsedNames } from '../local/cloud-tasks/used-names.ts';
import { mapDomain, type WebhookEvent } from '../shared/checking/map-domain.ts';
import { runCheck } from '../shared/checking/run-check.ts';
import { unmapDomain } from '../shared/checking/unmap-domain.ts';
import type { DomainName } from '../shared/domain/name.ts';
import { VisitPayload, visitFromPayload } from '../shared/queue/payload.ts';
import {
  type FunctionName,
  HOUR,
  NAME_KEPT,
  type Nature,
  PLAYED,
  QUEUE_LIMITS,
  type QueueKind,
  SECOND,
  SENDS,
  TAKES,
  THEIRS,
} from './assumptions.ts';
import { Dispatcher } from './dispatcher.ts';
import { createEnds } from './ends.ts';
import { Meter, type Usage } from './meter.ts';
import { createMeteredLog } from './metered-log.ts';
import { type Side, summed } from './outcome.ts';
import { type Month, planMonth } from './plan.ts';
import { createRandom } from './random.ts';
import { createReconciler } from './reconcile.ts';
import { Timeline } from './timeline.ts';
import { aliasesLeftByTheirs, endsOfTheirs } from './ultimate-multisite.ts';
import { createWaits, type Waits } from './waits.ts';
import { createWorld, NETWORK } from './world.ts';

export interface Scenario {
  /** Domains that are mapped and done at the start. */
  readonly domains: number;
  readonly days: number;
  readonly seed: number;
  readonly nature: Nature;
}

export interface Result {
  readonly scenario: Scenario;
  readonly month: Pick<Month, 'span' | 'outage' | 'importedAt'> & {
    readonly arrivals: number;
    readonly removals: number;
  };
  readonly usage: Usage;
  /** How many of the domains that were done before are played one by one. */
  readonly domainsPlayed: number;
  /** Daily looks that were made by the functions' own code, and those that were counted like them. */
  readonly looks: { readonly played: number; readonly counted: number };
  readonly waits: Waits;
  /** How many tasks of any kind were due and waited at most. */
  readonly longestQueue: Readonly<Record<QueueKind, number>>;
  /** How long the import took to the last of its aliases, in seconds. */
  readonly imported: number | undefined;
  readonly ours: Side;
  readonly theirs: Side;
}

/**
 * Plays a month of a network through the functions' own code. Only what is outside of them is replaced. Time
 * goes on behind the month until every mapping has come to its end.
 *
 * @param progress told now and then which part of the time is over
 */
export async function simulate(
  scenario: Scenario,
  progress: (part: number) => void = () => {},
): Promise<Result> {
  const random = createRandom(scenario.seed);
  const month = planMonth(scenario.domains, scenario.days, scenario.nature, random);
  const [start, end] = month.span;
  const timeline = new Timeline(start);
  const meter = new Meter();
  const dispatchers = {
    checks: new Dispatcher(timeline, QUEUE_LIMITS.checks),
    closte: new Dispatcher(timeline, QUEUE_LIMITS.closte),
  };
  const ends = createEnds(month);
  const waits = createWaits();
  const looks = { played: 0, counted: 0, bytes: 0 };

  const settled = playedOf(month);
  const rest = month.settled.length - settled.length;
  const pending = new Set<string>();
  const used = new UsedNames(NAME_KEPT);
  const world = createWorld({
    month,
    settled,
    rest,
    now: () => timeline.now,
    meter,
    enqueue(queue, name, payload, at) {
      if (pending.has(name) || used.has(name, timeline.now)) return;
      pending.add(name);
      dispatchers[queue].add({ dueAt: at, carryOut: () => deliver(queue, name, payload, at) });
    },
  });
  const { services } = world;

  const log = createMeteredLog(meter, services.now);

  async function invoke(name: FunctionName, act: () => Promise<unknown>): Promise<number> {
    const { took, tasksMade } = await world.timed(act);
    meter.askedForTasks(tasksMade);
    return meter.invoked(name, timeline.now, took + tasksMade * TAKES.task);
  }

  /** A task's delivery, as `check` takes it. */
  async function deliver(queue: QueueKind, name: string, payload: string, dueAt: number): Promise<number> {
    meter.deliveredTask();
    const visit = visitFromPayload(v.parse(VisitPayload, JSON.parse(payload)));
    const before = meter.logged;
    const took = await invoke('check', async () => {
      ends.see(visit, await runCheck(services, log, visit), timeline.now);
    });
    pending.delete(name);
    used.add(name, timeline.now);
    waits.note(queue, visit, (timeline.now - dueAt) / SECOND);
    if (visit.stage === 'watching') {
      looks.played += 1;
      looks.bytes += meter.logged - before;
    }
    return took;
  }

  /**
   * A look at a domain that the world does not know: the same calls as for one that it knows, without the
   * code.
   */
  function lookAtRest(at: number, askedAt: Date): void {
    const likeIt = settled.at(-1);
    if (likeIt === undefined) throw new Error('there is a rest only beside those that are played');
    const carryOut = () => {
      meter.deliveredTask();
      looks.counted += 1;
      return invoke('check', async () => {
        await services.closteList.find(likeIt, askedAt);
        const { name } = await services.dns.report(likeIt, NETWORK);
        await services.certificates.report(likeIt, name, [name]);
      });
    };
    dispatchers.checks.add({ dueAt: at, carryOut });
  }

  async function map(event: WebhookEvent): Promise<number> {
    world.wish(event.domain, 'mapped');
    meter.sent(SENDS.answer);
    return await invoke('map', async () => {
      const mapped = await mapDomain(services, log, event);
      if (mapped.kind !== 'api-error') world.noteFirstStage(event.domain, mapped.next.stage);
    });
  }

  async function unmap(event: WebhookEvent): Promise<void> {
    world.wish(event.domain, 'removed');
    meter.sent(SENDS.answer);
    await invoke('unmap', async () => {
      const unmapped = await unmapDomain(services, log, event);
      const stage = unmapped.kind === 'queued' ? unmapped.next.stage : 'removed';
      if (unmapped.kind !== 'api-error') world.noteFirstStage(event.domain, stage);
    });
  }

  /** The plugin's sender sends the next when the one before is answered. */
  async function sendNext(imported: readonly WebhookEvent[], index = 0): Promise<void> {
    const event = imported[index];
    if (event === undefined) return;
    const took = await map(event);
    timeline.at(timeline.now + took + TAKES.sender, () => sendNext(imported, index + 1));
  }

  const imported: WebhookEvent[] = [];
  for (const [index, { domain, at, isImported }] of month.arrivals.entries()) {
    const event = eventOf(`map-${index}`, domain);
    if (isImported) imported.push(event);
    else
      timeline.at(at, async () => {
        await map(event);
      });
  }
  timeline.at(month.importedAt, () => sendNext(imported));
  for (const [index, { domain, at }] of month.removals.entries()) {
    timeline.at(at, () => unmap(eventOf(`unmap-${index}`, domain)));
  }
  createReconciler({ world, log, meter, timeline, random, rest, lookAtRest }).start(end);
  for (let at = start; at < end; at += HOUR) {
    timeline.at(at, () => progress((at - start) / (end - start)));
  }
  await timeline.run();

  const perLook = looks.played === 0 ? 0 : looks.bytes / looks.played;
  meter.wroteEntries(looks.counted, Math.round(perLook * looks.counted));
  const { span, outage, importedAt } = month;
  const aliases = imported.map(({ domain }) => world.aliasAddedAt(domain) ?? Number.POSITIVE_INFINITY);
  const ours = ends.all();
  const theirs = endsOfTheirs(month);
  return {
    scenario,
    month: {
      span,
      outage,
      importedAt,
      arrivals: month.arrivals.length,
      removals: month.removals.length,
    },
    usage: meter.usage(),
    domainsPlayed: settled.length,
    looks: { played: looks.played, counted: looks.counted },
    waits: waits.summed(),
    longestQueue: {
      checks: dispatchers.checks.longestQueue,
      closte: dispatchers.closte.longestQueue,
    },
    imported: imported.length === 0 ? undefined : (Math.max(...aliases) - importedAt) / SECOND,
    ours: summed(ours, theirs, month.removals.filter(({ domain }) => world.hasAlias(domain)).length),
    theirs: summed(theirs, ours, aliasesLeftByTheirs(month)),
  };
}

/**
 * The domains that were done before and are played one by one: those that will be removed, then some that
 * stay.
 */
function playedOf({ settled, removals }: Month): DomainName[] {
  const removed = new Set(removals.map(({ domain }) => domain));
  const others = settled.filter((domain) => !removed.has(domain)).slice(0, PLAYED);
  return [...settled.filter((domain) => removed.has(domain)), ...others];
}

function eventOf(id: string, domain: DomainName): WebhookEvent {
  const interval = THEIRS.interval / 1000;
  // As long as the ids of the plugin.
  return { id: `evt_${id.padStart(32, '0')}`, domain, siteId: 1234, networkDomain: NETWORK, interval };
}
