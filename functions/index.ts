import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { limitBodies } from '../shared/http/body-limit.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { type Context, createContext } from '../shared/setup/context.ts';
import { registerFunctions } from './register.ts';

// What Google's launcher loads: the functions in their real surroundings.

// The launcher makes its server by itself, with its parsers first, and shows it to nobody. Node does, at each request
// before it is served (https://nodejs.org/docs/latest-v24.x/api/diagnostics_channel.html#event-httpserverrequeststart).
const limited = new WeakSet<Server>();
subscribe('http.server.request.start', (message) => {
  const { server } = message as { server: Server };
  if (limited.has(server)) return;
  limited.add(server);
  limitBodies(server);
});

let context: Context | undefined;

registerFunctions(() => {
  context ??= createContext({
    environment: processEnvironment(),
    now: () => new Date(),
    output: process.stdout,
  });
  return context;
});
