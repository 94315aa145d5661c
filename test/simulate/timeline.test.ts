import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Timeline } from '../../simulate/timeline.ts';

test('everything comes at its time, and in the order in which it was put in where that is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), async (times) => {
      const timeline = new Timeline(0);
      const seen: (readonly [number, number])[] = [];
      for (const [index, time] of times.entries()) {
        timeline.at(time, () => {
          expect(timeline.now).toBe(time);
          seen.push([time, index]);
        });
      }
      await timeline.run();
      expect(seen).toEqual(
        times.map((time, index) => [time, index] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
      );
    }),
  );
});

test('what comes up on the way is done as well, and what is past at once', async () => {
  const timeline = new Timeline(100);
  const seen: string[] = [];
  timeline.at(200, async () => {
    seen.push(`first at ${timeline.now}`);
    timeline.at(150, () => void seen.push(`past at ${timeline.now}`));
    timeline.at(300, () => void seen.push(`later at ${timeline.now}`));
  });
  timeline.at(250, () => void seen.push(`between at ${timeline.now}`));
  await timeline.run();
  expect(seen).toEqual(['first at 200', 'past at 200', 'between at 250', 'later at 300']);
});
