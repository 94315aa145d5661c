import type { Entry } from './journal.ts';

export interface Follower {
  readonly finished: Promise<'all done' | 'not all done'>;
  /** A mapping that has begun. */
  follow(id: string): void;
  /** A mapping that has not come about. */
  giveUp(): void;
  see(entry: Entry): void;
}

/** Watches the log until so many mappings have come to their end. */
export function createFollower(count: number): Follower {
  const { promise, resolve } = Promise.withResolvers<'all done' | 'not all done'>();
  const followed = new Set<string>();
  const ends = new Map<string, boolean>();
  let refused = 0;

  function look(): void {
    const ended = [...followed].filter((id) => ends.has(id));
    if (ended.length + refused < count) return;
    resolve(refused === 0 && ended.every((id) => ends.get(id)) ? 'all done' : 'not all done');
  }
  return {
    finished: promise,
    follow(id) {
      followed.add(id);
      look();
    },
    giveUp() {
      refused += 1;
      look();
    },
    see({ event, operation }) {
      if (operation?.last !== true) return;
      ends.set(operation.id, event === 'domain.done');
      look();
    },
  };
}

/** Follows the mapping by which reconciliation brings a lost alias back. */
export function mendingFollower(): Pick<Follower, 'finished' | 'see'> {
  const follower = createFollower(1);
  return {
    finished: follower.finished,
    see(entry) {
      if (entry.operation?.id.startsWith('reconcile-add-')) follower.follow(entry.operation.id);
      follower.see(entry);
    },
  };
}
