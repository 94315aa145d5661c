import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastClock } from '../local/clock.ts';
import { startCloste } from '../local/closte.ts';
import { startCloudTasks } from '../local/cloud-tasks/emulator.ts';
import { createCertificateAuthority } from '../local/internet/certificate-authority.ts';
import { startDnsServer } from '../local/internet/dns-server.ts';
import { startTlsServer } from '../local/internet/tls-server.ts';
import { createLocalQueues } from '../local/queues.ts';

export const API_KEY = 'bench-closte-key';
export const NETWORK = 'network.test';

/** What surrounds an instance, and the variables that lead it there. */
export interface BenchWorld {
  readonly environment: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Cloud Tasks, Closte, three resolvers and a TLS server in this process, on loopback. Every name under `example.test`
 * points to the network and has a good certificate.
 *
 * @param latency of the resolvers and of the TLS server, in milliseconds
 */
export async function startWorld(latency: { dns: number; tls: number }): Promise<BenchWorld> {
  const authority = await createCertificateAuthority({ name: 'Benchmark' });
  const shown = { kind: 'certificate', ...(await authority.issue({ names: ['*.example.test'] })) } as const;
  const folder = mkdtempSync(join(tmpdir(), 'closte-domain-sync-'));
  const rootFile = join(folder, 'root.pem');
  writeFileSync(rootFile, authority.root);

  const tasks = await startCloudTasks({ clock: fastClock(1) });
  // Paused: the benchmark delivers by itself, and what follows stays in the queue.
  const queues = await createLocalQueues(tasks.address, 'paused');
  const closte = await startCloste({ apiKey: API_KEY, networkDomain: NETWORK });
  const resolvers = await Promise.all(
    [1, 2, 3].map(() =>
      startDnsServer({
        latency: latency.dns,
        answer: ({ name, type }) => ({
          kind: 'records',
          records: type === 'A' ? [{ name, type, data: '127.0.0.1' }] : [],
        }),
      }),
    ),
  );
  const tls = await startTlsServer({
    latency: latency.tls,
    certificateFor: () => shown,
  });
  return {
    environment: {
      ...queues,
      CLOSTE_CLIENT_API_KEY: API_KEY,
      CLOSTE_API_URL: closte.url,
      NETWORK_DOMAIN: NETWORK,
      CHECK_URL: 'http://127.0.0.1:9/check',
      DNS_RESOLVERS: resolvers.map(({ address }) => address).join(','),
      HTTPS_PORT: String(tls.port),
      ALLOW_PRIVATE_ADDRESSES: 'true',
      NODE_EXTRA_CA_CERTS: rootFile,
    },
    async close() {
      await Promise.all([tasks, closte, tls, ...resolvers].map((server) => server.close()));
      rmSync(folder, { recursive: true });
    },
  };
}
