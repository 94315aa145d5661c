import { makeVisit } from '../shared/checking/run-check.ts';
import { readFields } from '../shared/http/request.ts';
import { type Visit, VisitPayload, visitFromPayload } from '../shared/mapping/mapping.ts';
import { type Declaration, unsigned } from '../shared/setup/http-function.ts';

/** `POST check`: the queue delivers a visit. */
export const check: Declaration<Visit> = {
  enter: unsigned(({ json }) => {
    const payload = readFields(VisitPayload, json);
    return payload.ok ? { ok: true, value: visitFromPayload(payload.value) } : payload;
  }),
  about: ({ mapping, stage, visit }) => ({ mapping, stage, visit, position: { first: false, last: false } }),
  async act({ services, log }, visit) {
    const taken = await makeVisit(services, log, visit);
    const { outcome } = taken;
    const body =
      taken.outcome === 'finished'
        ? { outcome, stage: taken.stage }
        : { outcome, stage: taken.next.stage, next: taken.scheduled };
    return { kind: 'json', status: 200, body };
  },
};
