import { coldStart } from './cold-start.ts';
import { copyOfDeployed } from './deployed.ts';
import { reconciliation } from './reconcile.ts';
import { throughput } from './throughput.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const deployed = await copyOfDeployed(say);
await coldStart(deployed.folder, say);
await deployed.remove();
await throughput(say);
await reconciliation(say);
