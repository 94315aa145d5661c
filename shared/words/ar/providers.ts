import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'سجلات DNS لهذا النطاق محفوظة لدى {provider}.',
  'provider.typed':
    'لدى {provider}، اكتب {host} في الحقل «{host_field}» واكتب {value} في الحقل «{value_field}».',
  'provider.typed.host-empty':
    'لدى {provider}، اترك الحقل «{host_field}» فارغًا واكتب {value} في الحقل «{value_field}».',
  'provider.applies': 'يمكن ضبط السجلات نيابةً عنك لدى {provider}: افتح {url} ثم وافق.',
} as const satisfies Translated<typeof ENGLISH>;
