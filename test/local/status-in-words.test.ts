import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { printable, printableJson } from '../../local/printable.ts';
import { connectionsInWords, statusInWords } from '../../local/status-in-words.ts';
import type { Status } from '../../shared/status/status.ts';
import { HOSTILE_TEXTS, withTexts } from '../shared/status/page/hostile.ts';
import {
  ACTION_NEEDED,
  AT_PROVIDER,
  NOT_MAPPED,
  READY,
  STATUSES,
  WAITING_FOR_DNS,
} from '../shared/status/statuses.ts';

const inWords = (status: Status, width = 100) => stripVTControlCharacters(statusInWords(status, width));

/** The lines behind a title. */
function part(text: string, title: string): string[] {
  const [, behind = ''] = text.split(`\n${title}\n`);
  return behind.split('\n\n')[0]?.split('\n') ?? [];
}

describe('a status on the terminal', () => {
  test('begins with the verdict and its sentence, and the problems with their remedies', () => {
    const lines = inWords(ACTION_NEEDED).split('\n');
    expect(lines[0]).toBe('shop.example.com  action needed');
    expect(lines.slice(1, 3).join(' ')).toContain(ACTION_NEEDED.sentence);
    expect(part(lines.join('\n'), 'What to do')[0]).toBe(
      '  1. Remove the AAAA record 2001:db8:bad::10 of shop.example.com (host name: shop).',
    );
    expect(lines).toContain('✗ The domain leads somewhere else (wrong-address)');
    expect(lines).toContain('! An IPv6 address leads somewhere else (stray-ipv6)');
    expect(lines).toContain('  → Remove the AAAA record 2001:db8:bad::10 (host name: shop).');
  });

  test('says at which provider, what is typed there, and that it can do it itself', () => {
    const text = part(inWords(AT_PROVIDER, 400), 'What to do');
    expect(text.slice(0, 2)).toEqual([
      '  The DNS records of this domain are kept at OVHcloud.',
      '  OVHcloud can set the records for you: open https://connect.provider.example/v2/apply?domain=example.com&host=shop and agree.',
    ]);
    expect(text[2]).toContain(
      'At OVHcloud, type shop into the field “Sub-domain” and network.example. into the field “Target”.',
    );
    expect(part(inWords(ACTION_NEEDED), 'What to do').join()).not.toContain('kept at');
  });

  test('says that it was given up, and when it is looked at next', () => {
    const text = inWords(ACTION_NEEDED);
    expect(text).toMatch(
      /It was given up at 12:41 UTC on 2026-11-23\. It is looked at again at\s+03:20 UTC on 2026-11-24\./,
    );
    const end = { since: '2026-11-23T12:41:09Z', next: READY.checked_at };
    expect(inWords({ ...READY, given_up: end })).toContain('It is right now, and is followed again.');
    expect(inWords(READY)).not.toContain('given up');
  });

  test('says until when it is waited', () => {
    expect(inWords(WAITING_FOR_DNS)).toContain('It is tried until 12:41 UTC on 2026-11-25.');
    expect(inWords(READY)).not.toContain('It is tried until');
  });

  test('has the records to set next to those that are there', () => {
    expect(part(inWords(ACTION_NEEDED), 'DNS records')).toEqual([
      '  to be set                     there now',
      '  CNAME shop network.example    ✗ A shop 198.51.100.20',
      '  or                            ✗ AAAA shop 2001:db8:bad::10',
      '  A shop 203.0.113.7',
      '  AAAA shop 2001:db8::7',
    ]);
  });

  test('has one below the other where there is no room', () => {
    expect(part(inWords(ACTION_NEEDED, 50), 'DNS records')).toEqual([
      '  to be set',
      '  CNAME shop network.example',
      '  or',
      '  A shop 203.0.113.7',
      '  AAAA shop 2001:db8::7',
      '  there now',
      '  ✗ A shop 198.51.100.20',
      '  ✗ AAAA shop 2001:db8:bad::10',
    ]);
  });

  test('marks what each resolver answers', () => {
    expect(part(inWords(WAITING_FOR_DNS), 'What the resolvers answer')).toEqual([
      '  ✓ 1.1.1.1  203.0.113.7 and 2001:db8::7 by its CNAME network.example',
      '  ✗ 8.8.8.8  198.51.100.20',
      '  ? 9.9.9.9  no answer (timeout)',
    ]);
    expect(part(inWords(ACTION_NEEDED), 'What the resolvers answer').map((line) => line.trim()[0])).toEqual([
      '✗',
      '!',
      '-',
    ]);
  });

  test('has the servers of the zone, the certificate and how far it is', () => {
    const text = inWords(READY);
    expect(part(text, 'What the name servers of example.com answer')).toEqual([
      '  ns1.dns-provider.example (198.51.100.53)    A CNAME to network.example',
      '  ns2.dns-provider.example (2001:db8:53::53)  A CNAME to network.example',
    ]);
    expect(part(text, 'Certificate')).toEqual([
      '  ✓ 203.0.113.7 A good certificate',
      '  ✓ 2001:db8::7 A good certificate',
      '  for shop.example.com',
      "  by C=US, O=Let's Encrypt, CN=R11, from 13:00 UTC on 2026-11-23 to 13:00 UTC on 2027-02-21",
    ]);
    expect(part(inWords(WAITING_FOR_DNS), 'How far it is')).toEqual([
      '  ✓ mapped to the site  12:41 UTC on 2026-11-23',
      '  ✓ known to Closte     12:41 UTC on 2026-11-23',
      '  … DNS leads here      since 12:41 UTC on 2026-11-23',
      '  - certificate',
      '  - ready',
    ]);
    expect(part(inWords(ACTION_NEEDED), 'How far it is')).toContain(
      '  ✗ DNS leads here      12:41 UTC on 2026-11-23',
    );
  });

  test('of a name that is not mapped asks nobody to set anything', () => {
    const text = inWords({ ...NOT_MAPPED, records_to_set: READY.records_to_set });
    expect(text).not.toContain('to be set');
    expect(text).not.toContain('How far it is');
  });

  test.each([40, 60, 80])('wraps what is to be read to %d columns, and cuts no word', (width) => {
    const lines = inWords(ACTION_NEEDED, width).split('\n');
    const sentences = lines.slice(1, lines.indexOf('DNS records')).filter((line) => !/^[✗!]/.test(line));
    expect(sentences.filter((line) => line.length > width)).toEqual([]);
    const read = sentences.map((line) => line.trim()).join(' ');
    const isTold = (code: string) => ACTION_NEEDED.actions.some((action) => action.code === code);
    for (const { code, explanation, remedy } of ACTION_NEEDED.problems) {
      expect(read).toContain(isTold(code) ? explanation : `${explanation} → ${remedy}`);
    }
  });
});

describe('what comes from outside', () => {
  // What the terminal obeys, or what hides or turns text: all characters but those that are seen, and the line feed.
  const COMMAND = /(?!\n)\p{C}/u;

  test.each(HOSTILE_TEXTS)('cannot speak to the terminal: %j', (hostile) => {
    const text = `${hostile}\u001b]0;title\u0007\u009b2J\r\u0000`;
    for (const status of Object.values(STATUSES)) {
      const changed = withTexts(status, () => text);
      const said = inWords(
        printable({
          ...changed,
          checked_at: status.checked_at,
          verdict: status.verdict,
          given_up: status.given_up,
          timeline: [],
          certificate: null,
        }),
      );
      expect(said).not.toMatch(COMMAND);
    }
  });

  test('cannot do so in JSON either, which still means the same', () => {
    const body = { text: HOSTILE_TEXTS.join(' '), more: '\u009b2J\u{e0001}\u202e' };
    const json = printableJson(JSON.stringify(body));
    expect(json).not.toMatch(COMMAND);
    expect(JSON.parse(json)).toEqual(body);
  });
});

test('the connections are marked, and what is bad has its remedy', () => {
  const checks = [
    { check: 'closte-key', state: 'good', title: 'Closte accepts the API key', remedy: null },
    { check: 'queue', state: 'bad', title: 'The queue is paused', remedy: 'Resume it.' },
    { check: 'wordpress', state: 'off', title: 'WORDPRESS_URL is not set', remedy: null },
  ] as const;
  const words = (ready: boolean) => stripVTControlCharacters(connectionsInWords({ ready, checks }, 80));
  expect(words(false)).toBe(
    '✓ Closte accepts the API key\n✗ The queue is paused\n    Resume it.\n- WORDPRESS_URL is not set\n\nNot everything is in order.\n',
  );
  expect(words(true)).toContain('\n\nEverything can be reached.\n');
});
