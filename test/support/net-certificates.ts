import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Trusts a root certificate in this process, as NODE_EXTRA_CA_CERTS does from its start.
 *
 * @returns takes the trust back; what runs next in the same process must not have it
 */
export function trustRoot(root: string): () => void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, root]);
  return () => setDefaultCACertificates(before);
}
