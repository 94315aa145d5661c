import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'このドメインの DNS レコードは {provider} で管理されています。',
  'provider.typed':
    '{provider} では、「{host_field}」欄に {host}、「{value_field}」欄に {value} を入力してください。',
  'provider.typed.host-empty':
    '{provider} では、「{host_field}」欄を空欄のままにし、「{value_field}」欄に {value} を入力してください。',
  'provider.applies': '{provider} でレコードを自動的に設定できます。{url} を開いて、承認してください。',
} as const satisfies Translated<typeof ENGLISH>;
