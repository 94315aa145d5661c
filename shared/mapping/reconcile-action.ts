import { hash } from 'node:crypto';
import type { DomainName } from '../domain/name.ts';
import type { Mapping, Visit, VisitedStage } from './mapping.ts';

/** What reconciliation has done to a domain, and the stage in which that begins. */
export const ACTION_STAGES = {
  add: 'adding-domain',
  remove: 'removing-domain',
  recheck: 'checking-dns',
  watch: 'watching',
} as const satisfies Record<string, VisitedStage>;

/** In the order in which they are put into the queue: what is missing first. */
export const RECONCILE_ACTIONS = ['add', 'remove', 'recheck', 'watch'] as const satisfies ReconcileAction[];

export type ReconcileAction = keyof typeof ACTION_STAGES;

const PREFIX = 'reconcile';

/**
 * The id of a mapping that reconciliation begins: made of what is done, the name and the hour, or the day for a daily
 * check. Runs that overlap make the same one, and so the same tasks. It is as long as an id may be for the longest name, too:
 * the name stands in it as a hash.
 */
export function reconcileMappingId(kind: ReconcileAction, domain: DomainName, now: Date): string {
  const digits = now.toISOString().replace(/\D/g, '');
  const when = digits.slice(0, kind === 'watch' ? 'yyyymmdd'.length : 'yyyymmddhh'.length);
  const short = hash('sha256', domain, 'hex').slice(0, 16);
  return `${PREFIX}-${kind}-${when}-${short}`;
}

/** Whether a visit is the first one of a mapping that reconciliation began, and no event of WordPress. */
export function isReconcileStart(of: Visit): boolean {
  const { mapping, stage, visit } = of;
  const kind = actionOf(mapping);
  const isFirst = visit === 1 && (of.stage === 'watching' || of.round === 1);
  return kind !== undefined && isFirst && stage === ACTION_STAGES[kind];
}

function actionOf({ id }: Pick<Mapping, 'id'>): ReconcileAction | undefined {
  const [prefix, named] = id.split('-');
  return prefix === PREFIX ? RECONCILE_ACTIONS.find((kind) => kind === named) : undefined;
}
