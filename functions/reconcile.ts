import * as v from 'valibot';
import { apiError } from '../shared/http/api-error.ts';
import { readFields } from '../shared/http/request.ts';
import { CURSOR } from '../shared/reconcile/plan-to-tasks.ts';
import { reconcile as makeRun, type Run } from '../shared/reconcile/run.ts';
import { type Declaration, unsigned } from '../shared/setup/http-function.ts';

const Body = v.object({
  dry_run: v.optional(v.boolean('must be true or false'), false),
  allow_missing: v.optional(v.boolean('must be true or false'), false),
  after: v.optional(v.pipe(v.string('must be a string'), v.regex(CURSOR, 'is not where a run stopped'))),
  removals: v.optional(
    v.pipe(
      v.number('must be a number'),
      v.safeInteger('must be a whole number'),
      v.minValue(0, 'must be 0 or more'),
    ),
    0,
  ),
});

/** `POST reconcile`: Cloud Scheduler has WordPress and Closte compared. */
export const reconcile: Declaration<Run> = {
  enter: unsigned(({ json }) => {
    const fields = readFields(Body, json);
    if (!fields.ok) return fields;
    const { dry_run: isDry, allow_missing: allowMissing, after, removals } = fields.value;
    return { ok: true, value: { isDry, allowMissing, after, removals } };
  }),
  faults: ({ networkDomain, networkAddresses }) =>
    networkDomain === undefined && networkAddresses.length === 0
      ? [
          'neither NETWORK_DOMAIN nor NETWORK_ADDRESSES is set, so that nobody knows where domains have to point',
        ]
      : [],
  about: () => undefined,
  async act({ config, services, log, progress }, run) {
    const { networkDomain, networkDomains, interval, allowPrivateAddresses, reconcile: options } = config;
    const begun = performance.now();
    const done = await makeRun(
      services,
      log,
      run,
      { ...options, networkDomain, networkDomains, interval, allowPrivateAddresses },
      {
        elapsed: () => (performance.now() - begun) / 1000,
        progress: (made, of) => progress({ progress: { made, of } }),
      },
    );
    if (done.kind === 'unreadable') {
      return { kind: 'api-error', error: apiError('lists-unreadable', `${done.list}: ${done.reason}`) };
    }
    const body =
      done.kind === 'planned'
        ? { dry_run: true, ...done.summary }
        : {
            dry_run: false,
            ...done.summary,
            tasks: done.tasks,
            seconds: done.seconds,
            complete: done.kind === 'finished',
            next: done.next,
          };
    return { kind: 'json', status: 200, body };
  },
};
