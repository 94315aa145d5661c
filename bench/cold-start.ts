import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE_ENVIRONMENT } from '../deploy/compile-cache.ts';
import { signEvent } from '../shared/http/signature.ts';
import { derivedSecret } from '../shared/http/webhook-secret.ts';
import { median, startInstance } from './instance.ts';
import { API_KEY, NETWORK, startWorld } from './world.ts';

const ROUNDS = 7;
const EMPTY = fileURLToPath(new URL('./empty-function', import.meta.url));

interface Case {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  /** What the deployment sets for it, beside what leads it into the benchmark's world. */
  readonly environment?: Record<string, string>;
  readonly request: () => RequestInit;
  readonly status: number;
}

let events = 0;

function post(body: string, headers: object = {}): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
}

function signedMap(): RequestInit {
  events += 1;
  const domain = `cold-${events}.example.test`;
  const body = JSON.stringify({ type: 'domain.mapped', domain, site_id: 2, network_domain: NETWORK });
  return post(body, signEvent(derivedSecret(API_KEY), `evt_cold_${events}`, new Date(), body));
}

function visit(): RequestInit {
  events += 1;
  const time = new Date().toISOString();
  return post(
    JSON.stringify({
      mapping_id: `evt_cold_${events}`,
      domain: `cold-${events}.example.test`,
      site_id: 2,
      network_domain: NETWORK,
      interval: 300,
      aliased: true,
      stage: 'checking-dns',
      visit: 1,
      mapped_at: time,
      stage_started_at: time,
    }),
  );
}

const EMPTY_CASE: Case = {
  name: 'an empty function',
  source: EMPTY,
  target: 'empty',
  request: () => post('{}'),
  status: 200,
};

function casesOf(source: string): readonly Case[] {
  const deployed = { source, environment: COMPILE_CACHE_ENVIRONMENT };
  return [
    { name: 'map, first answer', ...deployed, target: 'map', request: () => post('{}'), status: 401 },
    { name: 'check, first answer', ...deployed, target: 'check', request: () => post('{}'), status: 422 },
    { name: 'map, first domain mapped', ...deployed, target: 'map', request: signedMap, status: 202 },
    { name: 'check, first visit made', ...deployed, target: 'check', request: visit, status: 200 },
  ];
}

/**
 * From spawn to the first answer, the cases by turns, and each as a ratio to an empty function.
 *
 * @param deployed the folder that has what is deployed
 * @param other the same of another checkout
 */
export async function coldStart(
  deployed: string,
  other: string | undefined,
  say: (line: string) => void,
  tell: (line: string) => void,
): Promise<void> {
  const own = casesOf(deployed);
  const others = other === undefined ? [] : casesOf(other);
  const cases = [EMPTY_CASE, ...own.flatMap((one, index) => [one, ...others.slice(index, index + 1)])];
  const world = await startWorld({ dns: 0, tls: 0 });
  const starts = new Map(cases.map((one): [Case, Start[]] => [one, []]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    tell(`cold start, round ${round} of ${ROUNDS}`);
    for (const [one, all] of starts) all.push(await start(one, world.environment));
  }
  await world.close();

  const medianOf = (one: Case | undefined, field: keyof Start) =>
    median((one === undefined ? undefined : starts.get(one))?.map((each) => each[field]) ?? []);
  const ratio = (one: Case | undefined, to: Case | undefined, field: keyof Start) =>
    `${(medianOf(one, field) / medianOf(to, field)).toFixed(2)} ×`;
  const column = (one: Case, field: keyof Start) =>
    `${medianOf(one, field).toFixed(0).padStart(6)} ms   ${ratio(one, EMPTY_CASE, field)}`;
  say(
    `Cold start, from spawn to the first answer (medians of ${ROUNDS}, by turns), and of that the main thread's time on`,
  );
  say('the processor, which other work on the machine changes less:');
  for (const one of [EMPTY_CASE, ...own])
    say(`  ${one.name.padEnd(26)}${column(one, 'milliseconds')}   ${column(one, 'mainThread')}`);
  if (others.length === 0) return;
  say('the other checkout, as ratios to this one:');
  for (const [index, one] of others.entries()) {
    const clock = ratio(one, own[index], 'milliseconds');
    say(`  ${one.name.padEnd(26)}${clock.padStart(18)}${ratio(one, own[index], 'mainThread').padStart(21)}`);
  }
}

interface Start {
  readonly milliseconds: number;
  readonly mainThread: number;
}

async function start(one: Case, environment: Record<string, string>): Promise<Start> {
  const { name, source, target, request, status: expected } = one;
  const { instance, status, milliseconds } = await startInstance(
    source,
    target,
    { ...environment, ...one.environment },
    request(),
  );
  const mainThread = instance.mainThreadTime() ?? Number.NaN;
  await instance.stop();
  if (status !== expected) throw new Error(`${name} answered ${status}, not ${expected}`);
  return { milliseconds, mainThread };
}
