import { createLog, type Log, type LogOptions } from '../logging/log.ts';
import { type Redact, redactor } from '../logging/redact.ts';
import { type Config, type Environment, parseConfig } from './config.ts';
import { createServices, type Services } from './services.ts';

/** What a function runs in: made once in an instance, at its first request. */
export type Context = { readonly log: Log; readonly redact: Redact } & (
  | { readonly ok: true; readonly config: Config; readonly services: Services }
  | { readonly ok: false; readonly faults: readonly string[] }
);

/** What a context is made of. */
interface ContextOptions {
  readonly environment: Environment;
  readonly now: () => Date;
  readonly output: LogOptions['output'];
}

/** Reads the configuration and makes the services. A configuration with faults makes a context that tells them. */
export function createContext({ environment, now, output }: ContextOptions): Context {
  const parsed = parseConfig(environment);
  const secrets = parsed.ok
    ? [parsed.config.apiKey, parsed.config.webhookSecret]
    : [environment['CLOSTE_CLIENT_API_KEY'] ?? '', environment['WEBHOOK_SECRET'] ?? ''].map((text) =>
        text.trim(),
      );
  // The signing library takes the secret with and without its prefix.
  const redact = redactor(secrets.flatMap((secret) => [secret, secret.replace(/^whsec_/, '')]));
  const log = createLog({ project: environment['GOOGLE_CLOUD_PROJECT'] ?? 'unknown', redact, now, output });
  if (!parsed.ok) return { ok: false, faults: parsed.faults, log, redact };
  return {
    ok: true,
    config: parsed.config,
    services: createServices(parsed.config, redact, now),
    log,
    redact,
  };
}
