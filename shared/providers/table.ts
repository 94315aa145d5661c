import { type RecordForm, recordForms } from './forms.ts';

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

/**
 * Names of providers, each with the ends of the names of its servers. Whose are whose: what the providers tell their
 * customers to enter at the registrar, as collected in the catalogs of DNS tools.
 */
const known = (): readonly (readonly [name: string, servers: string])[] => [
  ['A2 Hosting', 'a2hosting.com'],
  ['Akamai', 'akam.net'],
  ['Alibaba Cloud', 'alidns.com hichina.com'],
  ['alwaysdata', 'alwaysdata.com'],
  ['Amazon Route 53', 'awsdns-*.com awsdns-*.net awsdns-*.org awsdns-*.co.uk'],
  ['Aruba.it', 'technorail.com'],
  ['Azure DNS', 'azure-dns.com azure-dns.net azure-dns.org azure-dns.info'],
  ['Bluehost', 'bluehost.com'],
  ['Bunny', 'bunny.net'],
  ['Cloudflare', 'ns.cloudflare.com foundationdns.com foundationdns.net foundationdns.org'],
  ['ClouDNS', 'cloudns.net'],
  ['Constellix', 'constellix.com constellix.net'],
  ['Crazy Domains', 'crazydomains.com'],
  ['deSEC', 'desec.io desec.org'],
  ['DigitalOcean', 'digitalocean.com'],
  ['DNS Made Easy', 'dnsmadeeasy.com'],
  ['DNSimple', 'dnsimple.com dnsimple-edge.net dnsimple-edge.org'],
  ['DNSPod', 'dnspod.com dnspod.net'],
  ['Domain.com', 'domain.com'],
  ['DreamHost', 'dreamhost.com'],
  ['Dynadot', 'dynadot.com dyna-ns.net'],
  ['easyDNS', 'easydns.com easydns.info easydns.net easydns.org'],
  ['Enom', 'name-services.com'],
  ['Epik', 'epik.com'],
  ['FreeDNS (afraid.org)', 'afraid.org'],
  ['Gabia', 'gabia.co.kr gabia.net gabia.io'],
  ['Gandi', 'gandi.net'],
  ['Gcore', 'gcdn.services gcorelabs.net'],
  ['GoDaddy', 'domaincontrol.com'],
  ['Hetzner', 'ns.hetzner.com ns.hetzner.de'],
  ['Hetzner (Robot or konsoleH)', 'first-ns.de second-ns.com second-ns.de your-server.de'],
  ['HostGator', 'hostgator.com websitewelcome.com'],
  ['Hostinger', 'dns-parking.com main-hosting.eu'],
  ['Hover', 'hover.com'],
  ['Huawei Cloud', 'huaweicloud-dns.cn huaweicloud-dns.com huaweicloud-dns.net huaweicloud-dns.org'],
  ['Hurricane Electric', 'he.net'],
  ['Infomaniak', 'infomaniak.ch infomaniak.com'],
  ['InMotion Hosting', 'inmotionhosting.com'],
  ['INWX', 'inwx.de inwx.eu inwx.net'],
  ['IONOS', 'ui-dns.biz ui-dns.com ui-dns.de ui-dns.org'],
  ['Joker.com', 'ns.joker.com'],
  ['Linode (Akamai)', 'linode.com'],
  ['Loopia', 'loopia.se'],
  ['Microsoft 365', 'bdm.microsoftonline.com'],
  ['Muumuu Domain', 'muumuu-domain.com'],
  ['Name.com', 'name.com'],
  ['NameBright', 'namebrightdns.com'],
  ['Namecheap', 'registrar-servers.com namecheaphosting.com'],
  ['NameSilo', 'dnsowl.com namesilo.com'],
  ['netcup', 'netcup.net'],
  ['Network Solutions', 'worldnic.com'],
  ['Njalla', 'njal.la'],
  // Netlify's are those of NS1.
  ['NS1 or Netlify', 'nsone.net'],
  ['Onamae.com', 'dnsv.jp'],
  ['one.com', 'one.com'],
  ['Open Telekom Cloud', 'open-telekom-cloud.com'],
  ['OVHcloud', 'ovh.net ovh.ca anycast.me'],
  ['Porkbun', 'porkbun.com'],
  ['Rackspace', 'stabletransit.com'],
  ['Reg.ru', 'reg.ru'],
  ['Register.com', 'register.com'],
  ['Registro.br', 'auto.dns.br sec.dns.br'],
  ['RU-CENTER', 'nic.ru'],
  ['Scaleway', 'dom.scw.cloud'],
  ['SiteGround', 'siteground.net'],
  ['Spaceship', 'spaceship.net'],
  ['Squarespace', 'squarespacedns.com'],
  // Domains that were registered with Google Domains have those of Google Cloud DNS.
  ['Squarespace or Google Cloud', 'googledomains.com'],
  ['STRATO', 'rzone.de'],
  ['TransIP', 'transip.eu transip.net transip.nl'],
  ['UltraDNS', 'ultradns.com ultradns.net ultradns.org'],
  ['Vercel', 'vercel-dns.com'],
  ['VK Cloud', 'mcs.mail.ru'],
  ['Vultr', 'vultr.com'],
  ['Wix', 'wixdns.net'],
  ['WordPress.com', 'wordpress.com'],
  ['Yandex Cloud', 'yandexcloud.net'],
];

/**
 * The DNS providers that are known by their name servers.
 *
 * A function, so that nothing is made of it where no domain is diagnosed.
 */
export function knownProviders(): readonly DnsProvider[] {
  const forms = recordForms();
  return known().map(([name, servers]) => {
    const form = forms[name];
    return { name, servers: servers.split(' '), ...(form && { form }) };
  });
}
