import { isIPv6 } from 'node:net';

/** The errors of connect(2) by which a machine without IPv6 says so. */
const NO_ROUTE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** Those that say that nobody answered. */
const NO_ANSWER = ['ETIMEDOUT', 'EHOSTUNREACH', ...NO_ROUTE];

/**
 * Why there is no connection with an address; undefined if the code says something else, so that somebody was
 * there.
 *
 * @param code of the error that the connection ended with
 */
export function connectionFailure(
  code: string,
  address: string,
): 'refused' | 'no-route' | 'timeout' | undefined {
  if (code === 'ECONNREFUSED') return 'refused';
  if (isIPv6(address) && NO_ROUTE.includes(code)) return 'no-route';
  return NO_ANSWER.includes(code) ? 'timeout' : undefined;
}
