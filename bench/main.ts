import { coldStart } from './cold-start.ts';
import { reconciliation } from './reconcile.ts';
import { throughput } from './throughput.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

await coldStart(say);
await throughput(say);
await reconciliation(say);
