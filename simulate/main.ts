import { endWithReader } from '../local/ending.ts';
import { USUAL } from './assumptions.ts';
import { billFor } from './bill.ts';
import { HELP, parseOptions } from './options.ts';
import { PRICES_READ } from './prices.ts';
import { reportOf } from './report.ts';
import { simulate } from './simulation.ts';

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.kind === 'help') return say(HELP);
  const { domains, days, imported, seed, json } = options;
  const nature = imported === undefined ? USUAL : { ...USUAL, imported: imported / domains };
  const result = await simulate({ domains, days, seed, nature }, tellProgress);
  eraseProgress();
  const bill = billFor(result.usage, days);
  say(
    json
      ? `${JSON.stringify({ ...result, bill, pricesRead: PRICES_READ }, null, 2)}\n`
      : reportOf(result, bill),
  );
}

function tellProgress(part: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor(part * 100)} % of the time is over `);
}

function eraseProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

function say(text: string): void {
  process.stdout.write(text);
}

endWithReader();
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
