import { describe, expect, test } from '@jest/globals';
import type { CaaMendedBy } from '../../../shared/diagnosis/authority-parameters.ts';
import { type IssueMeaning, readIssue, type ValidationMethod } from '../../../shared/diagnosis/caa-issue.ts';
import type { CaaEvidence, CaaRecord } from '../../../shared/diagnosis/evidence.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { caaAt, caaUnknown, certificateEvidence, DEFAULT, record, shown } from './certificate-scenes.ts';
import { IPV4 } from './dns-scenes.ts';

const LE = 'letsencrypt.org';
const HOST = 'shop.example.com';
const WILD = '*.example.com';
const ACCOUNT = 'https://acme-v02.api.letsencrypt.org/acme/acct/123';
const OLD_ACCOUNT = 'https://acme-v01.api.letsencrypt.org/acme/reg/123';

describe('a record with the tag issue says', () => {
  test.each<readonly [string, string, IssueMeaning, ValidationMethod?]>([
    ['that it may', LE, 'allows'],
    ['so with space around it', ` \t${LE} `, 'allows'],
    ['so with a semicolon at the end', `${LE};`, 'allows'],
    ['so with a semicolon and space', `${LE} ; `, 'allows'],
    ['so with a parameter that nobody knows', `${LE}; policy=ev`, 'allows'],
    ['so with an equals sign in a value', `${LE}; policy=a=b`, 'allows'],
    ['so with a parameter without a value', `${LE}; policy=`, 'allows'],
    ['so with a parameter in upper case, which it does not know', `${LE}; AccountURI=x`, 'allows'],
    ['so by the method', `${LE}; validationmethods=http-01`, 'allows'],
    ['so by the method among others', `${LE}; validationmethods=dns-01,http-01`, 'allows'],
    ['so by a method beside one that nobody knows', `${LE}; validationmethods=ca-1,http-01`, 'allows'],
    ['so for a wildcard by DNS', `${LE}; validationmethods=dns-01`, 'allows', 'dns-01'],

    ['that one account may', `${LE}; accounturi=${ACCOUNT}`, 'unknown-account'],
    ['that an old account may', `${LE}; accounturi=${OLD_ACCOUNT}`, 'unknown-account'],
    [
      'that one account may by the method',
      `${LE}; accounturi=${ACCOUNT}; validationmethods=http-01`,
      'unknown-account',
    ],
    ['that an account of another authority may', `${LE}; accounturi=https://acme.test/acct/1`, 'no-account'],
    [
      'that an account without a number may',
      `${LE}; accounturi=https://acme-v02.api.letsencrypt.org/acme/acct/`,
      'no-account',
    ],
    ['that no account may', `${LE}; accounturi=`, 'no-account'],
    ['that two accounts may', `${LE}; accounturi=${ACCOUNT}; accounturi=${ACCOUNT}`, 'no-account'],

    ['that it may by another method', `${LE}; validationmethods=dns-01`, 'other-method'],
    [
      'that one account may by another method',
      `${LE}; accounturi=${ACCOUNT}; validationmethods=dns-01`,
      'other-method',
    ],
    [
      'that it may by another method, of a wildcard',
      `${LE}; validationmethods=http-01`,
      'other-method',
      'dns-01',
    ],
    ['that it may by no method', `${LE}; validationmethods=`, 'other-method'],
    ['that it may by methods with space between', `${LE}; validationmethods=dns-01, http-01`, 'malformed'],
    ['that it may by something that is no method', `${LE}; validationmethods=dns_01,http-01`, 'other-method'],
    ['that it may by a method in upper case', `${LE}; validationmethods=HTTP-01`, 'other-method'],

    ['nothing with a parameter without an equals sign', `${LE}; policy`, 'malformed'],
    ['nothing with two semicolons', `${LE};;`, 'malformed'],
    ['nothing with a semicolon behind a parameter', `${LE}; policy=ev;`, 'malformed'],
    ['nothing with a hyphen in a tag', `${LE}; my-policy=ev`, 'malformed'],
    ['nothing with space in a value', `${LE}; policy=e v`, 'malformed'],
    ['nothing with a letter that is not ASCII', `${LE}; policy=\u00e9v`, 'malformed'],
    [
      'nothing with the methods twice',
      `${LE}; validationmethods=http-01; validationmethods=http-01`,
      'malformed',
    ],
    ['nothing with its name in upper case', 'LetsEncrypt.org', 'malformed'],
    ['nothing with a dot at the end', `${LE}.`, 'malformed'],
    ['nothing with quotation marks', `"${LE}"`, 'malformed'],
    ['nothing with its address', `https://${LE}`, 'malformed'],

    ['that nobody may', ';', 'other-authority'],
    ['that nobody may, without a word', '', 'other-authority'],
    ['that another may', 'sectigo.com', 'other-authority'],
    ['that another may, by parameters that name it', `sectigo.com; policy=${LE}`, 'other-authority'],
    ['that another may, though it cannot be read', 'sectigo.com; policy', 'other-authority'],
  ])('%s', (_, value, meaning, method = 'http-01') => {
    expect(readIssue(value, method)).toBe(meaning);
  });
});

const codesOf = (records: readonly CaaRecord[], name: string, certificate = shown({ names: [HOST, WILD] })) =>
  certificateProblems(
    certificateEvidence([certificate], { name, caa: caaAt('example.com', ...records) }),
  ).map(({ code }) => code);

describe("the records that count let Let's Encrypt issue", () => {
  test.each<readonly [string, string, readonly CaaRecord[], readonly string[]]>([
    ['by one that allows it', HOST, [record('issue', LE)], []],
    ['by one of several', HOST, [record('issue', 'sectigo.com'), record('issue', LE)], []],
    ['by one beside an empty one', HOST, [record('issue', ';'), record('issue', LE)], []],
    ['by one beside one that it cannot read', HOST, [record('issue', `${LE}; x`), record('issue', LE)], []],
    ['not by another', HOST, [record('issue', 'sectigo.com')], ['caa-forbids']],
    ['not where only wildcards are for others', HOST, [record('issuewild', 'sectigo.com')], []],
    ['with nothing but a contact', HOST, [record('iodef', 'mailto:a@example.com')], []],
    [
      'not for two reasons',
      HOST,
      [record('tbs', 'x', 128), record('issue', ';')],
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
    [
      'a wildcard not by a proof over HTTP',
      WILD,
      [record('issue', `${LE}; validationmethods=http-01`)],
      ['caa-forbids'],
    ],
  ])('%s', (_, name, records, codes) => {
    expect(codesOf(records, name)).toEqual(codes);
  });

  test.each(['issue', 'issuewild', 'iodef', 'issuemail', 'issuevmc'])(
    'it knows the critical tag %s',
    (tag) => {
      expect(codesOf([record(tag, LE, 128)], HOST)).toEqual([]);
    },
  );

  test.each([
    [0, false],
    [1, true],
    [2, false],
    [64, false],
    [126, false],
    [128, true],
    [129, true],
    [255, true],
  ])('the flags %d make a tag that it does not know critical: %p', (flags, critical) => {
    expect(codesOf([record('tbs', 'x', flags)], HOST)).toEqual(critical ? ['caa-unknown-critical'] : []);
  });

  test.each([
    [`${LE}; accounturi=${ACCOUNT}`, 'unknown-account', []],
    [`${LE}; accounturi=https://acme.test/1`, 'no-account', ['no-account: warning']],
  ])('an account, by %s, is judged by whether there is a good certificate', (value, because, withOne) => {
    const caa = caaAt('example.com', record('issue', value));
    const told = (certificate: typeof DEFAULT) =>
      certificateProblems(certificateEvidence([certificate], { caa })).flatMap((problem) =>
        problem.code === 'caa-forbids' ? [`${problem.because}: ${problem.severity}`] : [],
      );
    expect(told(DEFAULT)).toEqual([`${because}: fatal`]);
    expect(told(shown())).toEqual(withOne);
  });

  test('what is told is what comes nearest', () => {
    const values = [
      'sectigo.com',
      `${LE}; x`,
      `${LE}; validationmethods=dns-01`,
      `${LE}; accounturi=${ACCOUNT}`,
    ];
    const caa = caaAt('example.com', ...values.map((value) => record('issue', value)));
    const [problem] = certificateProblems(certificateEvidence([DEFAULT], { caa }));
    expect(problem).toMatchObject({ because: 'unknown-account' });
  });
});

describe('the CAA records that count are changed by', () => {
  const NONE = { kind: 'record', own: { name: 'example.com', host: '@' } } as const;
  const own = (name: string, host: string): CaaMendedBy => ({ kind: 'record', own: { name, host } });
  const found = (
    at: string,
    target?: string,
    aliases: readonly string[] = target ? [at] : [],
  ): CaaEvidence => ({
    ...caaAt(at, record('issue', 'sectigo.com')),
    ...{ target, aliases },
  });
  const target = (name: string): CaaMendedBy => ({
    kind: 'target',
    alias: { name: HOST, host: 'shop' },
    target: name,
    addresses: [IPV4],
  });

  test.each<readonly [string, string, CaaEvidence, CaaMendedBy]>([
    ['a record beside them', HOST, found('example.com'), NONE],
    ['a record beside them, at the name itself', HOST, found(HOST), own(HOST, 'shop')],
    [
      'a record beside them, though the name is an alias',
      HOST,
      found('example.com', undefined, [HOST]),
      NONE,
    ],
    ["a record that goes before a top-level name's", HOST, found('com'), NONE],
    [
      'a record below an alias that is not the name',
      'a.b.example.com',
      found('b.example.com', 'x.test'),
      own('a.b.example.com', 'a.b'),
    ],
    [
      'a record for the name below a private suffix',
      'shop.newcust.uk.com',
      found('uk.com'),
      own('newcust.uk.com', '@'),
    ],
    ['whoever runs the network', HOST, found(HOST, 'network.example'), { kind: 'network' }],
    [
      'whoever runs the network, at a name of it',
      HOST,
      found(HOST, 'eu.network.example'),
      { kind: 'network' },
    ],
    [
      'the owner of what the alias leads to',
      HOST,
      found(HOST, 'sites.hoster.test'),
      target('sites.hoster.test'),
    ],
    [
      'him, of a name that only ends in the same letters',
      HOST,
      found(HOST, 'mynetwork.example'),
      target('mynetwork.example'),
    ],
  ])('%s', (_, name, caa, mendedBy) => {
    const [problem] = certificateProblems(certificateEvidence([DEFAULT], { name, caa }));
    expect(problem).toMatchObject({ code: 'caa-forbids', mendedBy });
  });

  test.each([
    ['example.com', undefined, 'of-the-domain'],
    ['shop.example.com', 'network.example', 'of-the-network'],
    ['shop.example.com', 'sites.hoster.test', 'of-somebody-else'],
    ['com', undefined, 'of-somebody-else'],
  ])('servers that fail at %s, by way of %s, are %s', (at, end, servers) => {
    const caa: CaaEvidence = { ...caaUnknown('server-failure'), ...{ at, target: end } };
    const [problem] = certificateProblems(certificateEvidence([DEFAULT], { caa }));
    expect(problem).toMatchObject({ code: 'caa-not-answered', asked: end ?? at, servers });
  });
});
