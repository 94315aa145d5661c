import { startCloudTasks } from '../local/cloud-tasks/emulator.ts';
import { createLocalQueues } from '../local/queues.ts';

// Cloud Tasks in a process of its own, its time standing still so that nothing is delivered. Tells where it is.

const begun = new Date();
const standing = { now: () => begun, at: () => () => {} };
const tasks = await startCloudTasks({ clock: standing });
process.send?.(await createLocalQueues(tasks.address));
process.on('disconnect', () => process.exit());
