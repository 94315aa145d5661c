import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} est prêt : le domaine mène à son site, avec un bon certificat.',
  'status.action-needed': '{domain} ne fonctionne pas encore : {title}.',
  'status.action-needed.unknown': '{domain} ne fonctionne pas encore : quelque chose ne va pas.',
  'status.not-mapped': '{domain} n’est associé à aucun site ici.',

  'status.waiting.hosting':
    '{domain} est en bonne voie et attend que l’hébergement prenne en compte le domaine.',
  'status.waiting.dns':
    '{domain} est en bonne voie et attend que la modification du DNS soit visible partout.',
  'status.waiting.certificate': '{domain} est en bonne voie et attend le certificat.',
  'status.what.hosting': 'la prise en compte du domaine par l’hébergement',
  'status.what.dns': 'la propagation de la modification du DNS',
  'status.what.certificate': 'le certificat',
} as const satisfies Translated<typeof ENGLISH>;
