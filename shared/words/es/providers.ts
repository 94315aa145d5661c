import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'Los registros DNS de este dominio se gestionan en {provider}.',
  'provider.typed':
    'En {provider}, escriba {host} en el campo «{host_field}» y {value} en el campo «{value_field}».',
  'provider.typed.host-empty':
    'En {provider}, deje vacío el campo «{host_field}» y escriba {value} en el campo «{value_field}».',
  'provider.applies': '{provider} puede configurar los registros por usted: abra {url} y acepte.',
} as const satisfies Translated<typeof ENGLISH>;
