import { http } from '@google-cloud/functions-framework';
import type { Context } from '../shared/setup/context.ts';
import { httpFunction } from '../shared/setup/http-function.ts';
import { check } from './check.ts';
import { map } from './map.ts';
import { reconcile } from './reconcile.ts';
import { status } from './status.ts';
import { unmap } from './unmap.ts';
import { runWithoutDomains } from './without-domains.ts';

/** Registers every function with the functions framework, by the name under which it is deployed. */
export function registerFunctions(context: () => Context): void {
  runWithoutDomains();
  http('map', httpFunction(map, context));
  http('unmap', httpFunction(unmap, context));
  http('check', httpFunction(check, context));
  http('reconcile', httpFunction(reconcile, context));
  http('status', httpFunction(status, context));
}
