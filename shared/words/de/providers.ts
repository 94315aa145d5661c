import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'Die DNS-Einträge dieser Domain liegen bei {provider}.',
  'provider.typed':
    'Geben Sie bei {provider} im Feld „{host_field}“ {host} ein und im Feld „{value_field}“ {value}.',
  'provider.typed.host-empty':
    'Lassen Sie bei {provider} das Feld „{host_field}“ leer und geben Sie im Feld „{value_field}“ {value} ein.',
  'provider.applies': '{provider} kann die Einträge für Sie setzen: Öffnen Sie {url} und stimmen Sie zu.',
} as const satisfies Translated<typeof ENGLISH>;
