import { LOCAL_API_KEY } from '../../local/defaults.ts';
import { sendEvent } from '../../local/send-event.ts';
import type { Certificate } from '../../shared/certificate/verdict.ts';
import type { DnsReport } from '../../shared/dns/verdict.ts';
import { derivedSecret } from '../../shared/http/webhook-secret.ts';
import { closteRefused, closteRejected } from '../../shared/logging/closte-entries.ts';
import { certificateExpiring, certificateLost, dnsMoved } from '../../shared/logging/daily-check-entries.ts';
import type { LogEntry } from '../../shared/logging/entry.ts';
import { functionMisconfigured, queueUnavailable } from '../../shared/logging/function-entries.ts';
import { createLog } from '../../shared/logging/log.ts';
import {
  reconcileFinished,
  reconcilePostponed,
  removalsHeld,
} from '../../shared/logging/reconcile-entries.ts';
import { EMPTY_SUMMARY } from '../support/empty-summary.ts';
import { domain } from '../support/net-domain.ts';
import { type LogLine, runStack } from '../support/running-stack.ts';

/** A log in which all kinds of things have happened. */
export interface Told {
  readonly lines: readonly LogLine[];
  /** A time in it: the certificate that never came was given up before, the DNS that never came after. */
  readonly turnOfTheDay: string;
  /** How often a domain was looked at and not found right more than a day after it was mapped. */
  laterThanADay(name: string): number;
  end(): Promise<void>;
}

const DAY = 24 * 60 * 60;

/** Runs the embedded stack through several stories, and adds what takes another world than its. */
export async function tellStories(): Promise<Told> {
  const stack = await runStack();
  const map = (name: string, id?: string) => stack.send({ action: 'map', domain: name, siteId: 2, id });

  stack.closte.setOutage(true);
  await map('outage.test');
  await stack.runUntil(() => stack.linesOf('closte.unavailable').length === 3);
  stack.closte.setOutage(false);
  await stack.runUntil();

  await fetch(`${stack.url}/map`, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  await sendEvent(stack.url, derivedSecret(LOCAL_API_KEY), { action: 'map', domain: 'co.uk', siteId: 2 });

  for (const name of ['shop.example.com', 'elsewhere.test', 'no-certificate.test']) await map(name);
  await map('*.wild.test', 'evt_wild');
  const begun = stack.clock.now();
  await stack.runUntil();
  await stack.send({ action: 'unmap', domain: '*.wild.test', siteId: 2, id: 'evt_wild_gone' });
  await stack.runUntil();

  const lines = [...stack.lines, ...whatTakesAnotherWorld(stack.clock.now)];
  const mappedAt = (name: string) =>
    lines.filter(({ event, domain: its }) => event === 'domain.mapped' && its === name).map(secondsOf)[0] ??
    0;
  return {
    lines,
    turnOfTheDay: new Date(begun.getTime() + 1.5 * DAY * 1000).toISOString(),
    laterThanADay: (name) =>
      stack
        .linesOf('dns.pending')
        .filter((line) => line['domain'] === name && secondsOf(line) - mappedAt(name) > DAY).length,
    end: () => stack.close(),
  };
}

function secondsOf(line: LogLine): number {
  return (line['timestamp'] as { seconds: number }).seconds;
}

const CERTIFICATE: Certificate = {
  issuer: 'CN=An Issuer',
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2026-04-01T00:00:00Z'),
  names: ['a.test'],
  chain: [],
  distrust: undefined,
};
const ELSEWHERE: DnsReport = {
  name: 'moved.test',
  target: { networkDomain: 'network.test', addresses: ['127.0.0.1'] },
  resolvers: [],
  verdict: 'elsewhere',
};

/** The same events as the functions write, by the same log. */
function whatTakesAnotherWorld(now: () => Date): LogLine[] {
  const lines: LogLine[] = [];
  const output = {
    write(line: string) {
      const parsed = JSON.parse(line) as Partial<LogLine>;
      if (parsed.event !== undefined) lines.push(parsed as LogLine);
      return true;
    },
  };
  const log = createLog({ project: 'local', redact: (text) => text, now, output });
  const tell = (event: LogEntry, name?: string) => {
    const mapping = name === undefined ? undefined : { id: `evt_${name}`, domain: domain(name), siteId: 2 };
    const position = { first: false, last: false };
    log.write(event, mapping && { mapping, stage: undefined, visit: undefined, position });
  };

  tell(closteRefused(domain('refused.test'), 'wrong key', undefined), 'refused.test');
  tell(closteRejected(domain('rejected.test'), 'Invalid or empty domain'), 'rejected.test');
  tell(certificateExpiring(domain('expiring.test'), CERTIFICATE, 14), 'expiring.test');
  tell(certificateExpiring(domain('expiring-later.test'), CERTIFICATE, 20), 'expiring-later.test');
  tell(certificateLost(domain('lost.test'), LOST, []), 'lost.test');
  tell(dnsMoved(domain('moved.test'), ELSEWHERE, []), 'moved.test');
  tell(removalsHeld(0, 10, ['a.test']));
  tell(reconcilePostponed('closte', 'it does not answer'));
  tell(functionMisconfigured(['CHECK_URL is not set']));
  tell(queueUnavailable('14 UNAVAILABLE'));
  tell(reconcileFinished(NOTHING_TO_DO, 0, 1));
  return lines;
}

const LOST = { problem: 'expired', reports: [], originResults: [], certificate: CERTIFICATE } as const;
const NOTHING_TO_DO = { ...EMPTY_SUMMARY, counts: { ...EMPTY_SUMMARY.counts, unchanged: 3 } };
