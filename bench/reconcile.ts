import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DomainName } from '../shared/domain/name.ts';
import { firstVisit } from '../shared/mapping/state-machine.ts';
import { createQueue } from '../shared/queue/queue.ts';
import { inParallel } from '../shared/reconcile/in-parallel.ts';
import { IN_FLIGHT } from '../shared/reconcile/run.ts';
import type { Environment } from '../shared/setup/config.ts';
import { median } from './instance.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const TASKS = 5_000;
const RUNS = 3;

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** How long reconciliation plans, and how fast it makes tasks. */
export async function reconciliation(
  say: (line: string) => void,
  tell: (line: string) => void,
): Promise<void> {
  say(`Reconciliation, reading two lists from local servers and planning (medians of ${RUNS} processes):`);
  for (const size of SIZES) {
    const servers = fork(script('./lists-process.ts'), [String(size)]);
    const [url] = (await once(servers, 'message')) as [string];
    const runs: Planned[] = [];
    for (let run = 1; run <= RUNS; run++) {
      tell(`${size} domains, run ${run} of ${RUNS}`);
      runs.push(await plan(url));
    }
    servers.disconnect();
    const seconds = median(runs.map((run) => run.seconds));
    const mebibytes = median(runs.map((run) => run.mebibytes));
    say(`  ${size} domains: ${seconds.toFixed(3)} s, ${mebibytes.toFixed(0)} MiB resident at most`);
  }
  say(`  tasks made, ${IN_FLIGHT} in flight, the emulator in another process: ${await taskRate()} a second`);
}

interface Planned {
  readonly seconds: number;
  readonly mebibytes: number;
}

async function plan(url: string): Promise<Planned> {
  // As it is deployed (deploy/deploy.sh).
  const flags = ['--max-semi-space-size=2', script('./plan-process.ts'), url];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  return JSON.parse(stdout);
}

async function taskRate(): Promise<number> {
  const emulator = fork(script('./emulator-process.ts'));
  const [environment] = (await once(emulator, 'message')) as [Environment];
  const queue = createQueue({
    project: environment['GOOGLE_CLOUD_PROJECT'] ?? '',
    location: environment['TASKS_LOCATION'] ?? '',
    name: environment['TASKS_QUEUE'] ?? '',
    closteName: environment['CLOSTE_QUEUE'] ?? '',
    emulator: environment['CLOUD_TASKS_EMULATOR_HOST'],
    checkUrl: 'http://127.0.0.1:1/check',
    reconcileUrl: undefined,
    serviceAccount: undefined,
  });
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const numbers = Array.from({ length: TASKS }, (_, number) => run * TASKS + number);
    const begun = performance.now();
    await inParallel(numbers, IN_FLIGHT, async (number) => {
      await queue.add(visitTo(number), new Date());
      return 'on';
    });
    rates.push(TASKS / ((performance.now() - begun) / 1000));
  }
  await queue.close();
  emulator.disconnect();
  return Math.round(median(rates));
}

function visitTo(number: number) {
  const now = new Date();
  const mapping = {
    id: `bench-${number}`,
    domain: `shop-${number}.example.com` as DomainName,
    siteId: 2,
    networkDomain: 'network.example' as DomainName,
    interval: 300,
    aliased: true,
    mappedAt: now,
  };
  return firstVisit(mapping, 'adding-domain', now);
}
