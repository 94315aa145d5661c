import { execFileSync } from 'node:child_process';
import { endWithReader } from '../local/ending.ts';
import { coldStart } from './cold-start.ts';
import { copyOfDeployed, copyOfOther } from './deployed.ts';
import { HELP, parseOptions } from './options.ts';
import { reconciliation } from './reconcile.ts';
import { throughput } from './throughput.ts';

/** Where a person looks on, a line that says how far it is, in the place of the last one. */
const isWatched = process.stderr.isTTY;
const erase = () => isWatched && process.stderr.write('\r\u001b[K');
const tell = (line: string) => void (isWatched && process.stderr.write(`\r\u001b[K${line} `));
const say = (line: string) => {
  erase();
  process.stdout.write(`${line}\n`);
};

endWithReader();
try {
  const options = parseOptions(process.argv.slice(2));
  if (options.kind === 'help') process.stdout.write(HELP);
  else {
    const { names, against } = options;
    execFileSync(process.execPath, ['--run', 'build'], { stdio: 'inherit' });
    if (names.includes('cold-start')) {
      const deployed = await copyOfDeployed(say);
      const other = against === undefined ? undefined : await copyOfOther(against);
      await coldStart(deployed.folder, other?.folder, say, tell);
      await Promise.all([deployed.remove(), other?.remove()]);
    }
    if (names.includes('throughput')) await throughput(say, tell, against);
    if (names.includes('reconcile')) await reconciliation(say, tell, against);
  }
} catch (error) {
  erase();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
