import { afterAll, beforeEach } from '@jest/globals';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import type { Environment } from '../../shared/setup/config.ts';
import { PLAIN_KEY } from './door-secrets.ts';
import { type Door, type DoorOptions, doorOfFile } from './door-world.ts';
import { startWordPressRoutes, type WordPressRoutes } from './wordpress-routes.ts';

export const RECONCILE_URL = 'https://reconcile.example.test/reconcile';

/** A door for all tests of a file, beside a WordPress that answers well and has no domain, as each test finds it. */
export async function doorWithWordPress(
  more: Environment = {},
  adapt?: DoorOptions['adapt'],
): Promise<{ door: Door; routes: WordPressRoutes }> {
  const routes = await startWordPressRoutes(derivedSecret(PLAIN_KEY));
  const environment = { WORDPRESS_URL: routes.url, RECONCILE_URL, ...more };
  const door = await doorOfFile({ environment, ...(adapt && { adapt }) });
  afterAll(() => routes.close());
  beforeEach(() => {
    // Tasks of another hour have other names, which no test before has used.
    door.clock.advance(24 * 60 * 60);
    routes.list = [];
    routes.wishes.clear();
    routes.done = undefined;
    routes.reports.length = 0;
    routes.behave({ kind: 'well' });
  });
  return { door, routes };
}
