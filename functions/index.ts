import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { limitBodies } from '../shared/http/body-limit.ts';
import { processEnvironment } from '../shared/setup/config.ts';
import { type Context, createContext } from '../shared/setup/context.ts';
import { registerFunctions } from './register.ts';

// What Google's launcher loads: the functions in their real surroundings.

// A function waits more than it works, and each wait leaves a little garbage. Left to itself, V8 makes ever more room
// for that rather than clear it away: measured, 168 MiB of heap with 48 in use. An instance may have 256 in all.
setFlagsFromString('--semi-space-growth-factor=1');

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
