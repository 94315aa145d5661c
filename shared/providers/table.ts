/** How the form of a DNS provider is filled in for the record of a name. */
export interface RecordForm {
  /** What the form calls the place of the name. */
  readonly host: string;
  /** What stands there for the name at which the zone begins. */
  readonly at_apex: '@' | 'empty' | 'whole-name';
  /** What the form calls the place of the value. Of a type that is not named here, it is not known. */
  readonly values: Readonly<Partial<Record<'A' | 'AAAA' | 'CNAME', string>>>;
  /** Whether the name that a CNAME leads to ends with a dot; without, some forms put the zone behind it. */
  readonly final_dot: boolean;
}

export interface DnsProvider {
  /** As people know it. */
  readonly name: string;
  /**
   * The ends of the names of its name servers, by whole labels. A `*` at the end of a label stands for the rest of it:
   * `awsdns-*.org`.
   */
  readonly servers: readonly string[];
  /** Undefined where it is not known, or where two providers share their name servers. */
  readonly form?: RecordForm;
}

type Values = string | RecordForm['values'];

function form(host: string, value: Values, at_apex: RecordForm['at_apex'], final_dot = false): RecordForm {
  const values = typeof value === 'string' ? { A: value, AAAA: value, CNAME: value } : value;
  return { host, at_apex, values, final_dot };
}

const provider = (name: string, servers: string, ofForm?: RecordForm): DnsProvider => ({
  name,
  servers: servers.split(' '),
  ...(ofForm && { form: ofForm }),
});

/**
 * The DNS providers that are known by their name servers.
 *
 * Whose name servers are whose: what the providers tell their customers to enter at the registrar, as collected in the
 * catalogs of DNS tools. What their forms are like: Microsoft's pages "Connect your DNS records at …"
 * (learn.microsoft.com/microsoft-365/admin/dns), for Bluehost, Cloudflare, IONOS, Name.com, Namecheap, OVH and
 * Azure; docs.talkable.com, "Adding DNS records in GoDaddy"; docs.aws.amazon.com/Route53, "Creating records by using the
 * Amazon Route 53 console", where a final dot makes no difference; docs.digitalocean.com/products/networking/dns;
 * support.hostinger.com, "CNAME vs ALIAS records"; docs.ultradns.com, "A Records" and "CNAME Records".
 *
 * A function, so that nothing is made of it where no domain is diagnosed.
 */
export const knownProviders = (): readonly DnsProvider[] => [
  provider('A2 Hosting', 'a2hosting.com'),
  provider('Akamai', 'akam.net'),
  provider('Alibaba Cloud', 'alidns.com hichina.com'),
  provider(
    'Amazon Route 53',
    'awsdns-*.com awsdns-*.net awsdns-*.org awsdns-*.co.uk',
    form('Record name', 'Value', 'empty'),
  ),
  provider('Aruba.it', 'technorail.com'),
  provider(
    'Azure DNS',
    'azure-dns.com azure-dns.net azure-dns.org azure-dns.info',
    form('Name', { A: 'IP address', AAAA: 'IP address', CNAME: 'Alias' }, '@'),
  ),
  provider('Bluehost', 'bluehost.com', form('Host Record', 'Points To', '@')),
  provider('Bunny', 'bunny.net'),
  provider('ClouDNS', 'cloudns.net'),
  provider(
    'Cloudflare',
    'ns.cloudflare.com foundationdns.com foundationdns.net foundationdns.org',
    form('Name', { A: 'IPv4 address', AAAA: 'IPv6 address', CNAME: 'Target' }, '@'),
  ),
  provider('Constellix', 'constellix.com constellix.net'),
  provider('deSEC', 'desec.io desec.org'),
  provider(
    'DigitalOcean',
    'digitalocean.com',
    form('Hostname', { A: 'Will direct to', AAAA: 'Will direct to' }, '@'),
  ),
  provider('DNS Made Easy', 'dnsmadeeasy.com'),
  provider('DNSimple', 'dnsimple.com dnsimple-edge.net dnsimple-edge.org'),
  provider('DNSPod', 'dnspod.com dnspod.net'),
  provider('Domain.com', 'domain.com'),
  provider('DreamHost', 'dreamhost.com'),
  provider('Dynadot', 'dynadot.com dyna-ns.net'),
  provider('easyDNS', 'easydns.com easydns.info easydns.net easydns.org'),
  provider('Enom', 'name-services.com'),
  provider('Epik', 'epik.com'),
  provider('FreeDNS (afraid.org)', 'afraid.org'),
  provider('Gandi', 'gandi.net'),
  provider('Gcore', 'gcorelabs.net'),
  provider('GoDaddy', 'domaincontrol.com', form('Name', 'Value', '@')),
  provider('Hetzner', 'ns.hetzner.com ns.hetzner.de first-ns.de second-ns.com second-ns.de your-server.de'),
  provider('HostGator', 'hostgator.com websitewelcome.com'),
  provider(
    'Hostinger',
    'dns-parking.com main-hosting.eu',
    form('Name', { A: 'Points to', AAAA: 'Points to', CNAME: 'Target' }, '@'),
  ),
  provider('Hover', 'hover.com'),
  provider('Hurricane Electric', 'he.net'),
  provider('Infomaniak', 'infomaniak.ch infomaniak.com'),
  provider('InMotion Hosting', 'inmotionhosting.com'),
  provider('INWX', 'inwx.de inwx.eu inwx.net'),
  provider('IONOS', 'ui-dns.biz ui-dns.com ui-dns.de ui-dns.org', form('Host name', 'Points to', '@')),
  provider('Joker.com', 'ns.joker.com'),
  provider('Linode (Akamai)', 'linode.com'),
  provider('Loopia', 'loopia.se'),
  provider('Microsoft 365', 'bdm.microsoftonline.com'),
  provider('Name.com', 'name.com', form('Host', 'Answer', 'empty')),
  provider('NameBright', 'namebrightdns.com'),
  provider('Namecheap', 'registrar-servers.com namecheaphosting.com', form('Host', 'Value', '@', true)),
  provider('NameSilo', 'dnsowl.com namesilo.com'),
  provider('Network Solutions', 'worldnic.com'),
  provider('Njalla', 'njal.la'),
  // Netlify's are those of NS1.
  provider('NS1 or Netlify', 'nsone.net'),
  provider('one.com', 'one.com'),
  provider('OVHcloud', 'ovh.net ovh.ca anycast.me', form('Sub-domain', 'Target', 'empty', true)),
  provider('Porkbun', 'porkbun.com'),
  provider('Rackspace', 'stabletransit.com'),
  provider('Reg.ru', 'reg.ru'),
  provider('Register.com', 'register.com'),
  provider('RU-CENTER', 'nic.ru'),
  provider('Scaleway', 'dom.scw.cloud'),
  provider('SiteGround', 'siteground.net'),
  provider('Squarespace', 'squarespacedns.com'),
  // Domains that were registered with Google Domains have those of Google Cloud DNS.
  provider('Squarespace or Google Cloud', 'googledomains.com'),
  provider('STRATO', 'rzone.de'),
  provider('TransIP', 'transip.net transip.nl'),
  provider('UltraDNS', 'ultradns.com ultradns.net ultradns.org', form('Host', 'Points To', 'whole-name')),
  provider('Vercel', 'vercel-dns.com'),
  provider('Vultr', 'vultr.com'),
  provider('Wix', 'wixdns.net'),
  provider('WordPress.com', 'wordpress.com'),
];
