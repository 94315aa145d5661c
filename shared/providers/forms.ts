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

type Values = string | RecordForm['values'];

const WITH_DOT = { final_dot: true };

function form(
  host: string,
  at_apex: RecordForm['at_apex'],
  value: Values,
  { final_dot }: Pick<RecordForm, 'final_dot'> = { final_dot: false },
): RecordForm {
  const values = typeof value === 'string' ? { A: value, AAAA: value, CNAME: value } : value;
  return { host, at_apex, values, final_dot };
}

/** Of a form that has one place for addresses. */
const addresses = (value: string) => ({ A: value, AAAA: value });

/**
 * The forms of DNS providers, by the name that a provider has in the table. What a form is like stands on a page of the
 * provider's own, in the source of the panel, or on the pages of two others who tell people what to enter there. The
 * pages are named over each form, and were read on 26 November 2026. The labels are those of the panel in English, and
 * those in its own language where no page has them in English.
 *
 * A function, so that nothing is made of it where no domain is diagnosed.
 */
export const recordForms = (): Readonly<Record<string, RecordForm>> => ({
  // alibabacloud.com/help/en/dns/pubz-add-parsing-record; …/alidns-intl/latest/record-types
  'Alibaba Cloud': form('Hostname', '@', 'Record Value'),
  // help.alwaysdata.com/en/docs/domains/dns-management/add-dns, with a picture; without a dot in …/emails/
  // third-party-software/brevo
  alwaysdata: form('Hostname', 'empty', 'Value'),
  // docs.aws.amazon.com/Route53, "Creating records by using the Amazon Route 53 console"; a final dot makes no difference
  'Amazon Route 53': form('Record name', 'empty', 'Value'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-for-azure-dns-zones, a page of the provider's own
  'Azure DNS': form('Name', '@', { ...addresses('IP address'), CNAME: 'Alias' }),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-bluehost; help.format.com, "Use your Bluehost domain"
  Bluehost: form('Host Record', '@', 'Points To'),
  // bunny.net/docs/dns/records
  Bunny: form('Hostname', 'empty', 'Value'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-cloudflare; Adobe, Marketo Optimizer, "Add CNAME
  // records by DNS provider"
  Cloudflare: form('Name', '@', { A: 'IPv4 address', AAAA: 'IPv6 address', CNAME: 'Target' }),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-crazy-domains; the knowledge base of BitBlox
  // (github.com/bagrinsergiu/BitBlox-KB), "crazy-domains"
  'Crazy Domains': form('Sub Domain', 'empty', { CNAME: 'Alias for' }),
  // github.com/desec-io/desec-stack, www/webapp/src: CrudListRecord, RecordA, RecordAAAA, RecordCNAME
  deSEC: form(
    'Subname',
    'empty',
    { A: 'IPv4 address', AAAA: 'IPv6 address', CNAME: 'Target domain name' },
    WITH_DOT,
  ),
  // docs.digitalocean.com/products/networking/dns
  DigitalOcean: form('Hostname', '@', addresses('Will direct to')),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-dnsmadeeasy; github.com/superfly/dns-help,
  // "dnsmadeeasy"
  'DNS Made Easy': form('Name', 'empty', { CNAME: 'Alias to' }, WITH_DOT),
  // support.dnsimple.com/articles: manage-a-record, manage-aaaa-record, manage-cname-record
  DNSimple: form('Name', 'empty', { ...addresses('IP Address'), CNAME: 'Content' }),
  // tencentcloud.com/document/product/228/42693; alibabacloud.com/help, "Add a CNAME record on DNSPod"
  DNSPod: form('Host', '@', 'Record Value'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-enomcentral; github.com/superfly/dns-help, "enom"
  Enom: form('Host Name', '@', 'Address', WITH_DOT),
  // Its columns: github.com/zkffhtm6523/david.github.com, "cs-dns-gabia"; a note on the zone of seoul-gugak-union.com. Its
  // error message on a CNAME without a dot: a third
  Gabia: form('호스트', '@', '값/위치', WITH_DOT),
  // gcore.com/docs/dns/dns-records/manage-dns-records-non-advanced-interface-mode
  Gcore: form('Name', 'empty', 'Content'),
  // docs.talkable.com, "Adding DNS records in GoDaddy"; github.com/pranay5255/YudaiV3, "GoDaddy DNS configuration"
  GoDaddy: form('Name', '@', 'Value'),
  // docs.hetzner.com/networking/dns/faq/records
  Hetzner: form('Name', '@', 'Value', WITH_DOT),
  // support.hostinger.com, "CNAME vs ALIAS records"
  Hostinger: form('Name', '@', { ...addresses('Points to'), CNAME: 'Target' }),
  // github.com/bagrinsergiu/BitBlox-KB, "hover2"; learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-hover
  Hover: form('Hostname', '@', { A: 'IP Address', CNAME: 'Target Name' }),
  // github.com/huaweicloudDocs/dns, the user guide (in Chinese); in English: github.com/LLLZeSheng/Diary-of-Dog-Cat,
  // "Cloudflare Pages", and a note on a blog at GitHub Pages
  'Huawei Cloud': form('Name', 'empty', 'Value'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-ionos; developer.elasticpath.com, "Connecting your
  // Ionos Domain"
  IONOS: form('Host name', '@', 'Points to'),
  // techdocs.akamai.com/cloud-computing, from github.com/linode/docs: dns-manager/guides/a-record, …/cname-record
  'Linode (Akamai)': form('Hostname', '@', { ...addresses('IP Address'), CNAME: 'Alias to' }),
  // github.com/fixtan/my-blog, on Netlify with Muumuu Domain; a second note, in which a final dot is an error
  'Muumuu Domain': form('サブドメイン', 'empty', '内容'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-name-com; github.com/bagrinsergiu/BitBlox-KB,
  // "name-com2"
  'Name.com': form('Host', 'empty', 'Answer'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-namecheap; github.com/bagrinsergiu/BitBlox-KB,
  // "namecheap2"; the dot also in github.com/maxhumber/MVML
  Namecheap: form('Host', '@', 'Value', WITH_DOT),
  // netcup.com/en/helpcenter/documentation/web-hosting/webhosting-dns
  netcup: form('Host', '@', 'Destination'),
  // Its own guides and help, as a note on Firebase Hosting for okurinochizu.jp quotes them (onamae.com/guide/p/70,
  // help.onamae.com/answer/7883); and a second note on the same form
  'Onamae.com': form('ホスト名', 'empty', 'VALUE'),
  // github.com/opentelekomcloud-docs/domain-name-service, the user manual: "Adding a CNAME Record Set", "Configuring a
  // Public Zone"
  'Open Telekom Cloud': form('Name', 'empty', 'Value'),
  // learn.microsoft.com/microsoft-365/admin/dns/create-dns-records-at-ovh; github.com/20syldev/portfolio, "ovh"; the dot
  // also in github.com/richard-fagot/returnfromdeath, "configurer-ovh-pour-github-pages"
  OVHcloud: form('Sub-domain', 'empty', 'Target', WITH_DOT),
  // github.com/bbasketballer75/theporadas-wedding-site, "Porkbun DNS setup"; a note on GitHub Pages for
  // newdemocracystud.io, "leave Host blank for the apex"
  Porkbun: form('Host', 'empty', 'Answer'),
  // github.com/rackerlabs/rackspace-how-to, "Create DNS records with Cloud DNS", with pictures
  Rackspace: form('Host Name', 'empty', { ...addresses('Target (IP Address)'), CNAME: 'Target (Domain)' }),
  // Notes on the zones of guiaaps.com.br, dralaishahmed.com.br and sapienapp.com.br: the form takes no @, and puts the zone
  // behind what stands there
  'Registro.br': form('Nome', 'empty', 'Dados'),
  // github.com/amantheshaikh/ZerosByKai, "Spaceship DNS guide"; notes on the zones of mindspend.co and ryvl.top
  Spaceship: form('Host', '@', 'Value'),
  // mangomint.com/learn/adding-dns-records-to-squarespace; github.com/MailRoute/knowledgebase, "squarespace"
  Squarespace: form('Host', '@', 'Data'),
  // docs.ultradns.com, "A Records" and "CNAME Records"
  UltraDNS: form('Host', 'whole-name', 'Points To'),
  // github.com/vk-cs/docs-public, "publicdns"
  'VK Cloud': form('Name', '@', { ...addresses('IP address'), CNAME: 'Value' }),
  // mangomint.com/learn/adding-dns-records-to-wix; infomaniak.com/en/support/faq/admin2/domain, "Wix: Add or Correct SPF"
  Wix: form('Host name', 'empty', 'Value'),
  // github.com/Automattic/wp-calypso, the form that adds a DNS record
  'WordPress.com': form('Name', 'empty', { ...addresses('Points to'), CNAME: 'Alias of (points to)' }),
  // github.com/yandex-cloud/docs, "configure-a-record-and-cname"
  'Yandex Cloud': form('Name', 'empty', 'Value'),
});
