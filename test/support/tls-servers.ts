import { afterEach } from '@jest/globals';
import type { Listener } from '../../local/listener.ts';

/** How long to wait, in ms, for a server that answers at once: long, so that a busy machine does not fail a test. */
export const PATIENT = 4_000;
/** For a server that never answers. */
export const SHORT = 150;

/** Gives what keeps the servers of a test, and closes them after it. */
export function serversOfEachTest(): <T extends Listener>(starting: Promise<T>) => Promise<T> {
  let open: Listener[] = [];
  afterEach(async () => {
    await Promise.all(open.map((server) => server.close()));
    open = [];
  });
  return async (starting) => {
    const server = await starting;
    open.push(server);
    return server;
  };
}
