import { describe, expect, test } from '@jest/globals';
import type { VisitedStage } from '../../../shared/mapping/mapping.ts';
import { isInFasterQueue, queueOf } from '../../../shared/queue/which-queue.ts';

const TWO = { name: 'domain-checks', closteName: 'closte-calls' };
const ONE = { name: 'domain-checks', closteName: 'domain-checks' };

describe('the queue in which a visit waits', () => {
  test.each<[VisitedStage, string]>([
    ['adding-domain', 'closte-calls'],
    ['removing-domain', 'closte-calls'],
    ['checking-dns', 'domain-checks'],
    ['checking-ssl-cert', 'domain-checks'],
    ['watching', 'domain-checks'],
  ])('%s: %s', (stage, expected) => {
    expect(queueOf(stage, TWO)).toBe(expected);
    expect(queueOf(stage, ONE)).toBe('domain-checks');
  });
});

describe('whether a visit came by a faster queue than its own', () => {
  test.each<[VisitedStage, string | undefined, typeof TWO, boolean]>([
    ['adding-domain', 'domain-checks', TWO, true],
    ['removing-domain', 'domain-checks', TWO, true],
    ['adding-domain', 'closte-calls', TWO, false],
    ['adding-domain', 'a-queue-of-yore', TWO, false],
    ['adding-domain', undefined, TWO, false],
    ['adding-domain', 'domain-checks', ONE, false],
    ['checking-dns', 'domain-checks', TWO, false],
    ['checking-dns', 'closte-calls', TWO, false],
    ['watching', 'closte-calls', TWO, false],
  ])('%s, delivered by %s of %j: %s', (stage, deliveredBy, names, expected) => {
    expect(isInFasterQueue(stage, deliveredBy, names)).toBe(expected);
  });
});
