import type { AliasResult, ListResult } from '../../../shared/closte/read-answer.ts';
import type { Services } from '../../../shared/setup/services.ts';

/** Closte as it is at its worst. */
export interface ClosteFaults {
  isDown: boolean;
  /** Of its own list it leaves out so many, from the end. */
  listLacks: number;
}

export interface ClosteDouble {
  readonly closte: Services['closte'];
  readonly aliases: Set<string>;
  /** Names that another app of Closte holds. */
  readonly heldElsewhere: Set<string>;
  readonly faults: ClosteFaults;
}

const DOWN = 'Closte answered HTTP 503';

/** @param removing told of each alias before it goes */
export function createCloste(removing: (domain: string) => Promise<void>): ClosteDouble {
  const aliases = new Set<string>();
  const heldElsewhere = new Set<string>();
  const faults: ClosteFaults = { isDown: false, listLacks: 0 };
  const unanswered: AliasResult = { kind: 'unanswered', reason: DOWN };
  return {
    aliases,
    heldElsewhere,
    faults,
    closte: {
      async addAlias(domain) {
        if (faults.isDown) return unanswered;
        if (aliases.has(domain) || heldElsewhere.has(domain)) return { kind: 'unchanged' };
        aliases.add(domain);
        return { kind: 'changed' };
      },
      async removeAlias(domain) {
        if (faults.isDown) return unanswered;
        if (!aliases.has(domain)) return { kind: 'unchanged' };
        await removing(domain);
        aliases.delete(domain);
        return { kind: 'changed' };
      },
      testKey: async () => ({ kind: 'accepted' }),
      async listDomains(): Promise<ListResult> {
        if (faults.isDown) return { kind: 'unreadable', cause: 'unanswered', reason: DOWN };
        const all = [...aliases];
        return { kind: 'list', domains: new Set(all.slice(0, Math.max(0, all.length - faults.listLacks))) };
      },
    },
  };
}
