import { expect, test } from '@jest/globals';
import { connectionFailure } from '../../../shared/certificate/connection-failure.ts';

test.each<readonly [string, string, ReturnType<typeof connectionFailure>]>([
  ['ECONNREFUSED', '192.0.2.1', 'refused'],
  ['ECONNREFUSED', '2001:db8::1', 'refused'],
  ['ETIMEDOUT', '192.0.2.1', 'timeout'],
  ['ETIMEDOUT', '2001:db8::1', 'timeout'],
  ['EHOSTUNREACH', '2001:db8::1', 'timeout'],
  ['ENETUNREACH', '2001:db8::1', 'no-route'],
  ['EADDRNOTAVAIL', '2001:db8::1', 'no-route'],
  ['EAFNOSUPPORT', '2001:db8::1', 'no-route'],
  ['ENETUNREACH', '192.0.2.1', 'timeout'],
  ['ECONNRESET', '192.0.2.1', undefined],
  ['ERR_SSL_WRONG_VERSION_NUMBER', '2001:db8::1', undefined],
])('%s of %s means: %s', (code, address, failure) => {
  expect(connectionFailure(code, address)).toBe(failure);
});
