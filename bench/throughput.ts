import { fileURLToPath } from 'node:url';
import type { VisitedStage } from '../shared/mapping/mapping.ts';
import { startInstance } from './instance.ts';
import { NETWORK, startWorld } from './world.ts';

const MAPPINGS = 1000;
const CONCURRENCY = 80;
const LATENCY = 50;

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

function visitOf(stage: VisitedStage, number: number): RequestInit {
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

/** Checks per second of one instance, and the most memory it takes, while servers let it wait. */
export async function throughput(say: (line: string) => void): Promise<void> {
  say(`One instance, ${MAPPINGS} mappings at a concurrency of ${CONCURRENCY}:`);
  await measure('DNS', 'checking-dns', 'checking-ssl-cert', { dns: LATENCY, tls: 0 }, say);
  await measure('TLS', 'checking-ssl-cert', 'done', { dns: 0, tls: LATENCY }, say);
}

async function measure(
  name: string,
  stage: VisitedStage,
  expected: string,
  latency: { dns: number; tls: number },
  say: (line: string) => void,
): Promise<void> {
  const world = await startWorld(latency);
  const { instance } = await startInstance(PROJECT, 'check', world.environment, visitOf(stage, 0));
  let next = 1;
  async function worker(): Promise<void> {
    for (let number = next; number <= MAPPINGS; number = next) {
      next += 1;
      const response = await fetch(instance.url, visitOf(stage, number));
      const answer = (await response.json()) as { stage?: string };
      if (answer.stage !== expected) throw new Error(`a check answered ${JSON.stringify(answer)}`);
    }
  }
  const started = performance.now();
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const rate = MAPPINGS / ((performance.now() - started) / 1000);
  const memory = instance.peakMemory();
  await instance.stop();
  await world.close();
  const most = memory === undefined ? '' : `, ${memory.toFixed(0)} MiB at most`;
  say(`  ${name} answering after ${LATENCY} ms: ${rate.toFixed(0)} checks/s${most}`);
}
