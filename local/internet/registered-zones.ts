import { registeredName } from '../../shared/domain/name.ts';
import type { BegunDomains } from './domains.ts';
import { CAA_FOR_ANOTHER, NETWORK_ADDRESS, recordsIn } from './story.ts';
import type { Zone, ZoneEntry } from './zone.ts';

/** In seconds, as all times of an SOA record: what is not there may be remembered for as long as what is. */
const MINIMUM = 60;

/**
 * What is in the DNS of the small internet: the network, the domains that have begun, and for each of them the zone
 * that its owner has registered, with name servers, an SOA record and the CAA record of a `caa` domain.
 *
 * @param network the network's own domain, in lower case: it and every name under it lead there
 * @param lag by how many emulated seconds whoever is asked is behind
 */
export function registeredZones(domains: BegunDomains, network: string, lag: number): Zone {
  const isNetworks = (name: string) => name === network || name.endsWith(`.${network}`);
  const isRegistered = (zone: string) => registrations().includes(zone);

  function registrations(): string[] {
    return [network, ...domains.all().map(({ domain }) => domain)].map(registeredName);
  }
  function ownRecords(name: string): ZoneEntry | undefined {
    if (isNetworks(name)) return { a: [NETWORK_ADDRESS] };
    const domain = domains.named(name);
    return domain && recordsIn(domains.sceneOf(domain, lag), name, network);
  }
  function apexRecords(zone: string): ZoneEntry {
    const isForAnother = domains
      .all()
      .some(({ domain, story }) => story === 'caa' && registeredName(domain) === zone);
    return { ns: nameServersOf(zone), caa: isForAnother ? [CAA_FOR_ANOTHER] : [] };
  }
  /** RFC 8020: a name exists also if another exists below it. */
  function isAbove(name: string): boolean {
    const isBelow = (other: string) => other.endsWith(`.${name}`);
    return (
      registrations().some(isBelow) ||
      domains.all().some(({ domain }) => isBelow(domain) && ownRecords(domain) !== undefined)
    );
  }

  return {
    isAuthoritativeFor: () => true,
    entry(name) {
      const own = ownRecords(name);
      if (isRegistered(name)) return { ...apexRecords(name), ...own };
      if (own !== undefined) return own;
      const zone = registeredName(name);
      if (isRegistered(zone) && nameServersOf(zone).includes(name)) return { a: [NETWORK_ADDRESS] };
      return isAbove(name) ? {} : undefined;
    },
    soaFor(name) {
      const zone = registeredName(name);
      if (!isRegistered(zone)) return undefined;
      const [mname = zone] = nameServersOf(zone);
      const times = { refresh: MINIMUM, retry: MINIMUM, expire: MINIMUM, minimum: MINIMUM };
      return { name: zone, type: 'SOA', data: { mname, rname: `hostmaster.${zone}`, serial: 1, ...times } };
    },
  };
}

function nameServersOf(zone: string): string[] {
  return [`ns1.${zone}`, `ns2.${zone}`];
}
