import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  baseName,
  belongsToNetwork,
  isApex,
  isWildcard,
  nameAtRegistry,
  parseDomainName,
  registeredName,
} from '../../../shared/domain/name.ts';
import { domain } from '../../support/net-domain.ts';

const LABEL_OF_63 = 'a'.repeat(63);
const THREE_LONG_LABELS = `${LABEL_OF_63}.${LABEL_OF_63}.${LABEL_OF_63}`;

describe('a name that can be mapped comes in its normal form', () => {
  test.each([
    ['as it is', 'shop.example.com', 'shop.example.com'],
    ['in lower case', 'Shop.EXAMPLE.Com', 'shop.example.com'],
    ['without one trailing dot', 'example.com.', 'example.com'],
    ['without the space around it', ' \t example.com \r\n', 'example.com'],
    ['without the no-break space around it', '\u00a0example.com\u3000', 'example.com'],
    ['with space, dot and upper case at once', '  EXAMPLE.COM. ', 'example.com'],
    ['a wildcard', '*.example.com', '*.example.com'],
    ['a wildcard in upper case, with a dot', '*.EXAMPLE.com.', '*.example.com'],
    ['a Unicode name', 'münchen.de', 'xn--mnchen-3ya.de'],
    ['a Unicode name in upper case', 'MÜNCHEN.DE', 'xn--mnchen-3ya.de'],
    ['a Unicode name of combining characters', 'mu\u0308nchen.de', 'xn--mnchen-3ya.de'],
    ['the sharp s kept, as browsers do', 'faß.de', 'xn--fa-hia.de'],
    ['the zero-width non-joiner of a Persian name kept', 'نامه\u200cای.com', 'xn--mgba3gch31f060k.com'],
    ['a wildcard over a Unicode name', '*.例え.jp', '*.xn--r8jz45g.jp'],
    ['a Unicode top-level name', 'пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['an A-label top-level name', 'xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai'],
    ['an A-label in upper case', 'XN--MNCHEN-3YA.DE', 'xn--mnchen-3ya.de'],
    ['a symbol that UTS 46 lets through', '☃.net', 'xn--n3h.net'],
    ['full-width letters', 'ｅｘａｍｐｌｅ.com', 'example.com'],
    ['the ideographic full stop between labels', 'example。com', 'example.com'],
    ['the ideographic full stop at the end', '例え.jp。', 'xn--r8jz45g.jp'],
    ['digits for a label', '1.com', '1.com'],
    ['digits for all labels but the last', '1.2.3.com', '1.2.3.com'],
    ['two hyphens inside a label', 'ab--cd.com', 'ab--cd.com'],
    ['a top-level name that nobody has', 'shop.example.test', 'shop.example.test'],
    ['a name under a public suffix of two labels', 'example.co.uk', 'example.co.uk'],
    ['a name under a wildcard rule of the list', 'x.foo.ck', 'x.foo.ck'],
    ['an exception to a wildcard rule', 'www.ck', 'www.ck'],
    ['a wildcard over an exception', '*.www.ck', '*.www.ck'],
    ['a suffix of the private section only', 'github.io', 'github.io'],
    ['a label of 63 characters', `${LABEL_OF_63}.com`, `${LABEL_OF_63}.com`],
    [
      'a name of 253 characters',
      `${THREE_LONG_LABELS}.${'a'.repeat(57)}.com`,
      `${THREE_LONG_LABELS}.${'a'.repeat(57)}.com`,
    ],
    [
      'a wildcard of 253 characters',
      `*.${THREE_LONG_LABELS}.${'a'.repeat(55)}.com`,
      `*.${THREE_LONG_LABELS}.${'a'.repeat(55)}.com`,
    ],
  ])('%s', (_, written, normal) => {
    expect(parseDomainName(written)).toEqual({ ok: true, domain: normal });
  });
});

describe('anything else is refused, with the reason', () => {
  test.each([
    ['nothing', '', /empty/],
    ['space', ' \n', /empty/],
    ['a dot', '.', /empty/],
    ['two dots in the middle', 'a..com', /empty label/],
    ['two dots at the end', 'example.com..', /empty label/],
    ['a dot in front', '.example.com', /empty label/],
    ['a scheme', 'https://example.com', /scheme/],
    ['a scheme in upper case', 'HTTP://EXAMPLE.COM', /scheme/],
    ['a scheme, a port and a path', 'https://example.com:8443/shop', /scheme/],
    ['a port', 'example.com:8080', /port/],
    ['a colon without a port', 'example.com:', /port/],
    ['a path', 'example.com/shop', /path/],
    ['a slash at the end', 'example.com/', /path/],
    ['a backslash', 'example.com\\shop', /path/],
    ['a query', 'example.com?a=b', /path/],
    ['a fragment', 'example.com#top', /path/],
    ['a user', 'user@example.com', /user information/],
    ['a user and a password', 'user:secret@example.com', /user information/],
    ['an IPv4 address', '192.0.2.1', /IP address/],
    ['an IPv4 address with a trailing dot', '192.0.2.1.', /IP address/],
    ['an IPv4 address of three parts', '192.0.513', /IP address/],
    ['an IPv4 address of two parts', '127.1', /IP address/],
    ['an IPv4 address in hexadecimal', '0x7f.0.0.1', /IP address/],
    ['an IPv4 address in octal', '0177.0.0.01', /IP address/],
    ['an IPv4 address as one number', '2130706433', /IP address/],
    ['an IPv4 address as one hexadecimal number', '0x7f000001', /IP address/],
    ['a name that browsers would read as an IPv4 address', 'example.0x1f', /IP address/],
    ['a number that is out of range', '1.2.3.999', /IP address/],
    ['an IPv4 address in full-width digits', '１９２.0.2.1', /IP address/],
    ['a wildcard over an IPv4 address', '*.192.0.2.1', /IP address/],
    ['an IPv6 address', '2001:db8::1', /IP address/],
    ['an IPv6 address in brackets', '[::1]', /IP address/],
    ['an IPv6 address that holds an IPv4 one', '::ffff:192.0.2.1', /IP address/],
    ['an IPv6 address with a zone', 'fe80::1%eth0', /IP address/],
    ['an IPv6 address in brackets with a port', '[::1]:443', /port/],
    ['a single label', 'localhost', /single label/],
    ['a single label with a dot', 'example.', /single label/],
    ['a top-level name', 'com', /single label/],
    ['a Unicode top-level name', 'рф', /single label/],
    ['a label of 64 characters', `${LABEL_OF_63}a.com`, /longer than 63/],
    ['a Unicode label of 60 characters', `${'ü'.repeat(60)}.com`, /longer than 63/],
    ['a name of 254 characters', `${THREE_LONG_LABELS}.${'a'.repeat(58)}.com`, /longer than 253/],
    ['a wildcard of 254 characters', `*.${THREE_LONG_LABELS}.${'a'.repeat(56)}.com`, /longer than 253/],
    ['an underscore in front', '_dmarc.example.com', /underscore/],
    ['an underscore inside', 'my_shop.example.com', /underscore/],
    ['a full-width underscore', 'a＿b.example.com', /underscore/],
    ['a leading hyphen', '-a.example.com', /begins with a hyphen/],
    ['a trailing hyphen', 'a-.example.com', /ends with a hyphen/],
    ['a leading hyphen under a wildcard', '*.-a.com', /begins with a hyphen/],
    ['an asterisk alone', '*', /\*/],
    ['an asterisk and a dot', '*.', /\*|empty/],
    ['an asterisk in the middle', 'a.*.example.com', /whole first label/],
    ['an asterisk within a label', 'shop*.example.com', /whole first label/],
    ['an asterisk without its dot', '*example.com', /whole first label/],
    ['two asterisks', '*.*.example.com', /whole first label/],
    ['an asterisk at the end', 'example.*', /whole first label/],
    ['a full-width asterisk', '＊.example.com', /whole first label/],
    ['a space inside', 'my shop.example.com', /white space/],
    ['a no-break space inside', 'my\u00a0shop.example.com', /white space/],
    ['a line separator inside', 'my\u2028shop.example.com', /white space/],
    ['a NUL', 'a\u0000.example.com', /control character/],
    ['a line feed inside', 'a.example.com\nb.example.com', /control character/],
    ['a delete character', 'a\u007f.example.com', /control character/],
    ['a next-line character', 'a\u0085b.example.com', /control character/],
    ['an encoded dot', 'a%2eexample.com', /percent/],
    ['a comma', 'a.com,b.com', /,/],
    ['a quotation mark', '"a.com"', /"/],
    ['an exclamation mark', 'a!.com', /!/],
    ['a sign that means several (care of)', '℀.com', /internationalised/],
    ['half a surrogate pair', '\ud800.com', /internationalised/],
    ['an A-label that cannot be decoded', 'xn--zzzzzz99999.com', /internationalised/],
    ['an A-label of a label that is ASCII', 'xn--a.com', /internationalised/],
    ['an A-label without its end', 'xn--.com', /hyphen/],
    ['an A-label of an upper-case letter (Ü)', 'xn--wca.com', /internationalised/],
    ['an A-label of combining characters', 'xn--a-ccb.com', /internationalised/],
    ['a top-level A-label that cannot be decoded', 'a.xn--a', /internationalised/],
    ['a broken A-label beside a Unicode label', 'ü.xn--a.com', /internationalised/],
    ['a bare public suffix', 'co.uk', /public suffix/],
    ['a bare public suffix in upper case', 'CO.UK.', /public suffix/],
    ['a wildcard over a public suffix', '*.co.uk', /public suffix/],
    ['a wildcard over a top-level name', '*.com', /public suffix/],
    ['a wildcard over a single label', '*.localhost', /public suffix/],
    ['a public suffix by a wildcard rule', 'foo.ck', /public suffix/],
    ['a wildcard over such a suffix', '*.foo.ck', /public suffix/],
    ['a wildcard that is a rule of the list itself', '*.kawasaki.jp', /public suffix/],
  ])('%s', (_, written, reason) => {
    expect(parseDomainName(written)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe('for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.domain(),
    fc
      .array(
        fc.constantFrom('a', 'xn--', '-', '.', '*', 'ü', '。', '_', '1', '0x', 'com', '\u200d', '%', ' '),
      )
      .map((parts) => parts.join('')),
  );

  test('there is a name or a reason, never an error', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseDomainName(text);
        expect(parsed.ok ? parsed.domain : parsed.reason).not.toBe('');
      }),
    );
  });

  test('the normal form is its own normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseDomainName(text);
        if (parsed.ok) expect(parseDomainName(parsed.domain)).toEqual(parsed);
      }),
    );
  });

  test('the normal form is a host name that DNS can carry', () => {
    const hostName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseDomainName(text);
        if (parsed.ok) expect(parsed.domain).toMatch(hostName);
      }),
    );
  });

  test('an ordinary name is itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/), (label) => {
        expect(parseDomainName(`${label}.example.com`)).toEqual({ ok: true, domain: `${label}.example.com` });
      }),
    );
  });
});

test.each([
  ['shop.example.com', false, 'shop.example.com'],
  ['*.example.com', true, 'example.com'],
])('%s: is it a wildcard, and under which name', (written, wildcard, base) => {
  expect(isWildcard(domain(written))).toBe(wildcard);
  expect(baseName(domain(written))).toBe(base);
});

test.each([
  ['network.example', true, "the network's domain"],
  ['shop.network.example', true, 'a name under it'],
  ['a.shop.network.example', true, 'a name further under it'],
  ['*.network.example', true, 'its wildcard'],
  ['*.shop.network.example', true, 'a wildcard under it'],
  ['othernetwork.example', false, 'a name that only ends in the same letters'],
  ['network.example.com', false, 'a name that only begins with it'],
  ['shop.example.com', false, 'another name'],
])('%s belongs to network.example: %s (%s)', (written, belongs) => {
  expect(belongsToNetwork(domain(written), domain('network.example'))).toBe(belongs);
});

test.each([
  ['example.com', true],
  ['example.co.uk', true],
  ['www.ck', true],
  ['example.test', true],
  ['github.io', true],
  ['shop.example.com', false],
  ['shop.example.co.uk', false],
  ['me.github.io', true],
  ['blog.me.github.io', false],
  ['newcust.uk.com', true],
  ['shop.newcust.uk.com', false],
  ['*.example.com', false],
])('%s is an apex: %s', (written, apex) => {
  expect(isApex(domain(written))).toBe(apex);
});

test.each([
  ['shop.example.com', 'example.com', 'example.com'],
  ['shop.example.co.uk', 'example.co.uk', 'example.co.uk'],
  ['newcust.uk.com', 'newcust.uk.com', 'uk.com'],
  ['shop.newcust.uk.com', 'newcust.uk.com', 'uk.com'],
  ['blog.me.github.io', 'me.github.io', 'github.io'],
  ['uk.com', 'uk.com', 'uk.com'],
  ['shop.example.test', 'example.test', 'example.test'],
])('of %s somebody has registered %s, and at the registry there is %s', (name, registered, atRegistry) => {
  expect([registeredName(name), nameAtRegistry(name)]).toEqual([registered, atRegistry]);
});
