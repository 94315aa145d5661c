import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { derivedSecret } from '../shared/http/webhook-secret.ts';
import type { LogOptions } from '../shared/logging/log.ts';
import type { Environment } from '../shared/setup/config.ts';
import { type Context, createContext } from '../shared/setup/context.ts';
import { originToken } from '../shared/wordpress/origin-token.ts';
import { type EmulatedClock, fastClock } from './clock.ts';
import { type ClosteEmulator, startCloste } from './closte.ts';
import { type CloudTasksEmulator, startCloudTasks } from './cloud-tasks/emulator.ts';
import { LOCAL_API_KEY, LOCAL_NETWORK_DOMAIN, WORDPRESS_PATH } from './defaults.ts';
import { type FunctionsServer, serveFunctions } from './functions-server.ts';
import { type Internet, startInternet } from './internet/internet.ts';
import { createLocalQueues } from './queues.ts';
import { type OutgoingEvent, sendEvent } from './send-event.ts';
import { createWordPress, type WordPressEmulator } from './wordpress.ts';

/** Everything of this project on one machine: the functions, Cloud Tasks, WordPress, Closte, and a small internet. */
export interface Stack {
  /** Under it stand the functions. */
  readonly url: string;
  readonly closte: ClosteEmulator;
  readonly tasks: CloudTasksEmulator;
  /** Undefined where resolvers and servers are those of the world. */
  readonly internet: Internet | undefined;
  readonly wordpress: WordPressEmulator;
  /** Where WordPress is: an event that is sent to it is noted there, and passed on to the functions. */
  readonly wordpressUrl: string;
  /** Has WordPress send a signed event to the functions. */
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
  /** A line on top of every page. */
  readonly note?: string | undefined;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const { clock, output, port, environment: more = {} } = options;
  const apiKey = LOCAL_API_KEY;
  const secret = derivedSecret(apiKey);
  const networkDomain = more['NETWORK_DOMAIN'] ?? LOCAL_NETWORK_DOMAIN;

  let internet: Internet | undefined;
  const closte = await startCloste({ apiKey, networkDomain, onAlias: (domain) => internet?.begin(domain) });
  if (options.internet) {
    const proof = originToken(secret, networkDomain);
    internet = await startInternet({ clock, networkDomain, hasAlias: closte.hasAlias, proof });
    setDefaultCACertificates([...getCACertificates('default'), internet.rootCertificate]);
  }
  const tasks = await startCloudTasks({ clock, workClock: fastClock(1) });
  const queues = await createLocalQueues(tasks.address);

  const wordpress = createWordPress({ clock, networkDomain, secret, functionsUrl: () => functions.url });
  const wordpressUrl = () => `${functions.url}${WORDPRESS_PATH}`;

  let context: Context | undefined;
  const makeContext = () => {
    context ??= createContext({
      now: clock.now,
      output,
      environment: {
        ...queues,
        CLOSTE_CLIENT_API_KEY: apiKey,
        CLOSTE_API_URL: closte.url,
        NETWORK_DOMAIN: networkDomain,
        CHECK_URL: `${functions.url}/check`,
        RECONCILE_URL: `${functions.url}/reconcile`,
        WORDPRESS_URL: wordpressUrl(),
        ...(internet && {
          DNS_RESOLVERS: internet.resolvers.join(','),
          DNS_PORT: String(internet.dnsPort),
          HTTP_PORT: String(internet.httpPort),
          HTTPS_PORT: String(internet.httpsPort),
          ALLOW_PRIVATE_ADDRESSES: 'true',
        }),
        ...more,
      },
    });
    return context;
  };
  const neighbour = { path: WORDPRESS_PATH, handle: wordpress.handle };
  const functions: FunctionsServer = await serveFunctions(makeContext, port, neighbour, options.note);

  return {
    url: functions.url,
    wordpressUrl: wordpressUrl(),
    closte,
    tasks,
    internet,
    wordpress,
    send: (event) => sendEvent(wordpressUrl(), secret, event),
    async close() {
      await tasks.close();
      await functions.close();
      if (context?.ok) await context.services.queue.close();
      await closte.close();
      await internet?.close();
    },
  };
}
