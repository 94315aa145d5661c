import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'Pas encore d’enregistrement DNS',
  'no-records.explanation':
    'Aucun enregistrement DNS n’indique où mène {domain} : personne ne peut donc trouver le site sous ce nom.',

  'domain-not-registered.title': '{registrable} n’est pas enregistré',
  'domain-not-registered.explanation':
    '{registrable} n’existe pas sur Internet. Le nom est peut-être mal orthographié, son enregistrement a peut-être expiré ou été suspendu, ou il est si récent qu’il n’est pas encore connu.',
  'domain-not-registered.explanation.below':
    '{registrable} n’existe pas sur Internet, et {domain} non plus par conséquent. Le nom est peut-être mal orthographié, son enregistrement a peut-être expiré ou été suspendu, ou il est si récent qu’il n’est pas encore connu.',
  'domain-not-registered.remedy':
    'Vérifiez l’orthographe. Si elle est correcte, enregistrez ou renouvelez {registrable} auprès d’une société qui vend des noms de domaine.',

  'wrong-address.title': 'Le domaine mène à un autre serveur',
  'wrong-address.explanation': '{domain} mène à {wrong}, où ce site ne se trouve pas.',

  'stray-ipv6.title': 'Une adresse IPv6 mène à un autre serveur',
  'stray-ipv6.explanation':
    'L’adresse IPv4 (enregistrement A) de {domain} est correcte. Mais le domaine a aussi {records}, pour IPv6, ce qui mène ailleurs. Les navigateurs et l’autorité qui émet le certificat préfèrent IPv6 : ils arrivent donc sur un autre serveur.',

  'some-addresses-wrong.title': 'Certaines adresses mènent à un autre serveur',
  'some-addresses-wrong.explanation':
    '{domain} mène à {right}, ce qui est correct, mais aussi à {wrong}, où ce site ne se trouve pas. Une partie des visiteurs y aboutissent.',

  'reserved-address.title': 'Une adresse qui n’est pas sur Internet',
  'reserved-address.explanation':
    '{domain} mène à {wrong}. De telles adresses sont réservées aux réseaux privés, aux tests ou aux exemples : depuis Internet, personne ne peut y joindre le site.',

  'cname-to-elsewhere.title': 'L’enregistrement CNAME mène ailleurs',
  'cname-to-elsewhere.explanation':
    '{domain} a un enregistrement CNAME, qui en fait un autre nom de {to}. {leads, select, elsewhere {Celui-ci mène à un autre serveur, où ce site ne se trouve pas.} other {Celui-ci ne mène nulle part : il n’a pas d’adresse.}}',

  'cname-loop.title': 'Les enregistrements CNAME tournent en rond',
  'cname-loop.explanation':
    '{domain} a un enregistrement CNAME, qui en fait un autre nom d’autre chose, et, en une ou plusieurs étapes, cela ramène au point de départ. On n’arrive donc jamais à une adresse.',

  'cname-at-apex.title': 'Un enregistrement CNAME là où il n’est pas permis',
  'cname-at-apex.explanation':
    '{domain} est l’endroit où commence votre zone DNS, c’est-à-dire l’ensemble de vos enregistrements DNS. Aucun enregistrement CNAME n’y est permis : il masque les autres enregistrements de ce nom, par exemple ceux de la messagerie, et tous les serveurs DNS ne le suivent pas.',

  'behind-a-proxy.works.title': 'Fonctionne derrière {proxy, select, none {un proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} mène à {proxy, select, none {un autre serveur} other {{proxy}}}, intermédiaire qui se trouve entre les visiteurs et ce site et transmet les demandes. Un test montre que cela arrive bien ici.',
  'behind-a-proxy.title': '{proxy} se trouve devant le site',
  'behind-a-proxy.explanation':
    '{domain} mène à {proxy}, intermédiaire qui se trouve entre les visiteurs et un site et transmet les demandes. {arrives, select, no {Un test montre que cela n’arrive pas ici.} other {Il n’a pas été possible de savoir si cela arrive ici.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'Si vous utilisez {proxy} pour votre domaine, réglez le statut du proxy de son enregistrement sur « DNS only » (« DNS uniquement », le nuage gris). Sinon, l’enregistrement a été créé pour un autre service.',
} as const satisfies Translated<typeof ENGLISH>;
