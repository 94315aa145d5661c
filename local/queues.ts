import { createTasksClient } from '../shared/queue/queue.ts';

const PROJECT = 'local';
const LOCATION = 'us-central1';

/** The queues with their limits, as they are deployed (deploy/resources.sh has the reasons). */
export const QUEUES = {
  checks: { name: 'domain-checks', maxDispatchesPerSecond: 50, maxConcurrentDispatches: 160 },
  closte: { name: 'closte-calls', maxDispatchesPerSecond: 5, maxConcurrentDispatches: 20 },
} as const;

/**
 * Creates the queues in an emulator, as the deployment does in Google's cloud: the functions create tasks, not queues.
 *
 * @param address `host:port` of the emulator
 * @returns the variables that lead a function to them
 */
export async function createLocalQueues(
  address: string,
  state: 'running' | 'paused' = 'running',
): Promise<Record<string, string>> {
  const client = await createTasksClient({ project: PROJECT, emulator: address });
  for (const { name: id, ...rateLimits } of Object.values(QUEUES)) {
    const name = client.queuePath(PROJECT, LOCATION, id);
    await client.createQueue({ parent: client.locationPath(PROJECT, LOCATION), queue: { name, rateLimits } });
    if (state === 'paused') await client.pauseQueue({ name });
  }
  await client.close();
  return {
    GOOGLE_CLOUD_PROJECT: PROJECT,
    TASKS_LOCATION: LOCATION,
    TASKS_QUEUE: QUEUES.checks.name,
    CLOSTE_QUEUE: QUEUES.closte.name,
    CLOUD_TASKS_EMULATOR_HOST: address,
  };
}
