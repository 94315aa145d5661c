import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { IN_FLIGHT } from '../shared/reconcile/run.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { makeContainer } from './container.ts';
import { median } from './instance.ts';
import { MEMORY } from './memory.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const TASKS = 5_000;
const RUNS = 3;

/** Serves both lists. */
const SERVERS = 'lists-process.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const script = (name: string, source = PROJECT) => join(source, 'bench', name);

/**
 * How long reconciliation plans, and how fast it makes tasks.
 *
 * @param against the folder of another checkout, which plans and makes tasks by turns with this one, with the same servers
 */
export async function reconciliation(
  say: (line: string) => void,
  tell: (line: string) => void,
  against: string | undefined,
): Promise<void> {
  // Before there were servers to read from, it planned over lists that it made by itself.
  const other = against !== undefined && existsSync(script(SERVERS, against)) ? [against] : [];
  const sources = [...other, PROJECT];
  say(`Reconciliation, reading two lists from local servers and planning (medians of ${RUNS} processes):`);
  if (against !== undefined && other.length === 0) say('  the other checkout has no such benchmark');
  for (const size of SIZES) {
    const servers = fork(script(SERVERS), [String(size)]);
    const [url] = (await once(servers, 'message')) as [string];
    const runs = sources.map((): Planned[] => []);
    for (let run = 1; run <= RUNS; run++) {
      for (const [index, source] of sources.entries()) {
        const which = index < sources.length - 1 ? ', the other checkout' : '';
        tell(`${size} domains, run ${run} of ${RUNS}${which}`);
        runs[index]?.push(await plan(source, url));
      }
    }
    servers.disconnect();
    const planned = runs.map(medianOf);
    const [first, own] = [planned[0], planned.at(-1)];
    if (first === undefined || own === undefined) continue;
    say(
      `  ${size} domains: ${own.seconds.toFixed(3)} s, ${own.processor.toFixed(1)} of the processor, ${own.mebibytes.toFixed(0)} MiB resident at most`,
    );
    if (first !== own) {
      const longer = `${(first.seconds / own.seconds).toFixed(2)} × as long`;
      const more = first.processor / own.processor;
      const work = Number.isNaN(more) ? '' : `, and ${more.toFixed(2)} × of the processor`;
      say(`    the other checkout takes ${longer}${work}, and ${first.mebibytes.toFixed(0)} MiB`);
    }
  }
  await makeTasks(say, tell, against);
}

interface Planned {
  readonly seconds: number;
  /** Seconds of the processor, with all that the process did; undefined by a checkout that does not tell. */
  readonly processor?: number;
  readonly mebibytes: number;
}

function medianOf(runs: readonly Planned[]): Required<Planned> {
  const of = (field: keyof Planned) => median(runs.map((run) => run[field] ?? Number.NaN));
  return { seconds: of('seconds'), processor: of('processor'), mebibytes: of('mebibytes') };
}

async function plan(source: string, url: string): Promise<Planned> {
  const { mebibytes, environment } = MEMORY.reconcile;
  const args = [script('plan-process.ts', source), url];
  const container = makeContainer(mebibytes);
  const { stdout } = await promisify(execFile)(
    ...(container?.inside(process.execPath, args) ?? ([process.execPath, args] as const)),
    { env: { ...processEnvironment(), ...environment } },
  );
  container?.remove();
  return JSON.parse(stdout);
}

/** Tasks made, by turns, each time by a process of its own into the same emulator. */
async function makeTasks(
  say: (line: string) => void,
  tell: (line: string) => void,
  against: string | undefined,
): Promise<void> {
  const sources = against === undefined ? [PROJECT] : [against, PROJECT];
  const emulator = fork(script('emulator-process.ts'));
  const [environment] = (await once(emulator, 'message')) as [Record<string, string>];
  const runs = sources.map((): Made[] => []);
  for (let run = 1; run <= RUNS; run++) {
    for (const [index, source] of sources.entries()) {
      tell(`tasks, run ${run} of ${RUNS}${source === against ? ', the other checkout' : ''}`);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [script('tasks-process.ts'), source, String(TASKS)],
        { env: environment },
      );
      runs[index]?.push(JSON.parse(stdout));
    }
  }
  emulator.disconnect();
  const of = (index: number, field: keyof Made) => median((runs.at(index) ?? []).map((run) => run[field]));
  say(
    `  tasks made, ${IN_FLIGHT} in flight, the emulator in another process: ${of(-1, 'rate').toFixed(0)} a second, ${of(-1, 'processor').toFixed(2)} ms of the processor each`,
  );
  if (against === undefined) return;
  const more = (of(0, 'rate') / of(-1, 'rate')).toFixed(2);
  say(
    `    the other checkout makes ${more} × as many, and takes ${(of(0, 'processor') / of(-1, 'processor')).toFixed(2)} × of the processor for each`,
  );
}

interface Made {
  /** A second. */
  readonly rate: number;
  /** Milliseconds of the processor for each. */
  readonly processor: number;
}
