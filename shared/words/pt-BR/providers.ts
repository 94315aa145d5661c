import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'Os registros DNS deste domínio são gerenciados em {provider}.',
  'provider.typed':
    'Em {provider}, digite {host} no campo “{host_field}” e {value} no campo “{value_field}”.',
  'provider.typed.host-empty':
    'Em {provider}, deixe o campo “{host_field}” vazio e digite {value} no campo “{value_field}”.',
  'provider.applies': '{provider} pode configurar os registros para você: abra {url} e aceite.',
} as const satisfies Translated<typeof ENGLISH>;
