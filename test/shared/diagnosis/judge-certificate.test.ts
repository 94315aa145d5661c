import { describe, expect, test } from '@jest/globals';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { CERTIFICATE_SCENES, certificateEvidence, DEFAULT, wayFrom } from './certificate-scenes.ts';
import { IPV4 } from './dns-scenes.ts';

describe('what is wrong with the certificate', () => {
  test.each(CERTIFICATE_SCENES)('%s', (_, evidence, expected) => {
    const codes = certificateProblems(evidence).map(({ code, severity }) => `${code}: ${severity}`);
    expect(codes).toEqual(expected);
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
    ['shop.example.com', 'https://shop.example.com.evil.net/', 'elsewhere'],
    ['shop.example.com', 'https://shop.example.com.evil.test/', 'where nobody follows'],
    ['shop.example.com', 'https://shop.example.com:8443/', 'where nobody follows'],
    ['shop.example.com', 'https://93.184.216.34/', 'elsewhere'],
    ['shop.example.com', 'https://[2a00:1450:4001::7]/', 'elsewhere'],
    ['shop.example.com', 'https://192.168.0.1/', 'where nobody follows'],
    ['shop.example.com', 'https://www.shop.example.com.well-known/', 'where nobody follows'],
    ['shop.example.com', 'ftp://shop.example.com/', 'where nobody follows'],
    ['shop.example.com', 'mailto:shop@example.com', 'where nobody follows'],
    ['shop.example.com', 'https://', 'where nobody follows'],
  ])('%s to %s: %s', (name, location, where) => {
    const way = wayFrom(name, 301, location);
    const answer = { kind: 'answered', status: 301, location, server: undefined, way } as const;
    const evidence = certificateEvidence([DEFAULT], { name, port80: [{ address: IPV4, answer }] });
    const [redirect] = certificateProblems(evidence).filter(
      ({ code }) => code === 'http-redirects-elsewhere',
    );
    const severities = { here: undefined, elsewhere: 'warning', 'where nobody follows': 'fatal' };
    expect(redirect?.severity).toBe(severities[where]);
  });
});
