import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DomainName } from '../../../shared/domain/name.ts';
import type { LogEntry } from '../../../shared/logging/entry.ts';
import { functionFailed } from '../../../shared/logging/function-entries.ts';
import { createLog, type Log, type Subject, traceOf } from '../../../shared/logging/log.ts';
import { redactor } from '../../../shared/logging/redact.ts';
import { AWKWARD_KEY, secretsIn } from '../../support/door-secrets.ts';

const NOW = new Date('2026-01-05T09:00:00.250Z');
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const EVENT: LogEntry = {
  severity: 'NOTICE',
  event: 'domain.done',
  message: 'shop.example.com is done.',
  fields: { seconds_since_mapped: 600 },
};

const SUBJECT: Subject = {
  mapping: { id: 'msg_1', domain: 'shop.example.com' as DomainName, siteId: 2 },
  stage: 'checking-ssl-cert',
  visit: 3,
  position: { first: false, last: true },
};

let lines: string[];
let log: Log;
beforeEach(() => {
  lines = [];
  const output = { write: (line: string) => lines.push(line) > 0 };
  log = createLog({ project: 'demo', redact: redactor([AWKWARD_KEY]), now: () => NOW, output });
});

/** The entries of events; the library introduces itself once in a process by one without. */
function entries(): Record<string, unknown>[] {
  return lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((entry) => entry['event'] !== undefined);
}

test('an entry about a mapping has all that Cloud Logging and a person need, at the top of the line', () => {
  log.write(EVENT, SUBJECT);
  expect(entries()).toEqual([
    {
      severity: 'NOTICE',
      message: 'shop.example.com is done.',
      event: 'domain.done',
      domain: 'shop.example.com',
      site_id: 2,
      stage: 'checking-ssl-cert',
      visit: 3,
      seconds_since_mapped: 600,
      timestamp: { seconds: NOW.getTime() / 1000 - 0.25, nanos: 250_000_000 },
      'logging.googleapis.com/labels': { event: 'domain.done', domain: 'shop.example.com', site_id: '2' },
      'logging.googleapis.com/operation': {
        id: 'msg_1',
        producer: expect.any(String),
        first: false,
        last: true,
      },
      'logging.googleapis.com/insertId': expect.any(String),
      logName: expect.stringMatching(/^projects\/demo\/logs\//),
    },
  ]);
});

test('an entry about no mapping has neither domain nor operation', () => {
  log.write(EVENT);
  const [entry] = entries();
  expect(entry).not.toHaveProperty('domain');
  expect(entry).toMatchObject({ 'logging.googleapis.com/labels': { event: 'domain.done' } });
  expect(Object.keys(entry ?? {})).not.toContain('logging.googleapis.com/operation');
  expect(Object.keys(entry ?? {})).not.toContain('logging.googleapis.com/trace');
});

test('what has no visit and no stage says none', () => {
  log.write(EVENT, { ...SUBJECT, stage: undefined, visit: undefined });
  expect(Object.keys(entries()[0] ?? {})).not.toContain('visit');
  expect(Object.keys(entries()[0] ?? {})).not.toContain('stage');
});

test('an entry is one line, whatever is in it', () => {
  log.write({ ...EVENT, message: 'two\nlines\u2028', fields: { reason: '\r\n"quoted"\u0000' } });
  for (const line of lines) expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(entries()).toMatchObject([{ message: 'two\nlines\u2028', reason: '\r\n"quoted"\u0000' }]);
});

test.each(['INFO', 'NOTICE', 'WARNING', 'ERROR'] as const)('severity %s is kept', (severity) => {
  log.write({ ...EVENT, severity });
  expect(entries()).toMatchObject([{ severity }]);
});

test('an entry in a trace names it in full; the log without goes on as it was', () => {
  log.inTrace(TRACE).write(EVENT);
  log.write(EVENT);
  expect(entries().map((entry) => entry['logging.googleapis.com/trace'])).toEqual([
    `projects/demo/traces/${TRACE}`,
    undefined,
  ]);
});

describe('an error', () => {
  test('has its stack, and the type by which Error Reporting finds it', () => {
    log.write(functionFailed(new TypeError('something broke')));
    expect(entries()).toMatchObject([
      {
        severity: 'ERROR',
        event: 'function.failed',
        message: expect.stringContaining('something broke'),
        reason: 'something broke',
        stack_trace: expect.stringMatching(/^TypeError: something broke\n {4}at .*log\.test\.ts/),
        '@type': 'type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent',
      },
    ]);
  });

  test.each([['a text'], [undefined], [null], [{ code: 7 }], [Symbol('x')]])(
    'that is %p is told all the same',
    (thrown) => {
      log.write(functionFailed(thrown));
      expect(entries()).toMatchObject([{ event: 'function.failed', stack_trace: expect.any(String) }]);
    },
  );
});

test('no entry shows a secret, wherever it stands', () => {
  const cause = new Error(`about ${AWKWARD_KEY}`);
  log.write({ ...EVENT, message: AWKWARD_KEY, fields: { reason: AWKWARD_KEY, [AWKWARD_KEY]: 1 } }, SUBJECT);
  log.write({
    ...EVENT,
    fields: { deep: { list: [`https://x/?apikey=${encodeURIComponent(AWKWARD_KEY)}`] } },
  });
  log.write(functionFailed(new Error(`asked with ${AWKWARD_KEY}`, { cause })));
  log.write(functionFailed(new Error(`asked with ${JSON.stringify({ apikey: AWKWARD_KEY })}`)));
  const told = entries();
  expect(told).toHaveLength(4);
  const texts = [
    ...lines,
    ...told.flatMap((entry) => [entry['message'], entry['reason'], entry['stack_trace']]),
  ];
  expect(secretsIn(texts.join('\n'), { key: AWKWARD_KEY })).toEqual([]);
});

test.each<[string, Record<string, string | string[]>, string | undefined]>([
  ['traceparent', { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` }, TRACE],
  ['a later version of traceparent', { traceparent: `cc-${TRACE}-00f067aa0ba902b7-01-more` }, TRACE],
  ['X-Cloud-Trace-Context', { 'x-cloud-trace-context': `${TRACE}/1;o=1` }, TRACE],
  ['X-Cloud-Trace-Context without a span', { 'x-cloud-trace-context': TRACE }, TRACE],
  [
    'both, of which the standard one counts',
    { traceparent: `00-${TRACE}-00f067aa0ba902b7-01`, 'x-cloud-trace-context': `${'1'.repeat(32)}/1` },
    TRACE,
  ],
  ['both, of which one is broken', { traceparent: 'broken', 'x-cloud-trace-context': `${TRACE}/1` }, TRACE],
  ['neither', {}, undefined],
  ['a trace of the wrong length', { traceparent: `00-${TRACE}0-00f067aa0ba902b7-01` }, undefined],
  ['a trace that is no number', { 'x-cloud-trace-context': `${'z'.repeat(32)}/1` }, undefined],
  ['a trace with more in it', { 'x-cloud-trace-context': `${TRACE}"}\n/1` }, undefined],
])('the trace of a request with %s', (_which, headers, trace) => {
  expect(traceOf(headers)).toBe(trace);
});
