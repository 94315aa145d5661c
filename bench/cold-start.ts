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

function casesOf(source: string): readonly Case[] {
  const deployed = { source, environment: COMPILE_CACHE_ENVIRONMENT };
  return [
    { name: 'an empty function', source: EMPTY, target: 'empty', request: () => post('{}'), status: 200 },
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
 */
export async function coldStart(
  deployed: string,
  say: (line: string) => void,
  tell: (line: string) => void,
): Promise<void> {
  const cases = casesOf(deployed);
  const world = await startWorld({ dns: 0, tls: 0 });
  const times = cases.map((): number[] => []);
  const threads = cases.map((): number[] => []);
  for (let round = 1; round <= ROUNDS; round += 1) {
    tell(`cold start, round ${round} of ${ROUNDS}`);
    for (const [index, { name, source, target, environment, request, status: expected }] of cases.entries()) {
      const { instance, status, milliseconds } = await startInstance(
        source,
        target,
        { ...world.environment, ...environment },
        request(),
      );
      threads[index]?.push(instance.mainThreadTime() ?? Number.NaN);
      await instance.stop();
      if (status !== expected) throw new Error(`${name} answered ${status}, not ${expected}`);
      times[index]?.push(milliseconds);
    }
  }
  await world.close();

  say(
    `Cold start, from spawn to the first answer (medians of ${ROUNDS}, by turns), and of that the main thread's time on`,
  );
  say('the processor, which other work on the machine changes less:');
  const column = (all: readonly (readonly number[])[], index: number): string => {
    const [own = 0, empty = 0] = [median(all[index] ?? []), median(all[0] ?? [])];
    return `${own.toFixed(0).padStart(6)} ms   ${(own / empty).toFixed(2)} ×`;
  };
  for (const [index, { name }] of cases.entries()) {
    say(`  ${name.padEnd(26)}${column(times, index)}   ${column(threads, index)}`);
  }
}
