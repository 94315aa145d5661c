import { ofBothKinds } from '../certificate/check.ts';
import { isPublicAddress } from './address.ts';

const MOST_ADDRESSES = 4;

/**
 * Looks at each of a domain's addresses, side by side, at 4 of them at most. One that is not on the public
 * internet is not looked at.
 *
 * @param allowPrivateAddresses lets loopback and private addresses be looked at too
 */
export function atEachAddress<Seen>(
  addresses: readonly string[],
  allowPrivateAddresses: boolean,
  look: (address: string) => Promise<Seen>,
): Promise<readonly { address: string; seen: Seen | { readonly kind: 'special-address' } }[]> {
  return Promise.all(
    ofBothKinds(addresses, MOST_ADDRESSES).map(async (address) => ({
      address,
      seen:
        allowPrivateAddresses || isPublicAddress(address)
          ? await look(address)
          : { kind: 'special-address' as const },
    })),
  );
}
