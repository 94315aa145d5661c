import { afterAll } from '@jest/globals';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../local/internet/certificate-authority.ts';
import { trustRoot } from './net-certificates.ts';

/** An authority that this process trusts until the tests of the file are over, and one that it does not. */
export async function createAuthorities(): Promise<
  Readonly<Record<'trusted' | 'stranger', CertificateAuthority>>
> {
  const trusted = await createCertificateAuthority({ name: 'Trusted Emulator' });
  const stranger = await createCertificateAuthority({ name: 'Unknown Emulator' });
  afterAll(trustRoot(trusted.root));
  return { trusted, stranger };
}
