import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { VisitedStage } from '../shared/mapping/mapping.ts';
import { median, startInstance } from './instance.ts';
import { NETWORK, startWorld } from './world.ts';

/** Of the first thousand, a part of the time is what Node takes to compile the code. */
const MAPPINGS = 3000;
const CONCURRENCY = 80;
const LATENCY = 50;
/** How often each is measured. */
const TURNS = 3;

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

interface Call {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function visitOf(stage: VisitedStage, number: number): Call {
  const time = new Date().toISOString();
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      mapping_id: `evt_${stage}_${number}`,
      domain: `shop-${number}.example.test`,
      site_id: 2,
      network_domain: NETWORK,
      interval: 300,
      aliased: false,
      stage,
      visit: 1,
      mapped_at: time,
      stage_started_at: time,
    }),
  };
}

/** Less work than fetch() makes: whoever asks shares a machine with the instance. */
async function answerTo(
  { method, headers, body }: Call,
  url: string,
  agent: Agent,
): Promise<{ stage?: string }> {
  const length = String(Buffer.byteLength(body));
  const sent = request(url, { agent, method, headers: { ...headers, 'Content-Length': length } }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return (await json(response)) as { stage?: string };
}

interface Case {
  readonly name: string;
  readonly stage: VisitedStage;
  readonly expected: string;
  readonly latency: { readonly dns: number; readonly tls: number };
}

const CASES: readonly Case[] = [
  {
    name: 'DNS',
    stage: 'checking-dns',
    expected: 'checking-ssl-cert',
    latency: { dns: LATENCY, tls: 0 },
  },
  { name: 'TLS', stage: 'checking-ssl-cert', expected: 'done', latency: { dns: 0, tls: LATENCY } },
];

/**
 * Checks per second of one instance, and the most memory it takes, while servers let it wait.
 *
 * @param against the folder of another checkout, built, which is measured by turns with this one
 */
export async function throughput(
  say: (line: string) => void,
  tell: (line: string) => void,
  against: string | undefined,
): Promise<void> {
  const sources = against === undefined ? [PROJECT] : [against, PROJECT];
  say(`One instance, ${MAPPINGS} mappings at a concurrency of ${CONCURRENCY} (medians of ${TURNS}):`);
  for (const { name, ...of } of CASES) {
    const runs = sources.map((): Measured[] => []);
    for (let turn = 1; turn <= TURNS; turn += 1) {
      for (const [index, source] of sources.entries()) {
        tell(`${name}, turn ${turn} of ${TURNS}${index < sources.length - 1 ? ', the other checkout' : ''}`);
        runs[index]?.push(await measure(source, of));
      }
    }
    const rates = runs.map((measured) => median(measured.map(({ rate }) => rate)));
    const memory = Math.max(...(runs.at(-1) ?? []).map(({ mebibytes }) => mebibytes ?? Number.NaN));
    const works = runs.map((measured) => median(measured.map(({ perCheck }) => perCheck ?? Number.NaN)));
    const own = rates.at(-1) ?? Number.NaN;
    const work = works.at(-1) ?? Number.NaN;
    const [room] = (runs.at(-1) ?? []).flatMap((measured) => measured.memory ?? []);
    const limit = room === undefined ? ' without a limit' : ` of ${room}`;
    const most = Number.isNaN(memory) ? '' : `, ${memory.toFixed(0)} MiB at most${limit}`;
    const each = Number.isNaN(work) ? '' : `, ${work.toFixed(2)} ms of the processor each`;
    say(`  ${name} answering after ${LATENCY} ms: ${own.toFixed(0)} checks/s${each}${most}`);
    if (against !== undefined) {
      const [other = Number.NaN, otherWork = Number.NaN] = [rates[0], works[0]];
      say(
        `    by the other checkout ${other.toFixed(0)} checks/s: ${(own / other).toFixed(2)} ×; by the processor's time ${(otherWork / work).toFixed(2)} ×`,
      );
    }
  }
}

interface Measured {
  /** Checks per second. */
  readonly rate: number;
  readonly mebibytes: number | undefined;
  /** MiB that the instance had; undefined where it had all of the machine's. */
  readonly memory: number | undefined;
  /** Milliseconds of the processor: what other processes do changes little of it. */
  readonly perCheck: number | undefined;
}

async function measure(source: string, { stage, expected, latency }: Omit<Case, 'name'>): Promise<Measured> {
  const world = await startWorld(latency);
  const { instance } = await startInstance(source, 'check', world.environment, visitOf(stage, 0));
  const agent = new Agent({ keepAlive: true });
  let next = 1;
  async function worker(): Promise<void> {
    for (let number = next; number <= MAPPINGS; number = next) {
      next += 1;
      const answer = await answerTo(visitOf(stage, number), instance.url, agent);
      if (answer.stage !== expected) throw new Error(`a check answered ${JSON.stringify(answer)}`);
    }
  }
  const startedWork = instance.processorTime();
  const started = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const rate = MAPPINGS / ((performance.now() - started) / 1000);
  const mebibytes = instance.peakMemory();
  const work = instance.processorTime();
  const perCheck =
    work === undefined || startedWork === undefined ? undefined : (1000 * (work - startedWork)) / MAPPINGS;
  agent.destroy();
  await instance.stop();
  await world.close();
  return { rate, mebibytes, memory: instance.memory, perCheck };
}
