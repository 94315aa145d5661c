import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Closte } from '../../../shared/closte/client.ts';
import { derivedSecret } from '../../../shared/http/webhook-secret.ts';
import { redactor } from '../../../shared/logging/redact.ts';
import type { Environment } from '../../../shared/setup/config.ts';
import type { Context } from '../../../shared/setup/context.ts';
import { answering, failing, resetting, resettingMidway, type Script } from '../../support/door-closte.ts';
import { EVENT, VISIT } from '../../support/door-requests.ts';
import { AWKWARD_KEY, PLAIN_KEY, secretsIn, writtenForms } from '../../support/door-secrets.ts';
import { type Answered, type Door, type DoorOptions, startDoor } from '../../support/door-world.ts';

describe.each(Object.entries({ plain: PLAIN_KEY, awkward: AWKWARD_KEY }))('the %s key', (_which, key) => {
  const redact = redactor([key]);

  test.each(Object.entries(writtenForms(key)))('is taken out as %s', (_form, written) => {
    // The padding of base64 tells nothing.
    expect(redact(`before ${written} after ${written} end`)).toMatch(
      /^before \[redacted\]=* after \[redacted\]=* end$/,
    );
  });

  test.each([':', ':x', ':xy', ':xyz'])('is taken out of base64 where %s follows it', (more) => {
    const encoded = Buffer.from(`${key}${more}`).toString('base64');
    const decoded = Buffer.from(redact(encoded).replace('[redacted]', ''), 'base64').toString();
    expect(redact(encoded)).toMatch(/^\[redacted\]/);
    expect(decoded).not.toContain(key.slice(0, 8));
  });
});

test('of two secrets of which one begins with the other nothing is left', () => {
  expect(redactor(['abcdef', 'abcdef-ghijkl'])('1 abcdef-ghijkl 2 abcdef 3')).toBe(
    '1 [redacted] 2 [redacted] 3',
  );
});

test('an empty secret takes nothing out', () => {
  expect(redactor([''])('a text')).toBe('a text');
});

test('text without a secret stays as it is', () => {
  expect(redactor([PLAIN_KEY])(`${PLAIN_KEY.slice(1)} \\u00e9 %2F &amp;`)).toBe(
    `${PLAIN_KEY.slice(1)} \\u00e9 %2F &amp;`,
  );
});

test('a secret with marks of a regular expression or of a replacement is text like any other', () => {
  expect(redactor(['a.c$&'])('abc$& a.c$&')).toBe('abc$& [redacted]');
});

test('a long run of backslashes is no burden', () => {
  const text = '\\'.repeat(200_000);
  expect(redactor([PLAIN_KEY, AWKWARD_KEY])(text)).toBe(text);
});

describe('nothing that leaves a function shows a secret', () => {
  /** All that left: answers, log lines, and whatever anybody wrote to standard output, error or the console. */
  let output: string[];
  /** What must not be in it, beside the key and what is made of it. */
  let signatures: string[];

  beforeEach(() => {
    output = [];
    signatures = [];
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((chunk) => output.push(String(chunk)) > 0);
    }
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      jest.spyOn(console, method).mockImplementation((...args) => {
        output.push(args.map(String).join(' '));
      });
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function keep({ status, headers, text }: Answered): number {
    output.push(JSON.stringify(headers), text);
    return status;
  }

  /** Everything that can be asked of the functions while Closte does what the script says. */
  async function askAll(door: Door, script: Script): Promise<number[]> {
    door.closte.script = script;
    // A list is kept for a minute.
    door.clock.advance(61);
    const visits = ['adding-domain', 'removing-domain', 'checking-ssl-cert'].map((stage) => ({
      ...VISIT,
      stage,
      stage_started_at: door.clock.now().toISOString(),
    }));
    const answers = [await door.send('map', EVENT), await door.send('unmap', EVENT)];
    for (const visit of visits) answers.push(await door.send('check', visit));
    return answers.map(keep);
  }

  async function atDoor(options: DoorOptions, visit: (door: Door) => Promise<void>): Promise<void> {
    const door = await startDoor(options);
    try {
      await visit(door);
    } finally {
      await door.close();
      output.push(...door.lines);
      signatures.push(...door.signatures.map((signature) => signature.replace(/^v1,/, '')));
    }
  }

  /** The functions with a Closte that throws what it is told to. */
  const throwing =
    (next: () => unknown) =>
    (context: Context): Context => {
      if (!context.ok) return context;
      const fail = () => Promise.reject(next());
      const closte: Closte = { addAlias: fail, removeAlias: fail, listDomains: fail, testKey: fail };
      return {
        ...context,
        services: { ...context.services, closte, closteList: { ...context.services.closteList, find: fail } },
      };
    };

  function leaks(key: string): string[] {
    const secrets = { key, 'derived secret': derivedSecret(key), 'bare secret': derivedSecret(key).slice(6) };
    const all = {
      ...secrets,
      ...Object.fromEntries(signatures.map((value, index) => [`signature ${index}`, value])),
    };
    return secretsIn(output.join('\n'), all);
  }

  const RESOLVERS: Environment = { DNS_RESOLVERS: '127.0.0.1:1' };

  test.each(Object.entries({ plain: PLAIN_KEY, awkward: AWKWARD_KEY }))(
    'with the %s key',
    async (_which, key) => {
      const { raw = '', url = '', form = '', base64 = '', hex = '', json = '' } = writtenForms(key);
      const forms = [raw, url, form, base64, hex, json];
      const environment = { ...RESOLVERS, CLOSTE_CLIENT_API_KEY: key };

      await atDoor({ environment }, async (door) => {
        for (const script of [resetting, resettingMidway, answering(raw, 500), answering(raw)]) {
          expect(await askAll(door, script)).toEqual([202, 503, 200, 200, 200]);
        }
        for (const text of forms) {
          for (const error of [
            `No app has the key ${text}.`,
            { apikey: text },
            `Invalid or empty domain: ${text}`,
          ]) {
            await askAll(door, failing(error));
          }
        }
        const headers = { 'webhook-id': undefined };
        for (const sent of [{ secret: 'whsec_c2VjcmV0' }, { time: new Date(0) }, { headers }]) {
          expect(keep(await door.send('map', EVENT, sent))).toBe(401);
        }
        for (const text of forms) {
          keep(await door.send('map', { ...EVENT, domain: text, network_domain: text }));
          keep(await door.send('check', { ...VISIT, stage: text, domain: text }));
          keep(await door.send('map', `{"${text}`));
          keep(await door.send('map', EVENT, { headers: { 'content-type': encodeURI(text) } }));
        }
      });

      await atDoor({ environment, withQueue: false }, async (door) => {
        expect(await askAll(door, resetting)).toEqual([503, 503, 503, 200, 503]);
      });

      let thrown: unknown;
      await atDoor({ environment, adapt: throwing(() => thrown) }, async (door) => {
        for (const text of forms) {
          const cause = new Error(`caused by ${text}`);
          const message = `asked https://x/?apikey=${text}`;
          for (thrown of [new Error(message, { cause }), text, { message }]) {
            expect(await askAll(door, resetting)).toEqual([500, 500, 500, 200, 500]);
          }
        }
      });

      const wrong = { CHECK_URL: raw, NETWORK_DOMAIN: raw, DNS_RESOLVERS: raw, TASKS_SERVICE_ACCOUNT: raw };
      await atDoor({ environment: { ...environment, ...wrong }, withQueue: false }, async (door) => {
        expect(await askAll(door, resetting)).toEqual([500, 500, 500, 500, 500]);
      });

      expect(output.join('')).toContain('[redacted]');
      expect(leaks(key)).toEqual([]);
    },
  );

  test('with a key that ends in a line feed, as files do, and stands in a wrong place too', async () => {
    const environment = { CLOSTE_CLIENT_API_KEY: `${PLAIN_KEY}\n`, DNS_RESOLVERS: PLAIN_KEY };
    await atDoor({ environment, withQueue: false }, async (door) => {
      expect(keep(await door.send('map', EVENT))).toBe(500);
    });
    expect(leaks(PLAIN_KEY)).toEqual([]);
  });

  test('with a webhook secret of its own, right or wrong', async () => {
    for (const WEBHOOK_SECRET of ['whsec_b3VyLW93bi1zZWNyZXQtb2Ytc2lnbmF0dXJlcw==', 'whsec_our own secret']) {
      await atDoor(
        { environment: { ...RESOLVERS, WEBHOOK_SECRET, NETWORK_DOMAIN: WEBHOOK_SECRET.slice(6) } },
        async (door) => {
          keep(await door.send('map', EVENT, { secret: 'whsec_c2VjcmV0' }));
        },
      );
      const secrets = { secret: WEBHOOK_SECRET, bare: WEBHOOK_SECRET.slice(6) };
      expect(secretsIn(output.join('\n'), secrets)).toEqual([]);
    }
  });
});
