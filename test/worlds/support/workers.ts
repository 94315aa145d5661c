import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** What WordPress sends over HTTP. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Answered = { readonly status: number; readonly body: string } | { readonly error: string };

/** Processes of one WordPress: as many requests are under way at a time as are needed, as on a web server. */
export interface Workers {
  /** @throws if PHP dies, or says anything on standard error */
  php<Result = unknown>(code: string, args?: object): Promise<Result>;
  /** The time that it is for all of them, and stands still at. */
  setTime(time: Date): void;
  stop(): Promise<void>;
}

/** Debian's libfaketime (package faketime): time(2) and its kin answer what a file says. */
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const WORKER = join(import.meta.dirname, 'worker.php');

type Line =
  | { readonly ready: true }
  | { readonly http: Sent }
  | { readonly result: unknown }
  | { readonly died: number };

interface Worker {
  readonly process: ChildProcess;
  readonly lines: Interface;
  readonly read: () => Promise<Line>;
  complaints: string;
}

export function startWorkers(
  site: string,
  network: string,
  respond: (sent: Sent) => Promise<Answered>,
): Workers {
  const clock = join(site, 'time');
  const idle: Worker[] = [];
  const all: Worker[] = [];

  async function start(): Promise<Worker> {
    const env = {
      ...process.env,
      TZ: 'UTC',
      LD_PRELOAD: FAKETIME,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
    };
    const settings = ['error_reporting=-1', 'display_errors=stderr', 'log_errors=0'].flatMap((s) => [
      '-d',
      s,
    ]);
    const child = spawn('php', [...settings, WORKER, site, network], { env });
    const lines = createInterface({ input: child.stdout });
    const iterator = lines[Symbol.asyncIterator]();
    const worker: Worker = {
      process: child,
      lines,
      complaints: '',
      async read() {
        const { value, done } = await iterator.next();
        if (done) throw new Error(`PHP has ended:\n${worker.complaints}`);
        return JSON.parse(value) as Line;
      },
    };
    child.stderr.on('data', (chunk: Buffer) => {
      worker.complaints += String(chunk);
    });
    all.push(worker);
    await worker.read();
    return worker;
  }

  return {
    async php<Result>(code: string, args: object = {}): Promise<Result> {
      const worker = idle.pop() ?? (await start());
      worker.complaints = '';
      worker.process.stdin?.write(`${JSON.stringify({ code, args })}\n`);
      for (;;) {
        const line = await worker.read();
        if ('http' in line) {
          worker.process.stdin?.write(`${JSON.stringify(await respond(line.http))}\n`);
        } else if ('result' in line || 'died' in line) {
          idle.push(worker);
          const complaints = worker.complaints
            .split('\n')
            .filter(
              (text) => /error|warning|notice/i.test(text) && !text.startsWith('WordPress database error'),
            );
          if ('died' in line || complaints.length > 0) {
            throw new Error(`PHP failed in:\n${code}\n${complaints.join('\n')}`);
          }
          return line.result as Result;
        }
      }
    },
    setTime: (time) => writeFileSync(clock, time.toISOString().slice(0, 19).replace('T', ' ')),
    async stop() {
      await Promise.all(
        all.map(async ({ process: child }) => {
          child.stdin?.end();
          if (child.exitCode === null) await once(child, 'exit');
        }),
      );
    },
  };
}
