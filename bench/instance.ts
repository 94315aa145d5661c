import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../local/listener.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { type Container, makeContainer } from './container.ts';
import { MEMORY } from './memory.ts';

/** One function in a process of its own, under Google's launcher. */
export interface Instance {
  readonly url: string;
  /** The memory that it has, in MiB; undefined where it has all of the machine's. */
  readonly memory: number | undefined;
  /** The most memory that it has had so far, in MiB; undefined where the system does not tell. */
  peakMemory(): number | undefined;
  /** The time of the processor that it has taken so far, in seconds; undefined where the system does not tell. */
  processorTime(): number | undefined;
  /** The time that its main thread alone has had the processor, in milliseconds; undefined where the system does not tell. */
  mainThreadTime(): number | undefined;
  stop(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const LAUNCHER = 'node_modules/@google-cloud/functions-framework/build/src/main.js';

/** A copy with packages of its own is started by its own launcher, with which its functions register. */
function launcherOf(source: string): string {
  const own = join(source, LAUNCHER);
  return existsSync(own) ? own : join(PROJECT, LAUNCHER);
}

/** Longer than any start takes: a function that does not come up ends the benchmark. */
const GIVE_UP_AFTER = 30_000;

/** Starts a function and sends it requests until it answers one. Gives that answer's status with the instance. */
export async function startInstance(
  source: string,
  target: string,
  environment: Record<string, string>,
  request: RequestInit,
): Promise<{ instance: Instance; status: number; milliseconds: number }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const container = makeContainer(MEMORY.check.mebibytes);
  const started = performance.now();
  const args = [launcherOf(source), `--target=${target}`, `--source=${source}`, `--port=${port}`];
  const child = spawn(...(container?.inside(process.execPath, args) ?? ([process.execPath, args] as const)), {
    cwd: source,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: processEnvironment()['PATH'] ?? '',
      NODE_ENV: 'production',
      ...MEMORY.check.environment,
      ...environment,
    },
  });
  for (;;) {
    try {
      const response = await fetch(url, request);
      await response.text();
      const milliseconds = performance.now() - started;
      return { instance: instanceOf(child, url, container), status: response.status, milliseconds };
    } catch (error) {
      if (child.exitCode !== null || performance.now() - started > GIVE_UP_AFTER) {
        child.kill('SIGKILL');
        container?.remove();
        throw new Error(`${target} does not come up`, { cause: error });
      }
      await sleep(2);
    }
  }
}

function instanceOf(child: ChildProcess, url: string, container: Container | undefined): Instance {
  return {
    url,
    memory: container && MEMORY.check.mebibytes,
    peakMemory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
      } catch {
        return undefined;
      }
    },
    processorTime() {
      try {
        // Behind the name, which may have spaces: the 12th and the 13th field are ticks, of which a second has 100.
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        return (Number(fields[11]) + Number(fields[12])) / 100;
      } catch {
        return undefined;
      }
    },
    mainThreadTime() {
      try {
        // In nanoseconds (https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat).
        return Number(readFileSync(`/proc/${child.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return undefined;
      }
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      container?.remove();
    },
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
