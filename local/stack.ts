import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Environment } from '../shared/config.ts';
import { type Context, createContext } from '../shared/context.ts';
import type { LogOptions } from '../shared/log.ts';
import { derivedSecret } from '../shared/signature.ts';
import { type EmulatedClock, fastClock } from './clock.ts';
import { type ClosteEmulator, startCloste } from './closte.ts';
import { type CloudTasksEmulator, startCloudTasks } from './cloud-tasks/emulator.ts';
import { LOCAL_API_KEY, LOCAL_NETWORK_DOMAIN } from './defaults.ts';
import { type FunctionsServer, serveFunctions } from './functions-server.ts';
import { type Internet, startInternet } from './internet/internet.ts';
import { createLocalQueue } from './queue.ts';
import { type OutgoingEvent, sendEvent } from './send-event.ts';

/** Everything of this project on one machine: the functions, Cloud Tasks, Closte, and a small internet. */
export interface Stack {
  /** Under it stand the functions. */
  readonly url: string;
  readonly closte: ClosteEmulator;
  readonly tasks: CloudTasksEmulator;
  /** Sends a signed event to the functions, as WordPress does. */
  send(event: OutgoingEvent): Promise<Response>;
  close(): Promise<void>;
}

export interface StackOptions {
  readonly clock: EmulatedClock;
  /** Takes the functions' log entries, a line of JSON each. */
  readonly output: LogOptions['output'];
  /** 0 for any free one. */
  readonly port: number;
  /** What goes beyond the stack's own configuration, or against it. */
  readonly environment?: Environment;
  /** Whether there is a small internet; otherwise resolvers and servers are those of the world. */
  readonly internet: boolean;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { clock, output, port, environment: more = {} } = options;
  const apiKey = LOCAL_API_KEY;
  const networkDomain = more['NETWORK_DOMAIN'] ?? LOCAL_NETWORK_DOMAIN;

  let internet: Internet | undefined;
  const closte = await startCloste({ apiKey, networkDomain, onAlias: (domain) => internet?.begin(domain) });
  if (options.internet) {
    internet = await startInternet({ clock, networkDomain, hasAlias: closte.hasAlias });
    setDefaultCACertificates([...getCACertificates('default'), internet.rootCertificate]);
  }
  const tasks = await startCloudTasks({ clock, workClock: fastClock(1) });
  const queue = await createLocalQueue(tasks.address);

  let context: Context | undefined;
  const functions: FunctionsServer = await serveFunctions(() => {
    context ??= createContext({
      now: clock.now,
      output,
      environment: {
        ...queue,
        CLOSTE_CLIENT_API_KEY: apiKey,
        CLOSTE_API_URL: closte.url,
        NETWORK_DOMAIN: networkDomain,
        CHECK_URL: `${functions.url}/check`,
        ...(internet && {
          DNS_RESOLVERS: internet.resolvers.join(','),
          HTTPS_PORT: String(internet.httpsPort),
          ALLOW_PRIVATE_ADDRESSES: 'true',
        }),
        ...more,
      },
    });
    return context;
  }, port);

  return {
    url: functions.url,
    closte,
    tasks,
    send: (event) => sendEvent(functions.url, derivedSecret(apiKey), event),
    async close() {
      await tasks.close();
      await functions.close();
      if (context?.ok) await context.services.queue.close();
      await closte.close();
      await internet?.close();
    },
  };
}
