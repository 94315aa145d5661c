import { createTasksClient } from '../shared/queue/queue.ts';

const PROJECT = 'local';
const LOCATION = 'us-central1';
const QUEUE = 'domain-checks';

/**
 * Creates the queue in an emulator, as the deployment does in Google's cloud: the functions create tasks, not queues.
 *
 * @param address `host:port` of the emulator
 * @returns the variables that lead a function to it
 */
export async function createLocalQueue(
  address: string,
  state: 'running' | 'paused' = 'running',
): Promise<Record<string, string>> {
  const client = await createTasksClient({ project: PROJECT, emulator: address });
  const name = client.queuePath(PROJECT, LOCATION, QUEUE);
  await client.createQueue({ parent: client.locationPath(PROJECT, LOCATION), queue: { name } });
  if (state === 'paused') await client.pauseQueue({ name });
  await client.close();
  return {
    GOOGLE_CLOUD_PROJECT: PROJECT,
    TASKS_LOCATION: LOCATION,
    TASKS_QUEUE: QUEUE,
    CLOUD_TASKS_EMULATOR_HOST: address,
  };
}
