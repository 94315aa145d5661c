import { describe, expect, test } from '@jest/globals';
import { addingOutcome, removingOutcome } from '../../../shared/closte/outcome-for-mapping.ts';
import { domain } from '../../support/net-domain.ts';

const NETWORK = domain('network.example');
const OUTSIDE = domain('shop.example.com');

const rejected = { kind: 'rejected', reason: 'Invalid or empty domain: x' } as const;
const refused = { kind: 'refused', reason: 'Bad API key' } as const;
const unanswered = { kind: 'unanswered', reason: 'HTTP 500' } as const;

test.each([
  [{ kind: 'changed' } as const, 'added', 'removed'],
  [{ kind: 'unchanged' } as const, 'already-added', 'already-removed'],
])('%o is %s and %s', (result, added, removed) => {
  for (const domain of [OUTSIDE, NETWORK]) {
    expect(addingOutcome(result, domain, [NETWORK])).toEqual({ kind: 'done', closte: added });
    expect(removingOutcome(result, domain, [NETWORK])).toEqual({ kind: 'done', closte: removed });
  }
});

test.each([rejected, refused, unanswered])('%o stays what it is for a name outside', (result) => {
  for (const network of [NETWORK, undefined]) {
    expect(addingOutcome(result, OUTSIDE, [network])).toEqual(result);
    expect(removingOutcome(result, OUTSIDE, [network])).toEqual(result);
  }
});

test.each([refused, unanswered])('%o stays what it is for the network itself', (result) => {
  expect(addingOutcome(result, NETWORK, [NETWORK])).toEqual(result);
  expect(removingOutcome(result, NETWORK, [NETWORK])).toEqual(result);
});

describe('a rejected name', () => {
  test.each(['network.example', 'a.network.example', 'a.b.network.example', '*.network.example'])(
    'needs no alias if it is the network: %s',
    (text) => {
      const done = { kind: 'done', closte: 'not-needed' };
      expect(addingOutcome(rejected, domain(text), [NETWORK])).toEqual(done);
      expect(removingOutcome(rejected, domain(text), [NETWORK])).toEqual(done);
    },
  );

  test('needs no alias if it is the main network, for a site of another one', () => {
    const networks = [domain('second.example'), NETWORK];
    const done = { kind: 'done', closte: 'not-needed' };
    expect(addingOutcome(rejected, domain('a.network.example'), networks)).toEqual(done);
    expect(removingOutcome(rejected, domain('a.network.example'), networks)).toEqual(done);
    expect(addingOutcome(rejected, domain('a.network.example'), [domain('second.example')])).toEqual(
      rejected,
    );
  });

  test.each(['mynetwork.example', 'network.example.com', 'other.example', '*.other.example'])(
    'is rejected if it only looks like the network: %s',
    (text) => {
      expect(addingOutcome(rejected, domain(text), [NETWORK])).toEqual(rejected);
      expect(removingOutcome(rejected, domain(text), [NETWORK])).toEqual(rejected);
    },
  );
});
