import { isIPv6 } from 'node:net';
import { mayConnectTo } from './address.ts';

/** Of one domain so many addresses are connected to at most. */
const MOST_ADDRESSES = 4;

/** What is told of an address that is not connected to, since it is not on the public internet. */
const SPECIAL_ADDRESS = { kind: 'special-address' } as const;

/**
 * Connects to the addresses of a domain side by side, 4 of them at most. One to which no connection may be made is told as a special address.
 *
 * @param allowPrivateAddresses lets loopback and private addresses be connected to, for a network on one machine
 * @param connect what is done with an address; never a name, which could lead elsewhere by then
 */
export function atEachAddress<Seen>(
  addresses: readonly string[],
  allowPrivateAddresses: boolean,
  connect: (address: string) => Promise<Seen>,
): Promise<readonly { address: string; seen: Seen | typeof SPECIAL_ADDRESS }[]> {
  return Promise.all(
    ofBothKinds(addresses, MOST_ADDRESSES).map(async (address) => ({
      address,
      seen: mayConnectTo(address, allowPrivateAddresses) ? await connect(address) : SPECIAL_ADDRESS,
    })),
  );
}

/** The first few addresses, IPv4 and IPv6 by turns, so that neither kind goes unseen. */
export function ofBothKinds(addresses: readonly string[], most: number): string[] {
  const ipv6 = addresses.filter((address) => isIPv6(address));
  const ipv4 = addresses.filter((address) => !isIPv6(address));
  const turns = Array.from({ length: Math.max(ipv4.length, ipv6.length) }, (_, turn) => [
    ipv4[turn],
    ipv6[turn],
  ]);
  return turns
    .flat()
    .filter((address) => address !== undefined)
    .slice(0, most);
}
