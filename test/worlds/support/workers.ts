import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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
  /**
   * @param now the time that it is for the request, and stands still at
   * @throws if PHP dies, or says anything on standard error
   */
  php<Result>(now: Date, code: string, args: object): Promise<Result>;
  /** Starts so many processes, for a time in which none could be started. */
  prepare(processes: number): Promise<void>;
  /** What stands in the tables now, seen by nobody who could change it. */
  look<Result>(): Promise<Result>;
  stop(): Promise<void>;
}

/** Debian's libfaketime (package faketime): time(2) and its kin answer what a variable of the environment says. */
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const WORKER = join(import.meta.dirname, 'worker.php');

/** Only what WordPress needs: a fork copies the tables of all pages that are mapped. */
const EXTENSIONS = ['mbstring', 'mysqlnd', 'mysqli', 'tokenizer', 'ctype', 'posix'];

const SETTINGS = [
  ...EXTENSIONS.map((name) => `extension=${name}`),
  'error_reporting=-1',
  'display_errors=stderr',
  'log_errors=0',
  // OPcache shares what is compiled with the forks, which then copy less of it; also what is younger than the worlds' clock.
  'zend_extension=opcache',
  'opcache.enable_cli=1',
  'opcache.file_update_protection=0',
  'opcache.validate_timestamps=0',
  // A fork lives too shortly to collect what it leaves, and would copy all that it looks at.
  'zend.enable_gc=0',
];

type Line =
  | { readonly ready: true }
  | { readonly http: Sent }
  | { readonly result: unknown }
  | { readonly died: number };

interface Worker {
  readonly process: ChildProcess;
  readonly tell: (line: object) => void;
  readonly read: () => Promise<Line>;
  complaints: string;
}

/** @param mustUse folder of the must-use plugins of this WordPress */
export function startWorkers(
  site: string,
  network: string,
  mustUse: string,
  respond: (sent: Sent) => Promise<Answered>,
): Workers {
  const idle: Worker[] = [];
  const all: Worker[] = [];

  async function start(): Promise<Worker> {
    const env = {
      ...process.env,
      TZ: 'UTC',
      LD_PRELOAD: FAKETIME,
      FAKETIME: '2026-01-01 00:00:00',
      FAKETIME_NO_CACHE: '1',
    };
    const settings = SETTINGS.flatMap((setting) => ['-d', setting]);
    const child = spawn('php', ['-n', ...settings, WORKER, site, network, mustUse], { env });
    const iterator = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const worker: Worker = {
      process: child,
      complaints: '',
      tell: (line) => child.stdin.write(`${JSON.stringify(line)}\n`),
      async read() {
        const { value, done } = await iterator.next();
        if (done) {
          if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
          throw new Error(`PHP has ended (${child.exitCode ?? child.signalCode}):\n${worker.complaints}`);
        }
        if (!value.startsWith('{')) throw new Error(`PHP printed ${value}\n${worker.complaints}`);
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

  async function ask<Result>(request: object, what: string): Promise<Result> {
    const worker = idle.pop() ?? (await start());
    worker.complaints = '';
    worker.tell(request);
    for (;;) {
      const line = await worker.read();
      if ('http' in line) {
        worker.tell(await respond(line.http));
      } else if ('result' in line || 'died' in line) {
        idle.push(worker);
        const complaints = faultsIn(worker.complaints);
        if ('died' in line || complaints.length > 0)
          throw new Error(`PHP failed in:\n${what}\n${complaints.join('\n')}`);
        return line.result as Result;
      }
    }
  }

  return {
    php: (now, code, args) =>
      ask({ time: now.toISOString().slice(0, 19).replace('T', ' '), code, args }, code),
    async prepare(processes) {
      idle.push(...(await Promise.all(Array.from({ length: processes }, start))));
    },
    look: () => ask({ look: true }, 'look'),
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

/** A table that is not there is a thing that happens. */
function faultsIn(complaints: string): string[] {
  return complaints
    .split('\n')
    .filter((text) => /error|warning|notice/i.test(text) && !text.startsWith('WordPress database error'));
}
