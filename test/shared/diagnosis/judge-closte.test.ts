import { describe, expect, test } from '@jest/globals';
import type { AliasEvidence } from '../../../shared/diagnosis/evidence.ts';
import { closteProblems } from '../../../shared/diagnosis/judge-closte.ts';
import { domain } from '../../support/net-domain.ts';
import { CLOSTE_SCENES } from './closte-scenes.ts';

const SHOP = domain('shop.example.com');

describe('what is wrong with Closte', () => {
  test.each(CLOSTE_SCENES)('%s', (_, alias, expected) => {
    const problems = closteProblems(SHOP, alias, 'does-not-work');
    expect(problems.map(({ code, severity }) => `${code}: ${severity}`)).toEqual(expected);
  });

  test.each<AliasEvidence>([{ kind: 'not-listed' }, { kind: 'refused', reason: 'Wrong key' }])(
    'that is a warning only where the domain works: %j',
    (alias) => {
      expect(closteProblems(SHOP, alias, 'works')).toMatchObject([{ severity: 'warning' }]);
    },
  );
});
