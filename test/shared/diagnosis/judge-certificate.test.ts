import { describe, expect, test } from '@jest/globals';
import type { DomainProblem } from '../../../shared/diagnosis/domain-problem.ts';
import type { CaaRecord, CertificateEvidence } from '../../../shared/diagnosis/evidence.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import {
  CERTIFICATE_SCENES,
  caaAt,
  certificateEvidence,
  DEFAULT,
  inDays,
  record,
  shown,
} from './certificate-scenes.ts';
import { IPV4 } from './dns-scenes.ts';

describe('what is wrong with the certificate', () => {
  test.each(CERTIFICATE_SCENES)('%s', (_, evidence, expected) => {
    const codes = certificateProblems(evidence).map(({ code, severity }) => `${code}: ${severity}`);
    expect(codes).toEqual(expected);
  });
});

describe("whether CAA records let Let's Encrypt issue", () => {
  const LE = 'letsencrypt.org';
  const HOST = 'shop.example.com';
  const WILD = '*.example.com';
  test.each<readonly [string, string, readonly CaaRecord[], readonly string[]]>([
    ['by its name', HOST, [record('issue', LE)], []],
    ['by its name in upper case, with space', HOST, [record('issue', ' LetsEncrypt.org ')], []],
    ['by its name with parameters', HOST, [record('issue', `${LE}; validationmethods=http-01`)], []],
    ['by one of several', HOST, [record('issue', 'sectigo.com'), record('issue', LE)], []],
    ['by one beside an empty one', HOST, [record('issue', ';'), record('issue', LE)], []],
    ['not by another', HOST, [record('issue', 'sectigo.com')], ['caa-forbids']],
    ['not by a name that only contains it', HOST, [record('issue', `x.${LE}`)], ['caa-forbids']],
    ['not by its name as a parameter', HOST, [record('issue', `sectigo.com; ${LE}`)], ['caa-forbids']],
    ['not by the empty name', HOST, [record('issue', ';')], ['caa-forbids']],
    ['not by an empty value', HOST, [record('issue', '')], ['caa-forbids']],
    ['not where only wildcards are for others', HOST, [record('issuewild', 'sectigo.com')], []],
    ['with nothing but a contact', HOST, [record('iodef', 'mailto:a@example.com')], []],
    ['with a critical tag that it knows', HOST, [record('iodef', 'mailto:a@example.com', true)], []],
    ['with an unknown tag that is not critical', HOST, [record('tbs', 'x')], []],
    ['not with one that is', HOST, [record('tbs', 'x', true)], ['caa-unknown-critical']],
    [
      'not for two reasons',
      HOST,
      [record('tbs', 'x', true), record('issue', ';')],
      ['caa-unknown-critical', 'caa-forbids'],
    ],
    ['a wildcard by issue', WILD, [record('issue', LE)], []],
    ['a wildcard not by issue for another', WILD, [record('issue', 'sectigo.com')], ['caa-forbids']],
    ['a wildcard by issuewild alone', WILD, [record('issue', ';'), record('issuewild', LE)], []],
    [
      'a wildcard not by issue, if there is issuewild',
      WILD,
      [record('issue', LE), record('issuewild', ';')],
      ['caa-forbids'],
    ],
  ])('%s', (_, name, records, codes) => {
    const evidence = certificateEvidence([shown({ names: [HOST, WILD] })], {
      name,
      caa: caaAt('example.com', ...records),
    });
    expect(certificateProblems(evidence).map(({ code }) => code)).toEqual(codes);
  });
});

describe('where a redirect leads', () => {
  test.each<readonly [string, string, 'here' | 'elsewhere' | 'where nobody follows']>([
    ['shop.example.com', '/elsewhere', 'here'],
    ['shop.example.com', '//shop.example.com/', 'here'],
    ['shop.example.com', 'HTTPS://SHOP.example.com/', 'here'],
    ['shop.example.com', 'https://shop.example.com:443/', 'here'],
    ['shop.example.com', 'http://shop.example.com:443/', 'here'],
    ['shop.example.com', 'https://shop.example.com:80/', 'here'],
    ['shop.example.com', 'https://www.shop.example.com/', 'here'],
    ['www.example.com', 'https://example.com/', 'here'],
    ['shop.example.com', 'https://example.com/', 'elsewhere'],
    ['shop.example.com', 'https://shop.example.com.evil.test/', 'elsewhere'],
    ['shop.example.com', 'https://shop.example.com:8443/', 'where nobody follows'],
    ['shop.example.com', 'https://93.184.216.34/', 'where nobody follows'],
    ['shop.example.com', 'https://[2a00:1450:4001::7]/', 'where nobody follows'],
    ['shop.example.com', 'ftp://shop.example.com/', 'where nobody follows'],
    ['shop.example.com', 'mailto:shop@example.com', 'where nobody follows'],
    ['shop.example.com', 'https://', 'where nobody follows'],
  ])('%s to %s: %s', (name, location, where) => {
    const answer = { kind: 'answered', status: 301, location, server: undefined } as const;
    const evidence = certificateEvidence([DEFAULT], { name, port80: [{ address: IPV4, answer }] });
    const [redirect] = certificateProblems(evidence).filter(
      ({ code }) => code === 'http-redirects-elsewhere',
    );
    const severities = { here: undefined, elsewhere: 'warning', 'where nobody follows': 'fatal' };
    expect(redirect?.severity).toBe(severities[where]);
  });
});

describe('the words', () => {
  function first(evidence: CertificateEvidence): DomainProblem {
    const [problem] = certificateProblems(evidence);
    if (problem === undefined) throw new Error('there is no problem');
    return problem;
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
        remedy: `Add a CAA record for ${place} with the flag 0, the tag ${tag} and the value letsencrypt.org. Or remove all CAA records there: then every authority may issue.`,
        detail: `CAA records of ${at}: 0 ${tag} "sectigo.com"`,
      });
    },
  );

  test("the CAA record that goes before those of a top-level name, which are not the owner's to remove", () => {
    const caa = caaAt('com', record('issue', 'sectigo.com'));
    expect(first(certificateEvidence([shown()], { caa }))).toMatchObject({
      remedy:
        'Add a CAA record for example.com (host name: @, or left empty) with the flag 0, the tag issue and the value letsencrypt.org.',
      detail: 'CAA records of com: 0 issue "sectigo.com"',
    });
  });

  test('the CAA record that has to go', () => {
    const caa = caaAt('example.com', record('tbs', 'x', true));
    expect(first(certificateEvidence([shown()], { caa }))).toMatchObject({
      remedy:
        'Remove the CAA record with the tag tbs from example.com (host name: @, or left empty), or set its flag to 0.',
      detail: 'CAA records of example.com: 128 tbs "x"',
    });
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
    ['https://parking.example.net/shop', 'parking.example.net'],
    ['https://shop.example.com:8443/', 'shop.example.com:8443'],
    ['mailto:shop@example.com', 'mailto:shop@example.com'],
    ['https://', 'https://'],
  ])('where a redirect leads: %s', (location, to) => {
    const answer = { kind: 'answered', status: 302, location, server: 'nginx' } as const;
    expect(first(certificateEvidence([shown()], { port80: [{ address: IPV4, answer }] }))).toMatchObject({
      explanation: expect.stringContaining(`is sent on to ${to}.`),
      detail: `${IPV4} answers HTTP 302 to ${location} by nginx`,
    });
  });
});
