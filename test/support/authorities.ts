import { afterAll } from '@jest/globals';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../local/internet/certificate-authority.ts';
import { trustRoot } from './net-certificates.ts';

/**
 * Two authorities that this process trusts until the tests of the file are over, the second with two intermediates
 * above the one that signs, and one that it does not.
 */
export async function createAuthorities(): Promise<
  Readonly<Record<'trusted' | 'tall' | 'stranger', CertificateAuthority>>
> {
  const trusted = await createCertificateAuthority({ name: 'Trusted Emulator' });
  const stranger = await createCertificateAuthority({ name: 'Unknown Emulator' });
  const tall = await createCertificateAuthority({ name: 'Tall Emulator', upper: 2 });
  for (const { root } of [trusted, tall]) afterAll(trustRoot(root));
  return { trusted, tall, stranger };
}
