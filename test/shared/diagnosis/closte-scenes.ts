import type { AliasEvidence } from '../../../shared/diagnosis/evidence.ts';
import type { Scene } from './dns-scenes.ts';

// What Closte may say of a domain that does not work.

export const CLOSTE_SCENES: readonly Scene<AliasEvidence>[] = [
  ['an alias', { kind: 'listed' }, []],
  ['a name of the network', { kind: 'not-needed' }, []],
  ['no alias', { kind: 'not-listed' }, ['not-an-alias: fatal']],
  ['a refusal', { kind: 'refused', reason: 'Wrong key' }, ['key-refused: fatal']],
  ['no answer', { kind: 'unanswered', reason: 'Closte answered HTTP 503' }, ['closte-unreachable: info']],
];
