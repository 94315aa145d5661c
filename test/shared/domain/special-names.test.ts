import { describe, expect, test } from '@jest/globals';
import { reasonNeverPublic } from '../../../shared/domain/special-names.ts';
import { domain } from '../../support/net-domain.ts';

const NETWORK = domain('network.example');
const MACHINE = domain('network.test');

describe('a name that no public DNS has', () => {
  test.each([
    ['shop.localhost', 'localhost'],
    ['printer.local', 'local'],
    ['*.printer.local', 'local'],
    ['a.b.local', 'local'],
    ['abcdefghijklmnop.onion', 'onion'],
    ['shop.invalid', 'invalid'],
    ['shop.example', 'example'],
    ['shop.alt', 'alt'],
    ['shop.internal', 'internal'],
    ['nas.home.arpa', 'home.arpa'],
    ['shop.test', 'test'],
  ])('is refused: %s', (name, ending) => {
    const reason = reasonNeverPublic(domain(name), { networks: [], allowPrivateAddresses: false });
    expect(reason).toBe(`it ends in .${ending}, and no public DNS has such a name`);
  });

  test.each([
    'x.example.com',
    'local.example.com',
    'mylocal.com',
    'shop.locals',
    'test.com',
    'alt.dev',
    'internal.shop.de',
    'arpa.com',
    'xn--p1ai.xn--p1ai',
  ])('is not one that only looks like it: %s', (name) => {
    expect(reasonNeverPublic(domain(name), { networks: [], allowPrivateAddresses: false })).toBeUndefined();
  });

  test('may be one of tests on one machine, and no other', () => {
    const onOneMachine = { networks: [MACHINE], allowPrivateAddresses: true };
    expect(reasonNeverPublic(domain('shop.test'), onOneMachine)).toBeUndefined();
    expect(reasonNeverPublic(domain('shop.local'), onOneMachine)).toMatch('.local');
  });

  test('may be one of the network, wherever that stands', () => {
    const networks = [MACHINE, NETWORK];
    const surroundings = { networks, allowPrivateAddresses: false };
    expect(reasonNeverPublic(domain('blog.network.example'), surroundings)).toBeUndefined();
    expect(reasonNeverPublic(domain('network.test'), surroundings)).toBeUndefined();
    expect(reasonNeverPublic(domain('another-network.example'), surroundings)).toMatch('.example');
  });
});
