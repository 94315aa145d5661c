import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'Les enregistrements DNS de ce domaine sont gérés chez {provider}.',
  'provider.typed':
    'Chez {provider}, saisissez {host} dans le champ « {host_field} » et {value} dans le champ « {value_field} ».',
  'provider.typed.host-empty':
    'Chez {provider}, laissez le champ « {host_field} » vide et saisissez {value} dans le champ « {value_field} ».',
  'provider.applies': '{provider} peut définir les enregistrements pour vous : ouvrez {url} et acceptez.',
} as const satisfies Translated<typeof ENGLISH>;
