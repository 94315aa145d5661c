import { createHash } from 'node:crypto';
import type { DomainName } from '../domain/name.ts';
import type { Mapping, Visit, VisitedStage } from './mapping.ts';

/** What reconciliation has done to a domain, and the stage in which that begins. */
export const MENDING_STAGES = {
  add: 'adding-domain',
  remove: 'removing-domain',
  recheck: 'checking-dns',
  watch: 'watching',
} as const satisfies Record<string, VisitedStage>;

/** In the order in which they are put into the queue: what is missing first. */
export const MENDING_KINDS = ['add', 'remove', 'recheck', 'watch'] as const satisfies Mending[];

export type Mending = keyof typeof MENDING_STAGES;

const PREFIX = 'reconcile';

/**
 * The id of a mapping that reconciliation begins: made of what is done, the name and the hour, or the day for a look.
 * Runs that overlap make the same one, and so the same tasks. It is as long as an id may be for the longest name, too:
 * the name stands in it as a hash.
 */
export function mendingId(kind: Mending, domain: DomainName, now: Date): string {
  const digits = now.toISOString().replace(/\D/g, '');
  const when = digits.slice(0, kind === 'watch' ? 'yyyymmdd'.length : 'yyyymmddhh'.length);
  const hash = createHash('sha256').update(domain).digest('hex').slice(0, 16);
  return `${PREFIX}-${kind}-${when}-${hash}`;
}

/** Whether a visit is the first one of a mapping that reconciliation began, and no event of WordPress. */
export function isBeginning({ mapping, stage, visit }: Visit): boolean {
  const kind = mendingOf(mapping);
  return kind !== undefined && visit === 1 && stage === MENDING_STAGES[kind];
}

function mendingOf({ id }: Pick<Mapping, 'id'>): Mending | undefined {
  const [prefix, named] = id.split('-');
  return prefix === PREFIX ? MENDING_KINDS.find((kind) => kind === named) : undefined;
}
