import { runCheck } from '../shared/checking/run-check.ts';
import { readFields } from '../shared/http/request.ts';
import type { Visit } from '../shared/mapping/mapping.ts';
import { VisitPayload, visitFromPayload } from '../shared/queue/payload.ts';
import { isInFasterQueue } from '../shared/queue/which-queue.ts';
import { type Declaration, unsigned } from '../shared/setup/http-function.ts';

/** A visit, and the queue that delivers it, by its own header; undefined where somebody else calls. */
interface Delivery {
  readonly visit: Visit;
  readonly deliveredBy: string | undefined;
}

const readVisit = unsigned(({ json }) => {
  const payload = readFields(VisitPayload, json);
  return payload.ok ? { ok: true, value: visitFromPayload(payload.value) } : payload;
});

/** `POST check`: a queue delivers a visit. */
export const check: Declaration<Delivery> = {
  enter(request, config) {
    const visit = readVisit(request, config);
    // https://cloud.google.com/tasks/docs/creating-http-target-tasks#handler
    const deliveredBy = request.headers['x-cloudtasks-queuename']?.toString();
    return visit.ok ? { ok: true, value: { visit: visit.value, deliveredBy } } : visit;
  },
  about: ({ visit: { mapping, stage, visit } }) => ({
    mapping,
    stage,
    visit,
    position: { first: false, last: false },
  }),
  async act({ config, services, log }, { visit, deliveredBy }) {
    if (isInFasterQueue(visit.stage, deliveredBy, config.queue)) {
      const next = await services.queue.add(visit, services.now());
      return { kind: 'json', status: 200, body: { outcome: 'waiting', stage: visit.stage, next } };
    }
    const followUp = await runCheck(services, log, visit, config.networkDomains);
    const { outcome } = followUp;
    const body =
      followUp.outcome === 'finished'
        ? { outcome, stage: followUp.stage }
        : { outcome, stage: followUp.next.stage, next: followUp.scheduled };
    return { kind: 'json', status: 200, body };
  },
};
