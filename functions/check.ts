import { runCheck } from '../shared/checking/run-check.ts';
import { readFields } from '../shared/http/request.ts';
import type { Visit } from '../shared/mapping/mapping.ts';
import { VisitPayload, visitFromPayload } from '../shared/queue/payload.ts';
import { type Declaration, unsigned } from '../shared/setup/http-function.ts';

/** `POST check`: the queue delivers a visit. */
export const check: Declaration<Visit> = {
  enter: unsigned(({ json }) => {
    const payload = readFields(VisitPayload, json);
    return payload.ok ? { ok: true, value: visitFromPayload(payload.value) } : payload;
  }),
  about: ({ mapping, stage, visit }) => ({ mapping, stage, visit, position: { first: false, last: false } }),
  async act({ config, services, log }, visit) {
    const followUp = await runCheck(services, log, visit, config.networkDomains);
    const { outcome } = followUp;
    const body =
      followUp.outcome === 'finished'
        ? { outcome, stage: followUp.stage }
        : { outcome, stage: followUp.next.stage, next: followUp.scheduled };
    return { kind: 'json', status: 200, body };
  },
};
