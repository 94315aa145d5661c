import { describe, expect, test } from '@jest/globals';
import { createSharedGatherings, MOST_AT_ONCE, MOST_KEPT } from '../../../shared/status/shared-gathering.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { domain } from '../../support/net-domain.ts';

const SHOP = domain('shop.example.test');
const nth = (index: number) => domain(`shop${index}.example.test`);

/** Gatherings that end when a test says so, each with the number of how many were begun before it. */
function startGatherings() {
  const clock = manualClock();
  const shared = createSharedGatherings<number>(clock.now);
  const begun: PromiseWithResolvers<number>[] = [];
  return {
    clock,
    begun,
    of: (name = SHOP) =>
      shared.of(name, () => {
        const gathering = Promise.withResolvers<number>();
        begun.push(gathering);
        return gathering.promise;
      }),
    /** Has a domain gathered to the end. */
    async whole(name = SHOP) {
      const asked = this.of(name);
      begun.at(-1)?.resolve(begun.length);
      return await asked;
    },
  };
}

describe('who asks for a domain', () => {
  test('shares what is being gathered with all others', async () => {
    const { of, begun } = startGatherings();
    const readers = Array.from({ length: 80 }, () => of());
    begun[0]?.resolve(1);
    expect([await Promise.all(readers), begun.length]).toEqual([Array(80).fill(1), 1]);
  });

  test.each([
    ['is shown what was gathered 19 seconds ago', 19, 1],
    ['has it gathered anew after 20 seconds', 20, 2],
    ['has it gathered anew if the clock was set back', -1, 2],
  ])('%s', async (_, seconds, result) => {
    const gatherings = startGatherings();
    await gatherings.whole();
    gatherings.clock.advance(seconds);
    expect(await gatherings.whole()).toBe(result);
  });

  test('is shown what took long for 20 seconds from its end', async () => {
    const { of, begun, clock } = startGatherings();
    const slow = of();
    clock.advance(15);
    begun[0]?.resolve(1);
    await slow;
    clock.advance(15);
    expect(await of()).toBe(1);
  });

  test('has it gathered anew after it failed, as all have who shared the failure', async () => {
    const gatherings = startGatherings();
    const readers = [gatherings.of(), gatherings.of()];
    gatherings.begun[0]?.reject(new Error('no'));
    expect((await Promise.allSettled(readers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await gatherings.whole()).toBe(2);
  });
});

describe('with as many under way as may be', () => {
  function full() {
    const gatherings = startGatherings();
    for (let index = 0; index < MOST_AT_ONCE; index += 1) gatherings.of(nth(index));
    return gatherings;
  }

  test('no other is begun', () => {
    const { of, begun } = full();
    expect([of(), begun.length]).toEqual([undefined, MOST_AT_ONCE]);
  });

  test('who asks for one of them shares it', () => {
    const { of } = full();
    expect(of(nth(3))).toBe(of(nth(3)));
    expect(of(nth(3))).toBeInstanceOf(Promise);
  });

  test('who asks for one that is kept is shown it', async () => {
    const gatherings = startGatherings();
    await gatherings.whole();
    for (let index = 0; index < MOST_AT_ONCE; index += 1) gatherings.of(nth(index));
    expect(await gatherings.of()).toBe(1);
  });

  test.each<readonly [string, (gathering: PromiseWithResolvers<number> | undefined) => void]>([
    ['ended', (gathering) => gathering?.resolve(1)],
    ['failed', (gathering) => gathering?.reject(new Error('no'))],
  ])('there is room again when one has %s', async (_, end) => {
    const { of, begun } = full();
    const first = of(nth(0));
    end(begun[0]);
    await Promise.allSettled([first]);
    expect(of()).toBeInstanceOf(Promise);
  });
});

test('however many domains are asked for, only the newest are kept', async () => {
  const gatherings = startGatherings();
  for (let index = 0; index <= MOST_KEPT; index += 1) await gatherings.whole(nth(index));
  expect(await gatherings.whole(nth(1))).toBe(2);
  expect(await gatherings.whole(nth(0))).toBe(MOST_KEPT + 2);
});
