import { join } from 'node:path';
import type { DomainName } from '../shared/domain/name.ts';
import { inParallel } from '../shared/reconcile/in-parallel.ts';
import { IN_FLIGHT } from '../shared/reconcile/run.ts';
import { processEnvironment } from '../shared/setup/config.ts';

// Makes tasks through the queue of a checkout, in a process of its own. Tells how many a second, and what each took of
// the processor.

/** What is taken of the checkout, which may be another version of this one. */
type QueueModule = typeof import('../shared/queue/queue.ts');
type StateMachineModule = typeof import('../shared/mapping/state-machine.ts');

const [, , source = '', count = ''] = process.argv;
const { createQueue }: QueueModule = await import(join(source, 'shared/queue/queue.ts'));
const { firstVisit }: StateMachineModule = await import(join(source, 'shared/mapping/state-machine.ts'));

const environment = processEnvironment();
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

async function make(from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  await inParallel(numbers, IN_FLIGHT, async (number) => {
    await queue.add(visitTo(number), new Date());
    return 'on';
  });
}

function visitTo(number: number) {
  const now = new Date();
  const mapping = {
    // No name may be one that another process has used.
    id: `bench-${process.pid}-${number}`,
    domain: `shop-${number}.example.com` as DomainName,
    siteId: 2,
    networkDomain: 'network.example' as DomainName,
    interval: 300,
    aliased: true,
    mappedAt: now,
  };
  return firstVisit(mapping, 'adding-domain', now);
}

const tasks = Number(count);
// The client is loaded, and V8 knows the way.
await make(0, IN_FLIGHT);
const begunWork = process.cpuUsage();
const begun = performance.now();
await make(IN_FLIGHT, IN_FLIGHT + tasks);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(begunWork);
await queue.close();
process.stdout.write(JSON.stringify({ rate: tasks / seconds, processor: (user + system) / 1000 / tasks }));
