import type { Story } from '../../local/internet/story.ts';
import { readEntry } from '../../local/journal.ts';
import { type Stack, type StackOptions, startStack } from '../../local/stack.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

/** One line of the log, as Cloud Logging would get it. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly event: string };

export interface RunningStack extends Stack {
  readonly clock: ManualClock;
  readonly lines: readonly LogLine[];
  /** Lets the emulated time go on until nothing waits any more, or `until` holds. */
  runUntil(until?: () => boolean): Promise<void>;
  eventsOf(domain: string): string[];
  linesOf(event: string): LogLine[];
  /** Lets a domain live through another story from now on. */
  tell(domain: string, story: Story): void;
}

/**
 * The embedded stack, whose time goes on only when a test says so.
 *
 * @param start no more than a day from now: certificates are made by real time
 */
export async function runStack(
  options: Partial<Pick<StackOptions, 'environment'>> = {},
  start = new Date(),
): Promise<RunningStack> {
  const clock = manualClock(start);
  const lines: LogLine[] = [];
  const stack = await startStack({
    ...options,
    clock,
    port: 0,
    internet: true,
    output: {
      write(line: string) {
        if (readEntry(line) !== undefined) lines.push(JSON.parse(line));
        return true;
      },
    },
  });
  return {
    ...stack,
    clock,
    lines,
    async runUntil(until = () => false) {
      await stack.tasks.idle();
      while (!until() && clock.advanceToNext()) await stack.tasks.idle();
    },
    eventsOf: (domain) => lines.filter((line) => line['domain'] === domain).map(({ event }) => event),
    linesOf: (event) => lines.filter((line) => line.event === event),
    tell: (domain, story) => stack.internet?.tell(domain, story),
  };
}
