import type { OriginToken } from '../../shared/wordpress/origin-token.ts';
import type { EmulatedClock } from '../clock.ts';
import {
  type CertificateAuthority,
  createCertificateAuthority,
  type IssuedCertificate,
} from './certificate-authority.ts';
import { startDnsServer } from './dns-server.ts';
import { type BegunDomains, begunDomains } from './domains.ts';
import { registeredZones } from './registered-zones.ts';
import { NETWORK_ADDRESS, PROXY_ADDRESS } from './story.ts';
import { type Served, startTlsServer } from './tls-server.ts';
import { networkSite, startWebServer } from './web-server.ts';
import { answerFromZone } from './zone.ts';

interface InternetOptions {
  /** The clock by which the stories are told. */
  readonly clock: EmulatedClock;
  /** The network's own domain: it and every name under it resolve and have a certificate from the start. */
  readonly networkDomain: string;
  /** Whether Closte has this alias now, a wildcard with its `*.`. */
  readonly hasAlias: (domain: string) => boolean;
  /** The file that the network's own WordPress has. */
  readonly proof: OriginToken;
}

export interface Internet extends Pick<BegunDomains, 'begin' | 'tell'> {
  /** Three resolvers as `127.0.0.1:port`. */
  readonly resolvers: readonly string[];
  /** The port of all name servers. */
  readonly dnsPort: number;
  /** The ports of the network's web server, and of the proxy's. */
  readonly httpPort: number;
  readonly httpsPort: number;
  /** In PEM; whoever is to trust the certificates here has to trust this one. */
  readonly rootCertificate: string;
  close(): Promise<void>;
}

/** The emulated seconds by which each resolver is behind, as caches are. */
const RESOLVER_LAGS = [0, 30, 90];
/** What Closte shows for a name that has no certificate yet. */
const DEFAULT_CERTIFICATE_NAME = 'default.closte.test';

/**
 * A small internet on loopback, in which each domain lives through its story (`storyOf`): three DNS resolvers, the
 * name servers of all zones, the network's web server, and a proxy in front of it. A name that nobody has begun does
 * not exist. Certificates are valid by real time, from a day before to 90 days after they are made, as those who
 * check them go by real time however fast the emulated one runs.
 */
export async function startInternet(options: InternetOptions): Promise<Internet> {
  const { clock, networkDomain, hasAlias, proof } = options;
  const network = networkDomain.toLowerCase();
  const domains = begunDomains(clock, hasAlias);
  const authority = await createCertificateAuthority({ name: 'Closte Emulator' });
  const certificates = certificateCache(authority);

  const isNetworks = (name: string): boolean => name === network || name.endsWith(`.${network}`);
  const site = networkSite(proof, (name) => isNetworks(name) || domains.serving(name) !== undefined);

  async function certificateOfNetwork(name = ''): Promise<Served> {
    if (isNetworks(name)) return shown(await certificates([network, `*.${network}`]));
    const domain = domains.serving(name);
    const isOwn = domain !== undefined && domains.certificateOf(domain) === 'own';
    return shown(await certificates([isOwn ? domain.domain : DEFAULT_CERTIFICATE_NAME]));
  }
  /** A proxy sees to the certificates of those who use it, before anybody asks. */
  async function certificateOfProxy(name = ''): Promise<Served> {
    const domain = domains.serving(name);
    return domain?.story === 'proxied' ? shown(await certificates([domain.domain])) : { kind: 'alert' };
  }

  const answerWithLag = (lag: number) => answerFromZone(registeredZones(domains, network, lag));
  const resolvers = await Promise.all(
    RESOLVER_LAGS.map((lag) => startDnsServer({ answer: answerWithLag(lag) })),
  );
  // What an owner has set shows at the servers of his zone at once.
  const nameServer = await startDnsServer({ answer: answerWithLag(0) });
  const http = await startWebServer(site, NETWORK_ADDRESS, 0);
  const https = await startTlsServer({ certificateFor: certificateOfNetwork, site });
  const proxy = await Promise.all([
    startWebServer(site, PROXY_ADDRESS, http.port),
    startTlsServer({ certificateFor: certificateOfProxy, site, host: PROXY_ADDRESS, port: https.port }),
  ]).catch(noneWithoutAddress);

  return {
    resolvers: resolvers.map(({ address }) => address),
    dnsPort: nameServer.port,
    httpPort: http.port,
    httpsPort: https.port,
    rootCertificate: authority.root,
    begin: domains.begin,
    tell: domains.tell,
    async close() {
      await Promise.all([...resolvers, nameServer, http, https, ...proxy].map((server) => server.close()));
    },
  };
}

const shown = (certificate: IssuedCertificate): Served => ({ kind: 'certificate', ...certificate });

/** Some systems have one loopback address only: there a `proxied` domain never comes right. */
function noneWithoutAddress(error: NodeJS.ErrnoException): [] {
  if (error.code === 'EADDRNOTAVAIL') return [];
  throw error;
}

/** Each certificate is made when it is first shown, and then kept. */
function certificateCache(authority: CertificateAuthority): (names: string[]) => Promise<IssuedCertificate> {
  const issued = new Map<string, Promise<IssuedCertificate>>();
  return (names) => {
    const [key = ''] = names;
    const certificate = issued.get(key) ?? authority.issue({ names });
    issued.set(key, certificate);
    return certificate;
  };
}
