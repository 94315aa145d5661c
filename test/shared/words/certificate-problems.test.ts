import { describe, expect, test } from '@jest/globals';
import type { CaaEvidence, CertificateEvidence, DeadEnd } from '../../../shared/diagnosis/evidence.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { type ProblemInWords, problemInWords } from '../../../shared/words/problem.ts';
import { chainOf } from '../../support/chain.ts';
import {
  caaAt,
  certificateEvidence,
  inDays,
  record,
  shown,
  wayFrom,
} from '../diagnosis/certificate-scenes.ts';
import { arrivedByHalf, CLOUDFLARE, IPV4, OLD } from '../diagnosis/dns-scenes.ts';

const answered = (status: number, location?: string): DeadEnd => ({
  kind: 'answered',
  over: 'https',
  status,
  location,
});

describe('what is said of a certificate', () => {
  function first(evidence: CertificateEvidence): ProblemInWords {
    const [problem] = certificateProblems(evidence);
    if (problem === undefined) throw new Error('there is no problem');
    return problemInWords(problem);
  }

  test.each([
    ['shop.example.com', 'example.com', 'issue', 'example.com (host name: @, or left empty)'],
    ['shop.example.com', 'shop.example.com', 'issue', 'shop.example.com (host name: shop)'],
    ['*.example.com', 'example.com', 'issuewild', 'example.com (host name: @, or left empty)'],
  ])(
    'the CAA record that lets %s have a certificate, where those of %s forbid it',
    (name, at, tag, place) => {
      const caa = caaAt(at, record(tag, 'sectigo.com'));
      expect(first(certificateEvidence([shown()], { name, caa }))).toMatchObject({
        code: 'caa-forbids',
        remedy: `Add a CAA record for ${place} with the flag 0, the tag ${tag} and the value letsencrypt.org. The others can stay as they are.`,
        detail: `CAA records of ${at}: 0 ${tag} "sectigo.com"`,
      });
    },
  );

  test("the CAA record that goes before those of a top-level name, which are not the owner's to remove", () => {
    const caa = caaAt('com', record('issue', 'sectigo.com'));
    expect(first(certificateEvidence([shown()], { caa }))).toMatchObject({
      remedy:
        'Add a CAA record for example.com (host name: @, or left empty) with the flag 0, the tag issue and the value letsencrypt.org. The others can stay as they are.',
      detail: 'CAA records of com: 0 issue "sectigo.com"',
    });
  });

  test.each<readonly [string, Partial<Extract<CaaEvidence, { kind: 'found' }>>, string]>([
    [
      'the owner of what his alias leads to, or a record in its place',
      { at: 'shop.example.com', target: 'sites.hoster.test', aliases: ['shop.example.com'] },
      `These CAA records stand at sites.hoster.test, to which the CNAME record of shop.example.com leads. Ask whoever has that domain to add one with the tag issue and the value letsencrypt.org. Or replace the CNAME record of shop.example.com (host name: shop) by the A record ${IPV4}.`,
    ],
    [
      'the people who run the site, at whose domain they stand',
      { at: 'shop.example.com', target: 'network.example', aliases: ['shop.example.com'] },
      'The people who run your site have to see to it: these CAA records stand at the domain to which your CNAME record leads, and that is theirs. They have to add one with the tag issue and the value letsencrypt.org.',
    ],
  ])('who can change the CAA records: %s', (_, changes, remedy) => {
    const caa = { ...caaAt('shop.example.com', record('issue', 'sectigo.com')), ...changes } as CaaEvidence;
    expect(first(certificateEvidence([shown()], { caa })).remedy).toBe(remedy);
  });

  test('whose servers fail at questions for CAA records', () => {
    const caa: CaaEvidence = { kind: 'unknown', at: 'example.com', target: undefined, failure: 'timeout' };
    expect(first(certificateEvidence([shown()], { caa }))).toMatchObject({
      remedy: expect.stringContaining('the company at which the DNS records of example.com are kept'),
      detail: 'the question for the CAA records of example.com failed (timeout)',
    });
  });

  test('the CAA record that has to go', () => {
    const caa = caaAt('example.com', record('tbs', 'x', 128));
    expect(first(certificateEvidence([shown()], { caa }))).toMatchObject({
      remedy:
        'Remove the CAA record with the tag tbs from example.com (host name: @, or left empty), or set its flag to 0.',
      detail: 'CAA records of example.com: 128 tbs "x"',
    });
  });

  test.each<readonly [DeadEnd, string, string]>([
    [
      answered(526),
      'the proxy finds no good certificate for shop.example.com at the site (error 526)',
      'ask Closte for that certificate',
    ],
    [
      answered(525),
      'the proxy gets no secure connection with the site (error 525)',
      'ask Closte for that certificate',
    ],
    [answered(404), 'another site answers', 'remove the rule there that leads HTTPS to another site'],
    [answered(503), 'the proxy answers with an error', 'gets its certificate here.'],
    [
      answered(301, 'http://shop.example.com/'),
      'visitors are sent back to plain HTTP',
      'remove the rule there that sends visitors to HTTP',
    ],
    [
      { kind: 'too-many-redirects', over: 'https', most: 3 },
      'visitors are sent on and on in a circle',
      'SSL/TLS, "Full"',
    ],
    [{ kind: 'refused', over: 'https' }, 'nobody answers', 'switch HTTPS on there'],
  ])('why HTTPS does not get through a proxy: %j', (end, explanation, remedy) => {
    const told = first(certificateEvidence([shown()], { originResults: [arrivedByHalf(CLOUDFLARE, end)] }));
    expect(told.title).toBe('HTTPS does not get through Cloudflare');
    expect(told.explanation).toContain(`but over HTTPS it does not: ${explanation}.`);
    expect(told.remedy).toContain(
      'set the proxy status of its record to "DNS only" (the grey cloud). Then shop.example.com',
    );
    expect(told.remedy).toContain(remedy);
    expect(told.detail).toContain(`through ${CLOUDFLARE}: arrived, but not over HTTPS as it should (`);
  });

  test('that a proxy that nobody knows stands between', () => {
    const told = first(
      certificateEvidence([shown()], { originResults: [arrivedByHalf(OLD, answered(404))] }),
    );
    expect(told.title).toBe('HTTPS does not get through the proxy');
    expect(told.remedy).toContain('Take the domain out of the proxy. Then');
  });

  test('the names of a certificate that is for others, the first three', () => {
    const names = ['a.example.com', 'b.example.com', 'c.example.com', 'd.example.com', 'e.example.com'];
    const { explanation, detail } = first(certificateEvidence([shown({ names })]));
    expect(explanation).toContain('a certificate for a.example.com, b.example.com, c.example.com and 2 more');
    expect(detail).toContain("issued by CN=R11, O=Let's Encrypt, valid from 09:00 UTC on 2025-12-26 to");
  });

  test('the time at which a certificate expires', () => {
    const late = shown({ notBefore: inDays(-80), notAfter: inDays(10) });
    const soon = shown({ notBefore: inDays(-85), notAfter: inDays(5) });
    expect(first(certificateEvidence([late, soon])).explanation).toBe(
      'The certificate of shop.example.com is valid until 09:00 UTC on 2026-01-10. It should have been renewed by now.',
    );
  });

  test('that port 443 is not to be opened where a server answers there', () => {
    const answered = [
      { kind: 'alert', alert: 112, detail: 'UNRECOGNIZED_NAME' },
      { kind: 'no-tls', detail: 'EPROTO' },
    ] as const;
    for (const handshake of answered) {
      const { remedy } = first(certificateEvidence([handshake]));
      expect(remedy).toContain('have to ask Closte why');
      expect(remedy).not.toContain('443');
    }
    const mixed = first(certificateEvidence([{ kind: 'no-tls', detail: 'EPROTO' }, { kind: 'timeout' }]));
    expect(mixed.remedy).toContain('let port 443 through');
  });

  test('at whose certificate the chain ends', () => {
    const chain = chainOf(2);
    const { explanation } = first(
      certificateEvidence([shown({ distrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', chain })]),
    );
    expect(explanation).toContain('What it sends ends at CN=2.');
    const [leaf] = chain;
    const long = leaf === undefined ? [] : [{ ...leaf, issuer: `CN=${'x'.repeat(10_000)}` }];
    const cut = first(
      certificateEvidence([shown({ distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chain: long })]),
    );
    expect(cut.explanation).toContain(`ends at CN=${'x'.repeat(97)}. `);
  });

  test('the address at which HTTPS does not answer, and in which way', () => {
    expect(first(certificateEvidence([shown(), { kind: 'connection-refused' }]))).toMatchObject({
      explanation: expect.stringContaining('at 2a00:1450:4001::7,'),
      detail: expect.stringContaining('2a00:1450:4001::7 refuses the connection'),
    });
    expect(first(certificateEvidence([{ kind: 'no-tls', detail: 'ECONNRESET' }])).detail).toBe(
      `${IPV4} does not speak TLS; the handshake with ${IPV4} failed: ECONNRESET`,
    );
  });

  test.each([
    [
      'https://shop.example.com.well-known/x',
      'put a slash at the end of the address to which it leads: shop.example.com/',
    ],
    ['https://shop.example.com:8443/', 'switch it off.'],
  ])('what to do about a redirect to %s', (location, mend) => {
    const answer = { kind: 'answered', status: 301, location, server: 'nginx' } as const;
    const way = wayFrom('shop.example.com', 301, location);
    const told = first(
      certificateEvidence([shown()], { port80: [{ address: IPV4, answer: { ...answer, way } }] }),
    );
    expect(told.remedy).toContain(mend);
  });

  test.each([
    ['https://parking.example.net/shop', 'parking.example.net'],
    ['https://shop.example.com:8443/', 'shop.example.com:8443'],
    ['mailto:shop@example.com', 'mailto:shop@example.com'],
    ['https://', 'https://'],
  ])('where a redirect leads: %s', (location, to) => {
    const way = wayFrom('shop.example.com', 302, location);
    const answer = { kind: 'answered', status: 302, location, server: 'nginx', way } as const;
    expect(first(certificateEvidence([shown()], { port80: [{ address: IPV4, answer }] }))).toMatchObject({
      explanation: expect.stringContaining(`is sent on to ${to}.`),
      detail: `${IPV4} answers HTTP 302 to ${location} by nginx`,
    });
  });
});
