import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'Record DNS domain ini disimpan di {provider}.',
  'provider.typed':
    'Di {provider}, ketik {host} di kolom “{host_field}” dan {value} di kolom “{value_field}”.',
  'provider.typed.host-empty':
    'Di {provider}, biarkan kolom “{host_field}” kosong dan ketik {value} di kolom “{value_field}”.',
  'provider.applies': '{provider} dapat mengatur record untuk Anda: buka {url} dan setujui.',
} as const satisfies Translated<typeof ENGLISH>;
