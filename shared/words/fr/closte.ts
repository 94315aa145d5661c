import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte ne connaît pas le domaine',
  'not-an-alias.explanation':
    'Closte, qui héberge le site, n’a pas d’alias pour {domain} : on ne lui a pas indiqué que le domaine appartient au site.',
  'not-an-alias.remedy':
    'Vous n’avez rien à faire : le domaine est de nouveau signalé à Closte automatiquement dans l’heure. Si cela ne suffit pas, les personnes qui gèrent votre site doivent contacter Closte.',

  'key-refused.title': 'Closte refuse de répondre',
  'key-refused.explanation':
    'Closte, qui héberge le site, ne dit pas si {domain} lui est connu : la demande est refusée, très probablement à cause de la clé qui l’accompagne.',
  'key-refused.remedy':
    'Vous n’avez rien à faire. Les personnes qui gèrent votre site doivent vérifier leur clé (CLOSTE_CLIENT_API_KEY) et l’application dans le tableau de bord de Closte.',

  'closte-unreachable.title': 'Closte ne répond pas pour le moment',
  'closte-unreachable.explanation':
    'Il n’a pas été possible de demander à Closte, qui héberge le site, si {domain} lui est connu. Cela ne dit rien sur le domaine.',
  'closte-unreachable.remedy': 'Vous n’avez rien à faire : la demande sera de nouveau envoyée à Closte.',

  'rejected-by-closte.title': 'Closte n’accepte pas le domaine',
  'rejected-by-closte.explanation':
    'Closte, qui héberge le site, ne considère pas {domain} comme un domaine pouvant être associé à un site.',
  'rejected-by-closte.remedy':
    'Vérifiez l’orthographe. Si elle est correcte, les personnes qui gèrent votre site doivent contacter Closte.',

  'held-elsewhere.title': 'Un autre site chez Closte utilise le domaine',
  'held-elsewhere.explanation':
    'Closte, qui héberge le site, indique que {domain} est déjà pris, et pas par ce site : un autre site chez Closte l’utilise. Un domaine ne peut appartenir qu’à un seul site.',
  'held-elsewhere.remedy':
    'Si vous avez ou avez eu un autre site chez Closte avec {domain}, supprimez-y le domaine. Sinon, les personnes qui gèrent votre site doivent demander à Closte qui l’utilise. Un nouvel essai a lieu une fois par jour.',
} as const satisfies Translated<typeof ENGLISH>;
