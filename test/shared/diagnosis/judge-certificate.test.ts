import { describe, expect, test } from '@jest/globals';
import type { CaaRecord } from '../../../shared/diagnosis/evidence.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import {
  CERTIFICATE_SCENES,
  caaAt,
  certificateEvidence,
  DEFAULT,
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
