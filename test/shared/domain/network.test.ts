import { expect, test } from '@jest/globals';
import { type DomainName, parseHostName } from '../../../shared/domain/name.ts';
import { isAnotherNetwork } from '../../../shared/domain/network.ts';

const BOTH = ['network.example', 'second.example.org'];

test.each<[string | undefined, string[], boolean]>([
  [undefined, BOTH, false],
  ['staging.test', [], false],
  ['network.example', BOTH, false],
  ['second.example.org', BOTH, false],
  ['staging.test', BOTH, true],
  ['sub.network.example', BOTH, true],
  ['example', BOTH, true],
])('of the networks %s and the installation’s %j, another one: %p', (network, ours, expected) => {
  expect(isAnotherNetwork(network as DomainName | undefined, ours as DomainName[])).toBe(expected);
});

test.each([
  ['Network.Example.', 'network.example'],
  ['localhost', 'localhost'],
  ['co.uk', 'co.uk'],
  ['Bücher.example', 'xn--bcher-kva.example'],
])('the domain %s of a network is looked at for its form only', (written, domain) => {
  expect(parseHostName(written)).toEqual({ ok: true, domain });
});

test.each([
  '192.0.2.1',
  '*.network.example',
  'https://network.example',
  'network.example:80',
  'a b',
  'a_b.example',
  '',
])('%j is no domain of a network', (written) => {
  expect(parseHostName(written)).toMatchObject({ ok: false });
});
