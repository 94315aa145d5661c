import type { EmulatedClock } from '../clock.ts';
import {
  type CertificateAuthority,
  createCertificateAuthority,
  type IssuedCertificate,
} from './certificate-authority.ts';
import { startDnsServer } from './dns-server.ts';
import { certificateAt, NETWORK_ADDRESS, recordsIn, type Story, sceneAt, storyOf } from './story.ts';
import { type Served, startTlsServer } from './tls-server.ts';
import { answerFromZone, type Zone } from './zone.ts';

export interface InternetOptions {
  /** The clock by which the stories are told. */
  readonly clock: EmulatedClock;
  /** The network's own domain: it and every name under it resolve and have a certificate from the start. */
  readonly networkDomain: string;
  /** Whether Closte has this alias now, a wildcard with its `*.`. */
  readonly hasAlias: (domain: string) => boolean;
}

export interface Internet {
  /** Three resolvers as `127.0.0.1:port`. */
  readonly resolvers: readonly string[];
  /** The port of the TLS server on 127.0.0.1. */
  readonly httpsPort: number;
  /** In PEM; whoever is to trust the certificates here has to trust this one. */
  readonly rootCertificate: string;
  /** Begins the story of a domain, which may be a wildcard. One that has begun goes on as it was. */
  begin(domain: string): void;
  close(): Promise<void>;
}

/** The emulated seconds by which each resolver is behind, as caches are. */
const RESOLVER_LAGS = [0, 30, 90];
/** What Closte shows for a name that has no certificate yet. */
const DEFAULT_CERTIFICATE_NAME = 'default.closte.test';

interface BegunDomain {
  readonly domain: string;
  readonly story: Story;
  readonly begun: Date;
  /** Since when the alias has been there, as far as anybody's visit has shown. */
  aliasSince: Date | undefined;
}

/**
 * A small internet on loopback, in which each domain lives through its story (`storyOf`): three DNS resolvers, and the
 * network's TLS server. A name that nobody has begun does not exist. Certificates are valid by real time, from a day
 * before to 90 days after they are made, as those who check them go by real time however fast the emulated one runs.
 */
export async function startInternet({ clock, networkDomain, hasAlias }: InternetOptions): Promise<Internet> {
  const network = networkDomain.toLowerCase();
  const domains = new Map<string, BegunDomain>();
  const authority = await createCertificateAuthority({ name: 'Closte Emulator' });
  const certificates = certificateCache(authority);

  const isNetworks = (name: string): boolean => name === network || name.endsWith(`.${network}`);
  const secondsSince = (time: Date): number => (clock.now().getTime() - time.getTime()) / 1000;

  /** The alias counts from when a visitor first meets it, which spares a timer: a mapping is looked up as soon as it is made. */
  function noticeAlias(domain: BegunDomain): void {
    domain.aliasSince = hasAlias(domain.domain) ? (domain.aliasSince ?? clock.now()) : undefined;
  }

  function zoneWithLag(lag: number): Zone {
    return {
      isAuthoritativeFor: () => true,
      entry(name) {
        if (isNetworks(name)) return { a: [NETWORK_ADDRESS] };
        const domain = domains.get(name);
        if (domain === undefined) return undefined;
        noticeAlias(domain);
        return recordsIn(sceneAt(domain.story, secondsSince(domain.begun) - lag), name, network);
      },
    };
  }

  function certificateOf(serverName: string | undefined): Promise<IssuedCertificate> {
    if (serverName === undefined) return certificates([DEFAULT_CERTIFICATE_NAME]);
    if (isNetworks(serverName)) return certificates([network, `*.${network}`]);
    const domain = domains.get(serverName) ?? domains.get(serverName.replace(/^[^.]*/, '*'));
    if (domain === undefined) return certificates([DEFAULT_CERTIFICATE_NAME]);
    noticeAlias(domain);
    const sinceAlias = domain.aliasSince && secondsSince(domain.aliasSince);
    const shown = certificateAt(domain.story, secondsSince(domain.begun), sinceAlias);
    return certificates([shown === 'own' ? domain.domain : DEFAULT_CERTIFICATE_NAME]);
  }

  const dnsServers = await Promise.all(
    RESOLVER_LAGS.map((lag) => startDnsServer({ answer: answerFromZone(zoneWithLag(lag)) })),
  );
  const tlsServer = await startTlsServer({
    certificateFor: async (name): Promise<Served> => ({
      kind: 'certificate',
      ...(await certificateOf(name)),
    }),
  });
  return {
    resolvers: dnsServers.map(({ address }) => address),
    httpsPort: tlsServer.port,
    rootCertificate: authority.root,
    begin(name) {
      const domain = name.toLowerCase();
      if (domains.has(domain)) return;
      domains.set(domain, { domain, story: storyOf(domain), begun: clock.now(), aliasSince: undefined });
    },
    async close() {
      await Promise.all([...dnsServers, tlsServer].map((server) => server.close()));
    },
  };
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
