import { describe, expect, test } from '@jest/globals';
import { isPublicAddress, normalAddress } from '../../../shared/domain/address.ts';

describe('the normal form of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['::1', '::1'],
  ])('of %s is %s', (text, normal) => {
    expect(normalAddress(text)).toBe(normal);
  });

  test.each([
    '',
    'example.com',
    '1',
    '1.2.3',
    '192.0.2.256',
    '0x7f.0.0.1',
    '017.0.0.1',
    '192.0.2.1 ',
    '2001:db8::1::2',
  ])('"%s" is no address', (text) => {
    expect(normalAddress(text)).toBeUndefined();
  });
});

describe('addresses on the public internet', () => {
  test.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.255.255', '172.32.0.1'])(
    '%s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each(['2606:4700:4700::1111', '2a00:1450:4001:800::200e'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('addresses that are never connected to', () => {
  test.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['the rest of loopback', '127.255.255.254'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1'],
    ['the metadata server', '169.254.169.254'],
    ['IETF protocol assignments', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['unique local', 'fc00::1'],
    ["the metadata server's IPv6 address on some clouds", 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation (RFC 9637)', '3fff::1'],
    ['a loopback address inside an IPv6 one', '::ffff:127.0.0.1'],
    ['a public address inside an IPv6 one', '::ffff:8.8.8.8'],
    ['translated (NAT64)', '64:ff9b::7f00:1'],
    ['translated locally', '64:ff9b:1::1'],
    ['6to4, of a loopback address', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['discard-only', '100::1'],
    ['outside the global unicast block', '4000::1'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
