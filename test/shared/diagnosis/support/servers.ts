import type { RequestListener } from 'node:http';
import type { Answer } from 'dns-packet';
import {
  type CertificateRequest,
  createCertificateAuthority,
  createSelfSigned,
  type IssuedCertificate,
} from '../../../../local/internet/certificate-authority.ts';
import { isWithin } from '../../../../shared/domain/name-tree.ts';
import { derivedSecret } from '../../../../shared/http/webhook-secret.ts';
import { originToken } from '../../../../shared/wordpress/origin-token.ts';
import { firstOfChain } from '../../../support/chain.ts';
import { PLAIN_KEY } from '../../../support/door-secrets.ts';
import { knowing, type Names, type Said, type Sayings, TTL } from '../dns-names.ts';
import { answering, type Behaviour, type Servers } from '../http-servers.ts';
import { REFUSING_PORT } from './detours.ts';

// What the servers of the neighbourhood do. Addresses that stand for those of the public internet have to be such:
// the documentation's own are reserved.

export const NETWORK = 'network.test';
export const SHOP = 'shop.example.test';

export const HERE = '198.51.99.1';
export const HERE_TOO = '198.51.99.2';
export const HERE_IPV6 = '2a00:1450:4001::1';
export const OLD = '198.51.99.10';
export const OLD_IPV6 = '2a00:1450:4001::66';
export const CLOUDFLARE = '104.16.1.2';
export const CLOUDFLARE_IPV6 = '2606:4700::6810:102';

export const RESOLVERS = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
export const NAME_SERVERS = ['198.51.99.53', '198.51.99.54'];

/** What is in the DNS beside the records of the domain: its zone, and the network. */
const ALL_AROUND: Names = {
  'example.test NS': ['ns1.dns.test', 'ns2.dns.test'],
  'ns1.dns.test A': NAME_SERVERS.slice(0, 1),
  'ns2.dns.test A': NAME_SERVERS.slice(1),
  [`${NETWORK} A`]: [HERE],
};

/** What a server says that knows these names, `*.example.test` among them, and what is around them. */
export function telling(names: Names): Sayings {
  return (asked) => {
    const wildcard = asked.name.replace(/^[^.]+/, '*');
    const records = Object.entries({ ...ALL_AROUND, ...names }).map(([key, data]) => [
      key.replace(`${wildcard} `, `${asked.name} `),
      data,
    ]);
    return knowing(Object.fromEntries(records))(asked);
  };
}

/** What a server says that knows what is around the domain, and of one name and all under it says this. */
export function about(name: string, said: Said): Sayings {
  return (asked) => (isWithin(asked.name, name) ? said : telling({})(asked));
}

export const alias = (name: string, data: string): Answer => ({ type: 'CNAME', name, ttl: TTL, data });

/** What is behind one port of an address. */
export type Door = (servers: Servers) => Promise<{ readonly port: number }>;

export const nobody: Door = async () => ({ port: REFUSING_PORT });

export const web =
  (handler: RequestListener): Door =>
  (servers) =>
    servers.http(handler);

export const raw =
  (behaviour: Behaviour): Door =>
  (servers) =>
    servers.tcp(behaviour);

const proof = originToken(derivedSecret(PLAIN_KEY), NETWORK);

/** The network: it has the proof of arrival, under whatever name, and no other file. */
export const network: RequestListener = (request, response) =>
  request.url === proof.path
    ? response.end(proof.content)
    : response.writeHead(404, { Server: 'LiteSpeed' }).end();

export const parking = answering(200, { Server: 'Apache' }, 'This domain is for sale.');

const trusted = await createCertificateAuthority({ name: 'Trusted' });
const stranger = await createCertificateAuthority({ name: 'Stranger' });
const tall = await createCertificateAuthority({ name: 'Tall', upper: 1 });

/** The roots that everybody trusts here. */
export const roots = [trusted.root, tall.root];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const minutes = (count: number): Date => new Date(Date.now() + count * MINUTE);
export const days = (count: number): Date => new Date(Date.now() + count * DAY);

interface Shown extends Partial<CertificateRequest> {
  /** Trusted unless given. */
  readonly by?: keyof typeof ISSUERS;
  /** The chain without its root unless given. */
  readonly sent?: 'leaf alone' | 'root too' | 'lower half';
  readonly handler?: RequestListener;
}

const ISSUERS = { trusted, tall, stranger, itself: { issue: createSelfSigned } };
const issuedBefore = new Map<string, Promise<IssuedCertificate>>();

/** Whoever asks for the same again gets the same certificate: to make one takes longer than all that is done with it. */
function issuedBy(by: keyof typeof ISSUERS, request: CertificateRequest): Promise<IssuedCertificate> {
  const key = JSON.stringify([by, request]);
  const issued = issuedBefore.get(key) ?? ISSUERS[by].issue(request);
  issuedBefore.set(key, issued);
  return issued;
}

/** HTTPS with a certificate: one for the shop with which all is in order, but for what is said. */
export function showing({ by = 'trusted', sent, handler = network, ...request }: Shown = {}): Door {
  return async (servers) => {
    const issued = await issuedBy(by, { names: [SHOP], ...request });
    const { certificate, chain } = issued;
    const parts = {
      'leaf alone': certificate,
      'lower half': firstOfChain(chain, 2),
      'root too': `${chain}${(by === 'itself' ? trusted : ISSUERS[by]).root}\n`,
    };
    return servers.https(handler, sent ? { ...issued, chain: parts[sent] } : issued);
  };
}

/** Whoever begins a handshake is told so in an alert, and nothing else. */
export const alerting = (description: number): Door =>
  raw((socket) => socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, description]))));
