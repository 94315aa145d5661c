import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS ne traverse pas {proxy, select, none {le proxy} other {{proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {Le proxy se trouve entre les visiteurs et ce site.} other {{proxy} se trouve entre les visiteurs et ce site.}}',
  'https-behind-a-proxy.handshake':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : le proxy n’obtient pas de connexion sécurisée avec le site (erreur 525). Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.certificate':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : le proxy ne trouve pas de bon certificat pour {domain} sur le site (erreur 526). Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.loop':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : les visiteurs sont redirigés en boucle. Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.to-http':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : les visiteurs sont renvoyés vers le HTTP simple. Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.untrusted':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : les navigateurs ne font pas confiance au certificat qui leur est présenté. Ils ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.error':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : le proxy répond par une erreur. Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.other-site':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : un autre site répond. Les navigateurs ne peuvent donc pas ouvrir le site.',
  'https-behind-a-proxy.no-answer':
    'Ce qu’ils demandent en HTTP simple arrive ici, mais pas ce qu’ils demandent en HTTPS : personne ne répond. Les navigateurs ne peuvent donc pas ouvrir le site.',

  'https-behind-a-proxy.remedy':
    'Désactivez le proxy pour ce domaine. {domain} mènera alors directement ici et y obtiendra son certificat.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'Si vous utilisez {proxy} pour votre domaine, réglez le statut du proxy de son enregistrement sur « DNS only » (« DNS uniquement », le nuage gris). {domain} mènera alors directement ici et y obtiendra son certificat.',
  'https-behind-a-proxy.instead.certificate':
    'Si le proxy doit rester actif, les personnes qui gèrent votre site doivent demander ce certificat à Closte.',
  'https-behind-a-proxy.instead.loop':
    'Si le proxy doit rester actif, configurez-le pour qu’il appelle le site en HTTPS (chez Cloudflare : SSL/TLS, « Full », « Complet »).',
  'https-behind-a-proxy.instead.to-http':
    'Si le proxy doit rester actif, supprimez-y la règle qui renvoie les visiteurs vers HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'Si le proxy doit rester actif, faites-lui émettre un certificat pour le domaine.',
  'https-behind-a-proxy.instead.other-site':
    'Si le proxy doit rester actif, supprimez-y la règle qui dirige HTTPS vers un autre site.',
  'https-behind-a-proxy.instead.no-answer': 'Si le proxy doit rester actif, activez-y HTTPS.',
} as const satisfies Translated<typeof ENGLISH>;
