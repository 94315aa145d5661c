import { describe, expect, test } from '@jest/globals';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { DNS_CONTROL_SCENES } from './dns-control-scenes.ts';
import { DNS_SCENES } from './dns-scenes.ts';

describe('what is wrong with the DNS', () => {
  test.each([...DNS_SCENES, ...DNS_CONTROL_SCENES])('%s', (_, evidence, expected) => {
    expect(dnsProblems(evidence).map(({ code, severity }) => `${code}: ${severity}`)).toEqual(expected);
  });
});
