import { expect, test } from '@jest/globals';
import type { ZoneUnknown } from '../../../shared/diagnosis/evidence.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { detailInWords } from '../../../shared/words/detail.ts';
import { arrived, dnsEvidence, elsewhere, missing, noRoute, unreachable } from '../diagnosis/dns-scenes.ts';

test.each<readonly [ZoneUnknown, string]>([
  [
    { kind: 'no-resolver-tells', name: 'example.com', failure: 'timeout' },
    'no resolver tells the name servers of example.com (timeout)',
  ],
  [
    { kind: 'no-name-servers', name: 'shop.example.com' },
    'neither shop.example.com nor a name above it has name servers',
  ],
  [
    { kind: 'too-deep', below: 'b.example.com' },
    'a name so deep below b.example.com was not asked about whole',
  ],
  [
    { kind: 'resolvers-disagree', registrable: 'example.com' },
    'the resolvers do not agree that example.com does not exist',
  ],
  [
    { kind: 'servers-without-address', apex: 'example.com' },
    'none of the name servers of example.com has an address at which it can be asked',
  ],
])('why nothing is known of a zone: %j', (reason, words) => {
  const [problem] = dnsProblems(dnsEvidence([missing()], { zone: { kind: 'unknown', reason } }));
  expect(problem && detailInWords(problem).split('; ').at(-1)).toBe(`the zone is not known: ${words}`);
});

test('what was found out through each address', () => {
  const originResults = [elsewhere('a'), unreachable('b'), noRoute('c'), arrived('d')];
  const [problem] = dnsProblems(dnsEvidence([missing()], { originResults }));
  expect(problem && detailInWords(problem)).toContain(
    '; through a: somewhere-else (HTTP 526 over https); through b: unreachable (no answer in time over https); through c: no-route; through d: arrived',
  );
});
