import { describe, expect, test } from '@jest/globals';
import { parseFilter } from './log-filter.ts';

const ENTRY = {
  severity: 'WARNING',
  timestamp: '2026-11-23T12:00:00.000Z',
  labels: { event: 'closte.unavailable', domain: 'shop.example.test' },
  jsonPayload: { days_left: 13, stage: 'adding-domain' },
};

describe('a filter of the Logging query language', () => {
  test.each([
    ['labels.domain="shop.example.test"', true],
    ['labels.domain="other.example.test"', false],
    ['labels.event=~"^closte[.]"', true],
    ['labels.event=~"^dns[.]"', false],
    ['jsonPayload.days_left<=13', true],
    ['jsonPayload.days_left<13', false],
    ['jsonPayload.days_left>9', true],
    ['severity>=WARNING', true],
    ['severity>=ERROR', false],
    ['timestamp>="2026-11-23T00:00:00Z"', true],
    ['timestamp>="2026-11-24"', false],
    ['jsonPayload.missing>0', false],
    ['jsonPayload.missing="undefined.no"', false],
    ['NOT jsonPayload.stage="checking-dns"', true],
    ['severity=ERROR OR severity=WARNING AND labels.event="x"', false],
    ['(severity=ERROR OR severity=WARNING) AND labels.event=~"closte"', true],
  ])('%s', (filter, expected) => {
    expect(parseFilter(filter)(ENTRY)).toBe(expected);
  });

  test.each([
    ['labels.event:"closte"', 'the operator is not understood'],
    ['labels.event="x" labels.domain="y"', 'is not understood'],
    ['(severity=ERROR', 'a parenthesis is not closed'],
    ['"only a text"', 'no field'],
    ['severity>=LOUD', 'nothing to compare with'],
  ])('%s is refused rather than guessed at', (filter, reason) => {
    expect(() => parseFilter(filter)(ENTRY)).toThrow(reason);
  });
});
